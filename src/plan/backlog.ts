import type { Policy } from '../policy/index.ts';
import { backlogReturn } from '../scoring/cost-of-cash.ts';

/** The backlog as the plan sees it, per day and simple over one cycle (model section 11). */
export type Backlog = {
  readonly bankRatePerDay: number;
  /** What a currency-day put into the backlog earns over the bank, μ. */
  readonly premiumPerDay: number;
  /** Currency-days it can use, C. */
  readonly capacity: number;
};

/** The backlog of a policy, per day. */
export function backlogOf({ backlog, borrowingRate }: Policy): Backlog {
  const { cycleDays, unfundedCost } = backlog;
  const bankRatePerDay = ((1 + borrowingRate) ** (cycleDays / 365) - 1) / cycleDays;
  return {
    bankRatePerDay,
    premiumPerDay: Math.max(0, backlogReturn(backlog) / cycleDays - bankRatePerDay),
    capacity: unfundedCost * cycleDays,
  };
}

/** Price of cash a year, effective, when a currency-day is worth `price` over the bank's (model section 11). */
export function annualPrice({ bankRatePerDay }: Backlog, price: number, cycleDays: number): number {
  return (1 + (bankRatePerDay + price) * cycleDays) ** (365 / cycleDays) - 1;
}

/** Expected gain at the bank rate, and expected currency-days, of a plan or of a part of one. */
export type Totals = { readonly gain: number; readonly cash: number };

/** What totals are worth once their cash has financed what the backlog can use. */
export function worth({ gain, cash }: Totals, { premiumPerDay, capacity }: Backlog): number {
  return gain + premiumPerDay * Math.min(capacity, cash);
}
