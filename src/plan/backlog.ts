import type { Policy } from '../policy/index.ts';
import { backlogReturn } from '../scoring/cost-of-cash.ts';

/** The backlog as the plan sees it, per day and simple over one cycle (docs/model.md section 11). */
export type Backlog = {
  readonly cycleDays: number;
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
    cycleDays,
    bankRatePerDay,
    premiumPerDay: Math.max(0, backlogReturn(backlog) / cycleDays - bankRatePerDay),
    capacity: unfundedCost * cycleDays,
  };
}

/** Price of cash a year, effective, when a currency-day is worth `premium` over the bank's (docs/model.md section 11, p). */
export function annualPrice({ bankRatePerDay, cycleDays }: Backlog, premium: number): number {
  return (1 + (bankRatePerDay + premium) * cycleDays) ** (365 / cycleDays) - 1;
}

/** Steps in which the premium rises from the bank's rate to what the backlog earns (docs/model.md section 11). */
const STEPS = 40;

/** The premiums λ a plan is tried at: none alone where the backlog can use no cash, or earns no more than the bank. */
export function premiumsOf({ premiumPerDay, capacity }: Backlog): number[] {
  if (premiumPerDay === 0 || capacity === 0) return [0];
  return Array.from({ length: STEPS + 1 }, (_, step) => (premiumPerDay * step) / STEPS);
}
