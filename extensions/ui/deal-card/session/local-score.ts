import {
  decodeCustomerProfile,
  decodeDealFacts,
  fingerprintOf,
  freshnessOf,
  resolveScoringInput,
} from '@deal-terms/core/crm';
import type { CustomerProfile, Freshness, PropertyValues, ResolvedDeal } from '@deal-terms/core/crm';
import { MODEL_VERSION, scoreDeal } from '@deal-terms/core/scoring';
import type { ScoreResult } from '@deal-terms/core/scoring';
import type { Basis } from './session.ts';

/** The score of what the form shows, worked out in the card by the same core the function uses; or why there is none. */
export type LocalScore =
  | { readonly kind: 'scored'; readonly result: ScoreResult; readonly resolved: ResolvedDeal }
  | { readonly kind: 'unscorable'; readonly code: 'missing_amount' | 'no_exchange_rate' | 'invalid_field' };

/**
 * Scores a deal as it would be stored with these answers.
 *
 * @param record - deal properties as stored
 * @param captured - answers, stored or not
 * @param basis - account, policy and day
 */
export function scoreLocally(record: PropertyValues, captured: CustomerProfile, basis: Basis): LocalScore {
  const resolved = resolve(record, captured, basis);
  return resolved.ok
    ? { kind: 'scored', result: scoreDeal(resolved.input), resolved }
    : { kind: 'unscorable', code: resolved.code };
}

/** Whether the stored score still answers for the deal as stored. */
export function storedFreshness(record: PropertyValues, basis: Basis): Freshness {
  const resolved = resolve(record, decodeCustomerProfile(record), basis);
  const fingerprint = resolved.ok ? fingerprintOf(resolved, basis.policy.scoresSince) : null;
  return freshnessOf({ properties: record, fingerprint, policy: basis.policy, modelVersion: MODEL_VERSION });
}

function resolve(record: PropertyValues, captured: CustomerProfile, { account, policy, today, evidence }: Basis) {
  return resolveScoringInput({ facts: decodeDealFacts(record, account, evidence), captured, policy, account, today });
}
