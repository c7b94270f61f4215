import { currentPolicyKey, policyVersionKey, readPolicy } from '@deal-terms/core/crm';
import type { Account, PolicyInForce } from '@deal-terms/core/crm';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { isUsable, readVersions } from './policy-versions.ts';

/**
 * The policy in force. An entry that is damaged, deleted or not the app's own counts for nothing: then the newest version that can be used stands in, and
 * where there is none, though one was saved, nobody knows what the limits are. No call unless something is wrong.
 *
 * @param entries - `policy/current` and `policy/1` among them
 * @throws {CrmError}
 */
export async function policyFrom(
  ledger: Pick<LedgerPort, 'readEntries'>,
  entries: ReadonlyMap<string, StoredEntry>,
  account: Account,
): Promise<PolicyInForce> {
  const current = entries.get(currentPolicyKey);
  const wasSaved = current !== undefined || entries.has(policyVersionKey(1)) || account.hasPolicy === true;
  if (!wasSaved) return readPolicy(null);
  if (current !== undefined && isUsable(current)) return readPolicy(current.body);
  const why = faultOf(current);
  const { byNumber } = await readVersions(ledger, null);
  const newest = [...byNumber].filter(([, entry]) => isUsable(entry)).sort(([one], [other]) => other - one)[0];
  if (newest === undefined)
    return {
      ...readPolicy(null),
      limitsUnknown: true,
      warning: `${why} No earlier version can be used either, so nobody knows the limits: nothing that needs one is recorded until somebody saves the policy anew.`,
    };
  const [number, { body }] = newest;
  return { ...readPolicy(body), warning: `${why} Version ${number}, the newest that can be used, stands in.` };
}

function faultOf(current: StoredEntry | undefined): string {
  if (current === undefined) return 'The policy in force was deleted.';
  if (!current.isGenuine) return 'The policy in force was not written by the app.';
  return `The policy in force cannot be used: ${readPolicy(current.body).fault ?? ''}.`;
}
