import * as z from 'zod/mini';
import { isoDateSchema, offerAnswers } from '../crm/index.ts';
import { appraisalSchema } from './appraisal.ts';
import { offeredTermsSchema } from './offered-terms.ts';

const note = z.string().check(z.maxLength(2000));
/** Last day of an approval; missing in those from before there was one. */
const validUntil = z.optional(isoDateSchema);
const money = z.number().check(z.gte(0));

/** The result of agreed terms; null is "not yet" or "not known". Later records replace earlier ones whole. */
export const outcomeSchema = z.strictObject({
  /** The day the agreed days count from. */
  orderedOn: isoDateSchema,
  deliveredOn: z.nullable(isoDateSchema),
  /** The day the last payment came. */
  paidOn: z.nullable(isoDateSchema),
  forecastsSent: z.nullable(z.boolean()),
  /** In the deal's currency. */
  actualExpediteCost: z.nullable(money),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Somebody who approves: HubSpot owner and user, and a name to show. */
export const approverSchema = z.object({ ownerId: z.string(), userId: z.nullable(z.string()), name: z.string() });
export type Approver = z.infer<typeof approverSchema>;

/** What a customer says to a trial question. */
export const trialAnswers = ['yes', 'more', 'no'] as const;
export type TrialAnswer = (typeof trialAnswers)[number];
/** The discount a customer that wants more would say yes at, a fraction of the amount; null where it named none. */
const counterDiscount = z._default(z.nullable(z.number().check(z.gt(-1), z.lt(1))), null);

/** What can happen to a deal's offer; each is an entry of the ledger that can be written once. */
export const offerActionSchema = z.discriminatedUnion('action', [
  /** The rep may not offer this alone. */
  z.object({
    action: z.literal('ask'),
    terms: offeredTermsSchema,
    appraisal: appraisalSchema,
    approvers: z.array(approverSchema),
  }),
  z.object({ action: z.literal('offer'), terms: offeredTermsSchema, appraisal: appraisalSchema }),
  z.object({ action: z.literal('approve'), reason: note, validUntil }),
  /** Approved at another discount. */
  z.object({
    action: z.literal('counter'),
    terms: offeredTermsSchema,
    appraisal: appraisalSchema,
    reason: note,
    validUntil,
  }),
  z.object({ action: z.literal('reject'), reason: note }),
  z.object({
    action: z.literal('answer'),
    answer: z.enum(offerAnswers),
    answeredOn: isoDateSchema,
    note,
    counterDiscount,
  }),
  /** A question a yes or no answers was put to the customer, who answered: nothing is offered by it. */
  z.object({
    action: z.literal('trial'),
    terms: offeredTermsSchema,
    appraisal: appraisalSchema,
    said: z.enum(trialAnswers),
    counterDiscount,
    note,
  }),
  /** What was recorded of a trial question was not so; `not_asked` takes it back. */
  z.object({
    action: z.literal('correct_trial'),
    corrects: z.int(),
    said: z.enum([...trialAnswers, 'not_asked']),
    counterDiscount,
    note,
  }),
  z.object({ action: z.literal('record'), outcome: outcomeSchema }),
]);
export type OfferAction = z.infer<typeof offerActionSchema>;

/** An action with its place in the deal's row of them, who did it (as the card reports it) and when. */
export const offerEventSchema = z.intersection(
  offerActionSchema,
  z.object({ revision: z.int(), by: z.string(), /** ISO 8601. */ at: z.string() }),
);
export type OfferEvent = z.infer<typeof offerEventSchema>;

/** Ledger key of the event that makes a revision: of two who act on the same one, one can write it. */
export function offerKey(dealId: string, revision: number): string {
  return `offer/${dealId}/${revision}`;
}
