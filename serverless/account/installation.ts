import { accountKey, accountSchema, currentPolicyKey, policyVersionKey } from '@deal-terms/core/crm';
import type { Account, PolicyInForce } from '@deal-terms/core/crm';
import { parseBody } from '../ports/entry-body.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { policyFrom } from '../policy/policy-in-force.ts';

/** What every function needs of the ledger. */
export type Installation = { readonly account: Account; readonly policy: PolicyInForce };

type Ledger = Pick<LedgerPort, 'readEntries'>;
type Entries = ReadonlyMap<string, StoredEntry>;

/** Entries an installation is read from; whoever reads more of the ledger reads them in the same call. */
export const installationKeys: readonly string[] = [accountKey, currentPolicyKey, policyVersionKey(1)];

/**
 * Account and policy from the ledger. One call, more only where the policy in force cannot be used.
 *
 * @returns null when the account entry is missing or unusable: `crm:install` writes it
 * @throws {CrmError}
 */
export async function readInstallation(ledger: Ledger): Promise<Installation | null> {
  return installationFrom(ledger, await ledger.readEntries(installationKeys));
}

/**
 * As `readInstallation`, of entries that are read already: `installationKeys` among them.
 *
 * @throws {CrmError}
 */
export async function installationFrom(ledger: Ledger, entries: Entries): Promise<Installation | null> {
  const account = readAccount(entries);
  return account === null ? null : { account, policy: await policyFrom(ledger, entries, account) };
}

/** The account from its entry; null when it is missing or unusable. */
export function readAccount(entries: Entries): Account | null {
  return parseBody(entries.get(accountKey)?.body, accountSchema);
}
