import { profilePropertyOf } from '../crm/customer-profile.ts';
import { nativePropertyOf } from '../crm/deal-property-names.ts';
import { decodeDeal } from '../crm/decode-deal.ts';
import type { Account } from '../crm/ledger.ts';
import type { PropertyValues } from '../crm/property-values.ts';

/** A deal with the customer's words or a theme, open or closed. */
export type ThemeDeal = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal belongs to none; so with owners. */
  readonly companyId: string;
  readonly ownerId: string;
  /** In home currency; 0 when there is none, or no exchange rate. */
  readonly value: number;
  readonly state: 'open' | 'won' | 'lost';
  /** `2026-11`, when it closes or closed, in the account's time zone; null when nobody said. */
  readonly month: string | null;
  /** In the customer's own words. */
  readonly why: string | null;
  /** Ids. */
  readonly themes: readonly string[];
};

/** Read for `themeDeal`. */
export const themeDealPropertyNames: readonly string[] = [
  nativePropertyOf.id,
  nativePropertyOf.name,
  nativePropertyOf.amountHome,
  nativePropertyOf.closesOn,
  nativePropertyOf.isClosed,
  nativePropertyOf.isWon,
  nativePropertyOf.companyId,
  nativePropertyOf.ownerId,
  profilePropertyOf.customerWhy,
  profilePropertyOf.themes,
];

/**
 * What the management table hears of a deal's why.
 *
 * @param record - deal properties by name, `themeDealPropertyNames` of it
 * @param account - its time zone
 */
export function themeDeal(record: PropertyValues, account: Account): ThemeDeal {
  const { id, name, facts, customer } = decodeDeal(record, account);
  return {
    dealId: id,
    dealName: name,
    companyId: facts.companyId ?? '',
    ownerId: facts.ownerId ?? '',
    value: facts.amountHome ?? 0,
    state: facts.isClosed ? (facts.isWon ? 'won' : 'lost') : 'open',
    month: facts.closesOn?.slice(0, 7) ?? null,
    why: customer.customerWhy,
    themes: customer.themes,
  };
}
