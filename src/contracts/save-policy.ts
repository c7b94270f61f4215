import * as z from 'zod/mini';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `save-policy`: keeps a new version of the seller's policy and puts it in force. Scores stay as they are: their policy version tells that they are stale. */
export const savePolicyUid = 'save_policy';
export const savePolicyRequestSchema = z.strictObject({
  /** The secret `POLICY_EDIT_KEY`: functions are not told who calls. */
  key: z.string(),
  /** Latest version the page knew, 0 for none. If there is a later one by now the reply is `conflict`. */
  basedOn: z.int().check(z.gte(0)),
  /** A `PolicySettings`; the function checks it, so that each fault comes back with its field. */
  settings: z.unknown(),
  /** Name of whoever saves, as the page knows it. */
  author: actorSchema,
});
export type SavePolicyRequest = z.infer<typeof savePolicyRequestSchema>;

export const savePolicyReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** The version kept, or the one in force when it says the same. */
    version: z.int(),
  }),
  failureSchema,
]);
export type SavePolicyReply = z.infer<typeof savePolicyReplySchema>;
