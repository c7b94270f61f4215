import type { Tranche } from '../scoring/index.ts';

/**
 * A payment that falls on the end of a month: so many days after delivery, then to the end of that month, or of the one after it, then so many days more.
 * An invoice is taken to be dated on the day of delivery.
 */
export type MonthEnd = {
  readonly daysBefore: number;
  readonly monthsOn: 0 | 1;
  readonly daysAfter: number;
};

/** When one payment is due. */
export type Due =
  | { readonly by: 'days'; readonly anchor: Tranche['anchor']; readonly days: number }
  | ({ readonly by: 'month end' } & MonthEnd);

/** One payment: a share of the amount, 0 to 1, and when it is due. */
export type TermsPart = { readonly share: number; readonly due: Due };

/** Who pays what when, as a company writes it: shares sum to 1. */
export type PaymentTerms = readonly TermsPart[];

/** Ten years: longer is a slip of the keyboard. */
export const longestDays = 3_650;
