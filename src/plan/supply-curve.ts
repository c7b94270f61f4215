import { chanceOf } from './candidate.ts';
import type { PlanBasis } from './basis.ts';
import type { DealTrades } from './trades.ts';

/** A point of the supply of cash: at this price of cash, the cards' trades release this much. */
export type SupplyPoint = {
  /** Expected, for one backlog cycle: currency-days over the cycle's days. Home currency. */
  readonly cash: number;
  /** Effective annual. */
  readonly priceOfCash: number;
};

/** What cash the trades on a pipeline's cards release at each price of the plan, from the bank's rate to what the backlog earns. */
export function supplyCurve(deals: readonly DealTrades[], { prices, backlog }: PlanBasis): SupplyPoint[] {
  return prices.map(({ cost }, step) => {
    const cashDays = deals.reduce((sum, deal) => {
      const trade = deal.trades[step] ?? null;
      return trade === null ? sum : sum + chanceOf(deal, trade) * trade.cashDays;
    }, 0);
    return { cash: cashDays / backlog.cycleDays, priceOfCash: cost.annualRate };
  });
}
