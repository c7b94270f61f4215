import { missingAdditions } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';

/** What a run leaves out because the account does not have it yet, for the terminal; null where it has everything. */
export function leftOutText(account: Pick<Account, 'additions'>): string | null {
  const missing = missingAdditions(account);
  if (missing.length === 0) return null;
  return `The app was updated, and this account lacks what came with it: ${missing.join(', ')}. None of it is written. Run npm run crm:install, then this again.`;
}
