import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { offerAnswers } from '../crm/stored-offer.ts';
import { outcomeSchema, trialAnswers } from '../offers/offer-event.ts';
import { offeredTermsSchema } from '../offers/offered-terms.ts';
import { actorSchema, revisionSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';
import { offerEventsSchema } from './offer-parts.ts';

/**
 * `offer-terms`: the rep says what was offered, asks for approval of what goes beyond the limits, and records what the customer answered and did, and said to trial questions, on the attested deal.
 * `over_limit` for an offer that needs an approval and has none. Of two who act on the same revision one wins and the other gets `already_decided`; a repeat does nothing twice.
 */
export const offerTermsUid = 'offer_terms';
const common = { revision: revisionSchema, by: actorSchema };
const note = z.string().check(z.maxLength(2000));
/** The discount a customer that wants more would say yes at; null where it named none. */
const counterDiscount = z._default(z.nullable(z.number().check(z.gt(-1), z.lt(1))), null);
export const offerTermsRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('offer'), terms: offeredTermsSchema }),
  z.strictObject({ ...common, action: z.literal('ask'), terms: offeredTermsSchema }),
  z.strictObject({
    ...common,
    action: z.literal('answer'),
    answer: z.enum(offerAnswers),
    answeredOn: isoDateSchema,
    note,
    counterDiscount,
  }),
  /** A trial question and what the customer said to it. */
  z.strictObject({
    ...common,
    action: z.literal('trial'),
    terms: offeredTermsSchema,
    said: z.enum(trialAnswers),
    counterDiscount,
    note,
  }),
  /** For a day, of the last trial question only; `corrects` is the revision that recorded it. */
  z.strictObject({
    ...common,
    action: z.literal('correct_trial'),
    corrects: revisionSchema,
    said: z.enum([...trialAnswers, 'not_asked']),
    counterDiscount,
    note,
  }),
  z.strictObject({ ...common, action: z.literal('record'), outcome: outcomeSchema }),
  /** After a yes: the deal's amount becomes the agreed price, the one before is kept beside it; or the one before again. */
  z.strictObject({ ...common, action: z.literal('set_amount'), to: z._default(z.enum(['agreed', 'list']), 'agreed') }),
  /** A task for whoever was asked for an approval; once a day. */
  z.strictObject({ ...common, action: z.literal('remind') }),
]);
export type OfferTermsRequest = z.infer<typeof offerTermsRequestSchema>;

export const offerTermsReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    events: offerEventsSchema,
    /** Of `remind`: whether a task was made now, or had been today. */
    reminder: z.optional(z.enum(['sent', 'sent_before'])),
  }),
  failureSchema,
]);
export type OfferTermsReply = z.infer<typeof offerTermsReplySchema>;
