import * as z from 'zod/mini';
import { tradedAmount } from './deal-facts.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { readNumber, readText } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/** Whether a deal's stored score still answers for its inputs. `changed` names, in words' keys, what moved since. */
export const freshnessSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unscored') }),
  z.object({ state: z.literal('current'), scoredAt: z.string() }),
  z.object({
    state: z.literal('stale'),
    scoredAt: z.string(),
    /** `inputs` stands for any of margin, dates, terms, answers, currency or rate. */
    changed: z.array(z.enum(['amount', 'policy', 'model', 'inputs'])),
  }),
]);
export type Freshness = z.infer<typeof freshnessSchema>;

/**
 * Whether the score a deal carries still answers for its inputs.
 *
 * @param deal - `properties` as stored; `fingerprint` of its inputs now, null when it can no longer be scored; the policy and model in force
 * @returns when stale, what is known to have moved; `inputs` when it is none of the numbered things
 */
export function freshnessOf({
  properties,
  fingerprint,
  policy,
  modelVersion,
}: {
  readonly properties: PropertyValues;
  readonly fingerprint: string | null;
  readonly policy: Pick<PolicyInForce, 'scoresSince'>;
  readonly modelVersion: number;
}): Freshness {
  const scoredAt = readText(properties['terms_scored_at']);
  const storedFingerprint = readText(properties['terms_score_inputs']);
  if (scoredAt === null || storedFingerprint === null) return { state: 'unscored' };
  if (storedFingerprint === fingerprint) return { state: 'current', scoredAt };
  const moved = [
    readNumber(properties['terms_scored_amount']) !== tradedAmount(properties) && 'amount',
    readNumber(properties['terms_policy_version']) !== policy.scoresSince && 'policy',
    readNumber(properties['terms_model_version']) !== modelVersion && 'model',
  ] as const;
  const changed = moved.filter((what) => what !== false);
  return { state: 'stale', scoredAt, changed: changed.length > 0 ? changed : ['inputs'] };
}
