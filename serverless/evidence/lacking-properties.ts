import type { OwnProperty } from '@deal-terms/core/crm';
import { ownNames } from './own-values.ts';

/** Which of some properties an account has on a kind of record; null where it cannot be told. */
export type ExistingProperties = (
  on: OwnProperty['on'],
  names: readonly string[],
) => Promise<ReadonlySet<string> | null>;

const recordKinds = ['companies', 'deals', 'line_items'] as const;

/**
 * Properties the policy names and the account does not have, so that nothing is ever found by them. One call for each kind of record that is named.
 *
 * @param existing - asks the account
 * @param named - of the policy
 * @throws {CrmError}
 */
export async function lackingProperties(
  existing: ExistingProperties,
  named: readonly OwnProperty[],
): Promise<OwnProperty[]> {
  const there = new Map(
    await Promise.all(
      recordKinds.map(async (on) => {
        const names = ownNames([...named], on);
        return [on, names.length === 0 ? null : await existing(on, names)] as const;
      }),
    ),
  );
  return named.filter(({ on, name }) => there.get(on)?.has(name) === false);
}
