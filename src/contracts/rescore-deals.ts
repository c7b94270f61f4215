import * as z from 'zod/mini';
import { failureSchema } from './failure.ts';

/** `rescore-deals`: scores up to a hundred deals from what is stored on them, for a page or a list. Writes scores and nothing else, answers with counts and the ids of deals that have no new score. */
export const rescoreDealsUid = 'rescore_deals';
/** As many as one call takes within its time. */
export const rescoreDealsAtOnce = 100;

export const rescoreDealsRequestSchema = z.strictObject({
  dealIds: z.array(z.string().check(z.regex(/^\d{1,19}$/))).check(z.minLength(1), z.maxLength(rescoreDealsAtOnce)),
});
export type RescoreDealsRequest = z.infer<typeof rescoreDealsRequestSchema>;

/**
 * Why a deal has no new score.
 * - `missing_amount`, `no_exchange_rate` it lacks what money needs · `invalid_field` an answer on it cannot be used
 * - `not_found` HubSpot has no such deal · `refused` HubSpot did not store the score
 * - `required_property` a rule of the account demands properties that are empty; `properties` has their labels
 */
export const unscoredReasonSchema = z.enum([
  'missing_amount',
  'no_exchange_rate',
  'invalid_field',
  'not_found',
  'refused',
  'required_property',
]);
export type UnscoredReason = z.infer<typeof unscoredReasonSchema>;

export const unscoredDealSchema = z.object({
  dealId: z.string(),
  reason: unscoredReasonSchema,
  properties: z.array(z.string()),
});
export type UnscoredDeal = z.infer<typeof unscoredDealSchema>;

export const rescoreDealsReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** The sum of `scored`, `skipped` and `failed`; ids sent twice count once. */
    deals: z.int(),
    /** Worked out, whether or not anything came out differently. */
    scored: z.int(),
    changed: z.int(),
    /** No amount, no exchange rate, or an answer that cannot be used. */
    skipped: z.int(),
    /** HubSpot has no such deal, or refused to write it. */
    failed: z.int(),
    /** One for each of `skipped` and `failed`. */
    unscored: z.array(unscoredDealSchema),
  }),
  failureSchema,
]);
export type RescoreDealsReply = z.infer<typeof rescoreDealsReplySchema>;
