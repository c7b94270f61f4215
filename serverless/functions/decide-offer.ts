import { decideOfferRequestSchema, decideOfferUid } from '@deal-terms/core/contracts';
import type { DecideOfferReply, DecideOfferRequest } from '@deal-terms/core/contracts';
import { addDays } from '@deal-terms/core/crm';
import { appraise } from '@deal-terms/core/offers';
import type { OfferAction } from '@deal-terms/core/offers';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { carryOutOffer } from '../offers/carry-out.ts';
import { withKnownMargin } from '../offers/known-margin.ts';
import { firstOfferKeys } from '../offers/offer-entries.ts';
import { readOfferContext } from '../offers/offer-context.ts';
import type { OfferContext } from '../offers/offer-context.ts';
import { checkCode } from '../policy/approval-code.ts';
import { connectOffers } from '../ports/offer-port.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<DecideOfferReply, { ok: true }>;

/** An approver's side of an offer. */
export const decideOffer: AppFunction<DecideOfferRequest, OfferPort, Done> = {
  uid: decideOfferUid,
  request: decideOfferRequestSchema,
  connect: connectOffers,
  run,
};

/** HubSpot's entry point. */
export const main = serve(decideOffer);

/** A decision without who made it. */
type Wanted = DecideOfferRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'key' | 'userId' | 'revision' | 'by'>
    : never
  : never;

async function run({
  request,
  crm,
  dealId,
  nowMs,
  secret,
}: Call<DecideOfferRequest, OfferPort>): Promise<Done | Refusal> {
  const { revision, by, key, userId, ...wanted } = request;
  const opened = await checkCode(crm, { given: key, secret, nowMs, keys: firstOfferKeys(dealId) });
  if (!opened.ok) return opened;
  const withLines = wanted.action === 'counter';
  const [read, people] = await Promise.all([
    readOfferContext(crm, { dealId, nowMs, withLines, entries: opened.entries }),
    crm.people(),
  ]);
  if (!read.ok) return read;
  const { context } = read;
  const ownerId = people.find((person) => person.userId === userId)?.ownerId;
  if (ownerId === undefined || !context.installation.policy.app.approverIds.includes(ownerId))
    return refuse('not_approver');
  const possible = await approverAction(crm, context, wanted);
  if (!possible.ok) return possible;
  const done = await carryOutOffer(crm, context, { revision, by, wanted, event: possible.event });
  return done.ok ? { ok: true, events: [...done.events] } : done;
}

async function approverAction(
  crm: OfferPort,
  context: OfferContext,
  wanted: Wanted,
): Promise<{ readonly ok: true; readonly event: OfferAction } | Refusal> {
  const {
    today,
    installation: { policy },
    negotiation: { proposal, status },
  } = context;
  const { reason } = wanted;
  if (wanted.action === 'reject') return { ok: true, event: { action: 'reject', reason } };
  if (policy.limitsUnknown === true) return refuse('limits_unknown');
  const validUntil = addDays(today, policy.app.approvalDays);
  if (wanted.action === 'approve') return { ok: true, event: { action: 'approve', reason, validUntil } };
  if (proposal === null) return refuse('not_possible', { expedite: { state: status } });
  const resolved = await withKnownMargin(crm, context);
  if (!resolved.ok)
    return refuse(resolved.code, resolved.code === 'invalid_field' ? { fields: [...resolved.fields] } : {});
  const terms = { ...proposal.terms, discount: wanted.discount };
  const weighed = appraise(resolved, terms, policy);
  return weighed.ok
    ? { ok: true, event: { action: 'counter', terms, appraisal: weighed.appraisal, reason, validUntil } }
    : refuse('invalid_field', { fields: [weighed.fault] });
}
