import { currentPolicyKey, policyVersionKey, readPolicy } from '@deal-terms/core/crm';
import type { Account, PolicyInForce } from '@deal-terms/core/crm';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { isUsable, newestOf, readRange, readVersions } from './policy-versions.ts';

/**
 * The policy in force. An entry that is damaged, deleted or not the app's own counts for nothing, nor does an older one that somebody put back: then the
 * newest version that can be used stands in, and where there is none, though one was saved, nobody knows what the limits are. No call unless something is
 * wrong, or the entry was changed after the app sealed it.
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
  if (current !== undefined && isUsable(current)) return unlessPutBack(ledger, current);
  const why = faultOf(current);
  const { byNumber } = await readVersions(ledger, null);
  const newest = newestOf(byNumber);
  if (newest === undefined)
    return {
      ...readPolicy(null),
      limitsUnknown: true,
      warning: `${why} No earlier version can be used either, so nobody knows the limits: nothing that needs one is recorded until somebody saves the policy anew.`,
    };
  const [number, { body }] = newest;
  return { ...readPolicy(body), warning: `${why} Version ${number}, the newest that can be used, stands in.` };
}

/** Its own seal goes with an old policy that is put back; the versions kept since tell. */
async function unlessPutBack(
  ledger: Pick<LedgerPort, 'readEntries'>,
  { body, isChangedSince }: StoredEntry,
): Promise<PolicyInForce> {
  const policy = readPolicy(body);
  const { version } = policy;
  const newest = isChangedSince ? newestOf(await readRange(ledger, version + 1, version + 100)) : undefined;
  if (newest === undefined) return policy;
  const [number, entry] = newest;
  return {
    ...readPolicy(entry.body),
    warning: `Somebody put version ${version} of the policy back in HubSpot, outside of the settings. Version ${number}, the newest that can be used, stands in.`,
  };
}

function faultOf(current: StoredEntry | undefined): string {
  if (current === undefined) return 'The policy in force was deleted.';
  if (!current.isGenuine) return 'The policy in force was not written by the app.';
  return `The policy in force cannot be used. ${readPolicy(current.body).fault ?? ''}`;
}
