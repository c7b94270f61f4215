import {
  decodeCaptured,
  decodeDealFacts,
  encodeScore,
  fingerprintOf,
  localDate,
  resolveScoringInput,
  scoreChanges,
} from '@deal-terms/core/crm';
import { scoreDeal } from '@deal-terms/core/scoring';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';

/** What rescoring a deal comes to: the score properties to write, nothing to do, or why there is no score. */
export type Rescored =
  | { readonly outcome: 'changed'; readonly properties: Readonly<Record<string, string>> }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'current' }
  | { readonly outcome: 'skipped'; readonly reason: 'missing_amount' | 'no_exchange_rate' | 'invalid_field' };

/**
 * Scores a deal from what is stored on it.
 *
 * @param properties - all attested deal properties
 * @param evenCurrent - whether a score that still answers for its inputs is worked out again
 */
export function rescoreDeal(
  properties: Properties,
  { account, policy }: Installation,
  nowMs: number,
  evenCurrent: boolean,
): Rescored {
  const resolved = resolveScoringInput({
    facts: decodeDealFacts(properties),
    captured: decodeCaptured(properties),
    policy,
    account,
    today: localDate(nowMs, account),
  });
  if (!resolved.ok) return { outcome: 'skipped', reason: resolved.code };
  if (!evenCurrent && properties['terms_score_inputs'] === fingerprintOf(resolved, policy.version))
    return { outcome: 'current' };
  const wanted = encodeScore({
    result: scoreDeal(resolved.input),
    resolved,
    policyVersion: policy.version,
    scoredAt: new Date(nowMs).toISOString(),
  });
  const changes = scoreChanges(properties, wanted);
  return Object.keys(changes).length === 0 ? { outcome: 'same' } : { outcome: 'changed', properties: changes };
}
