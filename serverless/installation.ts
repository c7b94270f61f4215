import { accountKey, accountSchema, currentPolicyKey, isTimeZone, readPolicy } from '@deal-terms/core/crm';
import type { Account, PolicyInForce } from '@deal-terms/core/crm';
import type { LedgerPort } from './ports/deal-port.ts';

/** What every function needs of the ledger. */
export type Installation = { readonly account: Account; readonly policy: PolicyInForce };

/**
 * Account and policy from the ledger, in one call.
 *
 * @returns null when the account entry is missing or unusable: `crm:install` writes it
 * @throws {CrmError}
 */
export async function readInstallation(crm: LedgerPort): Promise<Installation | null> {
  const ledger = await crm.readLedger([accountKey, currentPolicyKey]);
  const account = readAccount(ledger.get(accountKey) ?? '');
  return account === null ? null : { account, policy: readPolicy(ledger.has(currentPolicyKey) ? (ledger.get(currentPolicyKey) ?? '') : null) };
}

function readAccount(body: string): Account | null {
  try {
    const account = accountSchema.safeParse(JSON.parse(body));
    return account.success && isTimeZone(account.data.timeZone) ? account.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
