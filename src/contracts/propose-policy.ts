import * as z from 'zod/mini';
import { policyProposalSchema } from '../crm/policy-proposal.ts';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `propose-policy`: puts settings learnt from answers before whoever opens the settings page. Nothing comes into force by it: that takes `save-policy` and its key. */
export const proposePolicyUid = 'propose_policy';
export const proposePolicyRequestSchema = z.strictObject({
  proposal: policyProposalSchema,
  by: actorSchema,
  /** When the waiting proposal was made that this one knowingly replaces, ISO 8601: without it, somebody else's is not displaced (`proposal_pending`). */
  replaces: z.optional(z.nullable(z.string())),
});
export type ProposePolicyRequest = z.infer<typeof proposePolicyRequestSchema>;

export const proposePolicyReplySchema = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), failureSchema]);
export type ProposePolicyReply = z.infer<typeof proposePolicyReplySchema>;
