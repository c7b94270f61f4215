import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/index.ts';
import { isoWeekOf } from './iso-week.ts';
import type { ExpediteRequest, ExpediteTerms } from '../crm/expedite-request.ts';

const cost = z.number().check(z.gte(0));
const reason = z.string().check(z.maxLength(4000));

/** What operations decide on a request; costs in the deal's currency. */
export const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('accept'), date: isoDateSchema, cost }),
  z.strictObject({ action: z.literal('counter'), date: isoDateSchema, cost, reason }),
  z.strictObject({ action: z.literal('decline'), reason: reason.check(z.minLength(1)) }),
  z.strictObject({ action: z.literal('confirm') }),
  z.strictObject({ action: z.literal('ship'), actualCost: cost }),
  z.strictObject({ action: z.literal('correct'), actualCost: cost }),
  z.strictObject({ action: z.literal('unship') }),
  z.strictObject({ action: z.literal('release'), reason: reason.check(z.minLength(1)) }),
]);
export type ExpediteDecision = z.infer<typeof decisionSchema>;

/** A request as it is to stand, its stage apart: that is where `transition` leads. */
export type NextRequest = Omit<ExpediteRequest, 'status'>;

/** Who acts, and when. */
export type Act = { readonly by: string; readonly nowMs: number };

/** A promise or counter-offer, worked out. */
export type Promised = {
  readonly date: string;
  readonly days: number;
  readonly cost: number;
  /** What we gain by it; null when it cannot be worked out. */ readonly gain: number | null;
};

const nothingPromised = { promisedDate: null, daysPromised: null, cost: null, week: null, holdUntilMs: null } as const;

/**
 * A request after operations decided. Whether they may is for `transition` to say.
 *
 * @param promise - for `accept` and `counter`
 * @param holdUntilMs - when an accepted request gives its slot back
 */
export function decided(
  request: ExpediteRequest,
  decision: ExpediteDecision,
  promise: Promised | null,
  holdUntilMs: number | null,
  act: Act,
): NextRequest {
  const next: NextRequest = { ...request, revision: request.revision + 1, decidedBy: act.by, decidedAtMs: act.nowMs };
  switch (decision.action) {
    case 'accept':
      return {
        ...next,
        ...promisedFields(promise, request),
        reason: null,
        week: promise === null ? null : isoWeekOf(promise.date),
        holdUntilMs,
      };
    case 'counter':
      return {
        ...next,
        ...promisedFields(promise, request),
        reason: decision.reason === '' ? null : decision.reason,
        week: null,
        holdUntilMs: null,
      };
    case 'decline':
      return { ...next, ...nothingPromised, reason: decision.reason };
    case 'confirm':
      return { ...next, holdUntilMs: null };
    case 'ship':
      return { ...next, actualCost: decision.actualCost, holdUntilMs: null };
    case 'correct':
      // The day in which it can be corrected counts from the shipment, not from the last correction.
      return { ...next, actualCost: decision.actualCost, decidedAtMs: request.decidedAtMs };
    case 'unship':
      return { ...next, actualCost: null };
    case 'release':
      return { ...next, ...nothingPromised, reason: decision.reason };
  }
}

/** A request after the rep changed what is asked: whatever was promised is open again. */
export function updated(
  request: ExpediteRequest,
  terms: ExpediteTerms,
  worth: Pick<ExpediteRequest, 'askedDate' | 'gives' | 'amount' | 'currency' | 'costEstimate' | 'gain'>,
): NextRequest {
  return { ...request, ...nothingPromised, ...terms, ...worth, reason: null, revision: request.revision + 1 };
}

/** A request after it was taken back or ran out: its slot is free. */
export function ended(request: ExpediteRequest): NextRequest {
  return { ...request, week: null, holdUntilMs: null, revision: request.revision + 1 };
}

function promisedFields(promise: Promised | null, request: ExpediteRequest) {
  return promise === null
    ? {}
    : {
        promisedDate: promise.date,
        daysPromised: promise.days,
        cost: promise.cost,
        gain: promise.gain ?? request.gain,
      };
}
