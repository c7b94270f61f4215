import type { CustomerProfile, ProfileField } from './customer-profile.ts';
import { profilePropertyOf } from './customer-profile.ts';
import { decodeCustomerProfile, encodeCustomerProfile } from './customer-profile-codec.ts';
import type { Account, LedgerKind } from './ledger.ts';

/**
 * Deal properties, and choices as `property=value`, that came after the first version. The account entry lists those that `crm:install` has put into the
 * account; what it does not list is left out of every write until then.
 */
export const laterAdditions = [
  'terms_evidence',
  'terms_figures_assumed',
  'terms_assumed_figures',
  'terms_list_amount',
  'terms_next_question=trial',
  'terms_themes',
  'terms_stated_cost_of_cash',
  'terms_stated_loss_per_day',
  'terms_break_even_rate',
  'terms_gain_at_bank_rate',
] as const;
export type LaterAddition = (typeof laterAdditions)[number];

/** Kinds of ledger entries that came after the first version. */
const laterKinds = [
  'attempt',
  'reminder',
  'themes',
  'meeting',
  'task',
  'scenario',
] as const satisfies readonly LedgerKind[];

function namedKind(kind: LedgerKind): string {
  return `kind=${kind}`;
}

/** What `crm:install` lists in the account entry: every later addition, and the later choices of the ledger's property *Kind* as `kind=value`. */
export const listedAdditions: readonly string[] = [...laterAdditions, ...laterKinds.map(namedKind)];

type Installed = Pick<Account, 'additions'>;

/** Kinds the account's ledger has no choice for yet: its entries are written without, as their keys tell what they are. */
export function missingKinds({ additions = [] }: Installed): LedgerKind[] {
  return laterKinds.filter((kind) => !additions.includes(namedKind(kind)));
}

/** What the account does not have yet: another `crm:install` puts it there. */
export function missingAdditions({ additions = [] }: Installed): LaterAddition[] {
  return laterAdditions.filter((addition) => !additions.includes(addition));
}

/** Whether the account has a property of the app, or a choice (`property=value`). */
export function isInstalled(account: Installed, name: string): boolean {
  return !(missingAdditions(account) as readonly string[]).includes(name);
}

/** Property values as the account can store them: a property it does not have is left out, a choice it does not have is none. */
export function storableValues<Values extends Readonly<Record<string, string>>>(
  account: Installed,
  values: Values,
): Partial<Values> {
  const missing = new Set<string>(missingAdditions(account));
  if (missing.size === 0) return values;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !missing.has(name))
      .map(([name, value]) => [name, missing.has(`${name}=${value}`) ? '' : value]),
  ) as Partial<Values>;
}

/** Answers as the account can store them: without those it has no property for. */
export function storableProfile(account: Installed, captured: CustomerProfile): CustomerProfile {
  return decodeCustomerProfile(storableValues(account, encodeCustomerProfile(captured)));
}

/** Whether the account can store an answer. */
export function isFieldInstalled(account: Installed, field: ProfileField): boolean {
  return isInstalled(account, profilePropertyOf[field]);
}
