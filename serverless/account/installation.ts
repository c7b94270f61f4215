import {
  accountKey,
  accountSchema,
  currentPolicyKey,
  isTimeZone,
  readPolicy,
  totalsKey,
  totalsSchema,
} from '@deal-terms/core/crm';
import type { Account, DealTotals, PolicyInForce } from '@deal-terms/core/crm';
import type * as z from 'zod/mini';
import type { LedgerPort } from '../ports/deal-port.ts';

/** What every function needs of the ledger. */
export type Installation = { readonly account: Account; readonly policy: PolicyInForce };

/**
 * Account and policy from the ledger, in one call.
 *
 * @returns null when the account entry is missing or unusable: `crm:install` writes it
 * @throws {CrmError}
 */
export async function readInstallation(crm: LedgerPort): Promise<Installation | null> {
  return installationOf(await crm.readLedger([accountKey, currentPolicyKey]));
}

/** As `readInstallation`, with what `rescore` counted last: null when it never did. */
export async function readInstallationWithTotals(
  crm: LedgerPort,
): Promise<(Installation & { readonly totals: DealTotals | null }) | null> {
  const ledger = await crm.readLedger([accountKey, currentPolicyKey, totalsKey]);
  const installation = installationOf(ledger);
  return installation === null ? null : { ...installation, totals: parseBody(ledger.get(totalsKey), totalsSchema) };
}

/** The account from the body of its entry; null when it is missing or unusable. */
export function readAccount(body: string | null | undefined): Account | null {
  const account = parseBody(body, accountSchema);
  return account !== null && (account.clock !== undefined || isTimeZone(account.timeZone)) ? account : null;
}

/** Account and policy from ledger bodies by key; null when the account entry is missing or unusable. */
export function installationOf(ledger: ReadonlyMap<string, string | null>): Installation | null {
  const account = readAccount(ledger.get(accountKey));
  if (account === null) return null;
  return { account, policy: readPolicy(ledger.has(currentPolicyKey) ? (ledger.get(currentPolicyKey) ?? '') : null) };
}

/** An entry's body; null for what is not there or cannot be used. */
export function parseBody<T>(body: string | null | undefined, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(body ?? ''));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
