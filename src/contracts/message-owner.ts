import * as z from 'zod/mini';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/**
 * `message-owner`: a page puts a deal on its owner's list of tasks, once a deal and day, with the advice the deal carries. Nobody else gets a task, nothing
 * is granted, and nothing of the deal is answered. `not_possible` for a deal that is closed or nobody's.
 */
export const messageOwnerUid = 'message_owner';

export const messageOwnerRequestSchema = z.strictObject({
  dealId: z.string().check(z.regex(/^\d{1,19}$/)),
  by: actorSchema,
});
export type MessageOwnerRequest = z.infer<typeof messageOwnerRequestSchema>;

export const messageOwnerReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Whether this caller gave the owner today's task, and who did. */
    isFirst: z.boolean(),
    by: z.string(),
  }),
  failureSchema,
]);
export type MessageOwnerReply = z.infer<typeof messageOwnerReplySchema>;
