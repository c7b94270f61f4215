import * as z from 'zod/mini';
import { accountSchema } from '../crm/ledger.ts';
import { ownPropertySchema } from '../crm/app-settings.ts';
import { policyInForceSchema } from '../crm/policy-in-force.ts';
import { policyProposalSchema } from '../crm/policy-proposal.ts';
import { failureSchema } from './failure.ts';

/** `read-policy`: the seller's policy with its history, for the settings page. Writes only what an interrupted save left undone. */
export const readPolicyUid = 'read_policy';
export const readPolicyRequestSchema = z.strictObject({
  /** Versions before this one; without it the latest. */
  before: z.optional(z.int().check(z.gte(2))),
});
export type ReadPolicyRequest = z.infer<typeof readPolicyRequestSchema>;

/** One kept version; `readPolicy` of `@deal-terms/core/crm` reads its body. */
export const policyVersionSchema = z.object({
  version: z.int(),
  /** JSON text as stored, possibly unusable. */
  body: z.string(),
  /** As the app was told; HubSpot attests nobody. */
  author: z.string(),
  /** ISO 8601, or empty. */
  writtenAt: z.string(),
  /** Whether the app did not write it, as far as its seal tells: it counts for nothing. */
  isForged: z.boolean(),
});
export type PolicyVersion = z.infer<typeof policyVersionSchema>;

export const readPolicyReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    account: accountSchema,
    policy: policyInForceSchema,
    /** Number of the latest kept version, 0 when there is none: what `save-policy` builds on. */
    latest: z.int(),
    /** Latest first, at most twenty. */
    history: z.array(policyVersionSchema),
    /** Settings somebody proposes since the latest version; null for none. */
    proposal: z.nullable(z.extend(policyProposalSchema, { by: z.string(), /** ISO 8601. */ at: z.string() })),
    /** Whether entries that grant something carry a seal: without the secret `LEDGER_KEY` anybody who may write the ledger can forge them. */
    isProtected: z.boolean(),
    /** A proposal that stands there learnt under an earlier model, whose sizes mean something else: it is not shown. Null for none. */
    droppedProposal: z.nullable(z.object({ by: z.string(), /** ISO 8601. */ at: z.string() })),
    /** Whom expedite requests can go to. */
    owners: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Properties the policy names and the account does not have: nothing is found by them. */
    lackingProperties: z.array(ownPropertySchema),
  }),
  failureSchema,
]);
export type ReadPolicyReply = z.infer<typeof readPolicyReplySchema>;
