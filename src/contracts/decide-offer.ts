import * as z from 'zod/mini';
import { actorSchema, revisionSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';
import { offerEventsSchema } from './offer-parts.ts';

/** `decide-offer`: an approver decides on the attested deal's offer. HubSpot attests nobody, so the policy's key is asked for, and the user the card reports must be an approver of the policy. */
export const decideOfferUid = 'decide_offer';
const common = {
  revision: revisionSchema,
  by: actorSchema,
  /** The secret `POLICY_EDIT_KEY`. */ key: z.string(),
  /** HubSpot user id, as the card reports it. */ userId: z.string(),
};
const reason = z.string().check(z.maxLength(2000));
export const decideOfferRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('approve'), reason }),
  /** Approved at another discount, a fraction. */
  z.strictObject({ ...common, action: z.literal('counter'), discount: z.number().check(z.gt(-1), z.lt(1)), reason }),
  z.strictObject({ ...common, action: z.literal('reject'), reason: reason.check(z.minLength(1)) }),
]);
export type DecideOfferRequest = z.infer<typeof decideOfferRequestSchema>;

export const decideOfferReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), events: offerEventsSchema }),
  failureSchema,
]);
export type DecideOfferReply = z.infer<typeof decideOfferReplySchema>;
