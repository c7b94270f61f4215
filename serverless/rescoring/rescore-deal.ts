import {
  decodeDeal,
  encodeFigures,
  encodeScore,
  fingerprintOf,
  isInstalled,
  localDate,
  resolveScoringInput,
  scoreChanges,
  scorePropertyOf,
  storableValues,
} from '@deal-terms/core/crm';
import type { Evidence } from '@deal-terms/core/evidence';
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
 * @param properties - `rescoredDealPropertyNames` of the deal
 * @param found - what HubSpot knows of it now; null: as it was stored
 * @param evenCurrent - whether a score that still answers for its inputs is worked out again
 */
export function rescoreDeal(
  properties: Properties,
  found: Evidence | null,
  { account, policy }: Installation,
  nowMs: number,
  evenCurrent: boolean,
): Rescored {
  const newEvidence = isInstalled(account, scorePropertyOf.evidence) ? (found ?? undefined) : undefined;
  const { facts, customer, score } = decodeDeal(properties, account, newEvidence);
  const resolved = resolveScoringInput({
    facts,
    captured: customer,
    policy,
    account,
    today: localDate(nowMs, account),
  });
  if (!resolved.ok) return { outcome: 'skipped', reason: resolved.code };
  // The score stands; what it rests on may have grown: another paid invoice, the same median.
  const isWhole =
    score?.packageId === null ||
    score?.gainAtBankRate !== null ||
    !isInstalled(account, scorePropertyOf.gainAtBankRate);
  if (!evenCurrent && isWhole && score?.fingerprint === fingerprintOf(resolved, policy.scoresSince)) {
    const figures = Object.entries(storableValues(account, encodeFigures(resolved))).filter(
      ([name, value]) => (properties[name] ?? '') !== value,
    );
    return figures.length === 0
      ? { outcome: 'current' }
      : { outcome: 'changed', properties: Object.fromEntries(figures) };
  }
  const wanted = storableValues(
    account,
    encodeScore({
      result: scoreDeal(resolved.input),
      resolved,
      policyVersion: policy.scoresSince,
      scoredAt: new Date(nowMs).toISOString(),
    }),
  );
  const changes = scoreChanges(properties, wanted);
  return Object.keys(changes).length === 0 ? { outcome: 'same' } : { outcome: 'changed', properties: changes };
}
