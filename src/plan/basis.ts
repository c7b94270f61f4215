import type { Policy } from '../policy/index.ts';
import { costOfCashAt } from '../scoring/cost-of-cash.ts';
import type { CostOfCash } from '../scoring/discounting.ts';
import type { Backlog } from './backlog.ts';
import { annualPrice, backlogOf, premiumsOf } from './backlog.ts';

/** Days from today within which cash must come to count, unless another horizon is asked for (docs/model.md section 11, H). */
export const HORIZON_DAYS = 182;

/** A price of cash that cards could be made at. */
export type Price = {
  /** Of a currency-day over the bank's, λ. */
  readonly premium: number;
  readonly cost: CostOfCash;
};

/** What the trades of a plan are worked out by: the same for all its deals. */
export type PlanBasis = {
  readonly policy: Policy;
  readonly horizonDays: number;
  readonly backlog: Backlog;
  readonly bank: CostOfCash;
  /** From the bank's rate up. */
  readonly prices: readonly Price[];
};

/**
 * Prepares a plan.
 *
 * @param policy - money in the deals' currency; a price of cash it sets is not used: the plan is what finds it
 */
export function planBasis(policy: Policy, horizonDays = HORIZON_DAYS): PlanBasis {
  const backlog = backlogOf(policy);
  return {
    policy: { ...policy, priceOfCash: null },
    horizonDays,
    backlog,
    bank: costOfCashAt(policy.borrowingRate, policy),
    prices: premiumsOf(backlog).map((premium) => ({
      premium,
      cost: costOfCashAt(annualPrice(backlog, premium), policy),
    })),
  };
}
