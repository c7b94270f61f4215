import * as z from 'zod/mini';

/** Ledger key of the settings somebody proposes; the latest proposal replaces the one before. */
export const policyProposalKey = 'policy/proposal';

/** Settings that can be learnt, by their path in the policy's settings: shares, ranges and the noise of answers. Nothing else can be proposed. */
const learntPath = z
  .string()
  .check(
    z.regex(/^model\.(?:(?:priors|beliefs)\.(?:cashPosition|termsImportance|urgency)\.[a-z_]+|responseNoise|silence)$/),
  );
const size = z.number().check(z.gte(0));

/** Body of `policy/proposal`: values for settings, to be looked at and saved, or not, by whoever has the policy's key. */
export const policyProposalSchema = z.strictObject({
  settings: z.record(learntPath, z.union([size, z.tuple([size, size, size])])),
  /** Answers of customers they were learnt from. */
  answers: z.int().check(z.gte(1)),
});
export type PolicyProposal = z.infer<typeof policyProposalSchema>;
