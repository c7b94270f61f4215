import type { Policy } from '../policy/index.ts';
import type { Field } from '../scoring/index.ts';
import type { AskedCustomer } from './known-bands.ts';
import { knownBands } from './known-bands.ts';
import { posteriorShares } from './posterior-shares.ts';
import { changesOf, toThreeDigits } from './proposed-change.ts';
import type { Proposed } from './proposed-change.ts';

/** What was believed before any answer counts for as many customers. */
export const PRIOR_CUSTOMERS = 20;

/**
 * How common each band of a field is, from the customers whose band is known. A field nobody was asked about stays as it is.
 *
 * @param asked - in the order they were asked
 * @param policy - in force
 * @param before - believed before any of the answers
 */
export function proposePriors(asked: readonly AskedCustomer[], field: Field, policy: Policy, before: Policy): Proposed {
  const counts = Object.fromEntries(knownBands(asked, field));
  const answers = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (answers === 0) return { policy, changes: [] };
  const current: Readonly<Record<string, number>> = policy.priors[field];
  const shares = Object.entries(posteriorShares<string>(before.priors[field], counts, PRIOR_CUSTOMERS)).map(
    ([band, share]) => [band, toThreeDigits(share)] as const,
  );
  return {
    policy: { ...policy, priors: { ...policy.priors, [field]: Object.fromEntries(shares) } },
    changes: shares.flatMap(([band, share]) =>
      changesOf({ setting: `priors.${field}.${band}`, current: [current[band] as number], proposed: [share], answers }),
    ),
  };
}
