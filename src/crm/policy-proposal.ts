import * as z from 'zod/mini';
import { MODEL_VERSION } from '../scoring/model-version.ts';
import type { FieldError } from './field-error.ts';
import { parseJson } from './parse-json.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { readPolicySettings } from './policy-settings.ts';
import { whatToEnter } from '../vocabulary/fault.ts';

/** Ledger key of the settings somebody proposes; there is one at a time. */
export const policyProposalKey = 'policy/proposal';

/** Settings that can be learnt, by their path in the policy's settings: shares, ranges and the noise of answers. Nothing else can be proposed. */
const learntPath = z
  .string()
  .check(
    z.regex(/^model\.(?:(?:priors|beliefs)\.(?:cashPosition|termsImportance|urgency)\.[a-z_]+|responseNoise|silence)$/),
  );
const size = z.number().check(z.gte(0));

/** Values for settings, to be looked at and saved, or not, by whoever has the policy's key. */
export const policyProposalSchema = z.strictObject({
  settings: z.record(learntPath, z.union([size, z.tuple([size, size, size])])),
  /** Answers of customers they were learnt from. */
  answers: z.int().check(z.gte(1)),
});
export type PolicyProposal = z.infer<typeof policyProposalSchema>;

/** Body of `policy/proposal`: with the model it was learnt under; absent in what was proposed under the first. */
export const storedProposalSchema = z.extend(policyProposalSchema, { modelVersion: z.optional(z.int()) });

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads a proposal, and whether the policy could be saved with it. Never throws.
 *
 * @param body - JSON text
 * @param policy - in force
 * @returns the proposal, or its faults with the settings they are about
 */
export function readProposal(
  body: string,
  { model, app }: Pick<PolicyInForce, 'model' | 'app'>,
):
  | { readonly ok: true; readonly proposal: PolicyProposal }
  | { readonly ok: false; readonly faults: readonly FieldError[] } {
  const parsed = storedProposalSchema.safeParse(parseJson(body));
  // Sizes learnt under another model mean something else.
  if (!parsed.success || parsed.data.modelVersion !== MODEL_VERSION)
    return { ok: false, faults: [{ field: '', message: 'this is no proposal' }] };
  const { settings: proposed, answers } = parsed.data;
  const settings = Object.entries(proposed).reduce<unknown>(
    (node, [path, value]) => withValue(node as Node, path.split('.'), value),
    { model, app },
  );
  const read = readPolicySettings(settings);
  return read.ok
    ? { ok: true, proposal: { settings: proposed, answers } }
    : { ok: false, faults: read.faults.map((fault) => ({ field: fault.path, message: whatToEnter(fault) })) };
}

function withValue(node: Node, [key = '', ...rest]: readonly string[], value: unknown): Node {
  return { ...node, [key]: rest.length === 0 ? value : withValue(node[key] as Node, rest, value) };
}
