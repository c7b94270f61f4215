import * as z from 'zod/mini';
import { failureSchema } from './failure.ts';

/** `rescore-deals`: scores up to a hundred deals from what is stored on them, for a page or a list. Writes scores and nothing else, answers with counts only. */
export const rescoreDealsUid = 'rescore_deals';
/** As many as one call takes within its time. */
export const rescoreDealsAtOnce = 100;

export const rescoreDealsRequestSchema = z.strictObject({
  dealIds: z.array(z.string().check(z.regex(/^\d{1,19}$/))).check(z.minLength(1), z.maxLength(rescoreDealsAtOnce)),
});
export type RescoreDealsRequest = z.infer<typeof rescoreDealsRequestSchema>;

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
  }),
  failureSchema,
]);
export type RescoreDealsReply = z.infer<typeof rescoreDealsReplySchema>;
