import { annualCostOfCash } from '../scoring/cost-of-cash.ts';
import type { PlanBasis } from './basis.ts';
import { annualPrice } from './backlog.ts';
import { worthOf } from './candidate.ts';
import { pipelineEffect } from './effects.ts';
import type { PipelineEffect } from './effects.ts';
import { freedCashByWeek } from './freed-cash.ts';
import type { FreedCashWeek } from './freed-cash.ts';
import type { PipelineDeal } from './pipeline.ts';
import { planWithOrder } from './plan.ts';
import type { LiquidityPlan, PlannedDeal } from './plan.ts';
import { supplyCurve } from './supply-curve.ts';
import type { SupplyPoint } from './supply-curve.ts';
import type { DealTrades, Trade } from './trades.ts';

/** A deal of a plan with all that is told of it; no trade for a deal left as it is. */
export type PlanLine = PlannedDeal & {
  readonly deal: PipelineDeal;
  readonly trade: Trade | null;
  /** That the deal closes and the customer agrees. */
  readonly chance: number;
  /** What the trade is worth on average at the plan's price of cash, home currency: the order of work. */
  readonly benefit: number;
};

export type PipelinePlan = {
  readonly plan: LiquidityPlan;
  /** In order of work. */
  readonly lines: readonly PlanLine[];
  readonly effect: PipelineEffect;
  readonly freed: readonly FreedCashWeek[];
  readonly supply: readonly SupplyPoint[];
  /** What the next unit of cash costs a year before any trade (docs/model.md section 4). */
  readonly priceBefore: number;
  /** Between which the plan's price of cash lies: the bank's rate and what the backlog earns, effective annual. */
  readonly priceRange: { readonly bank: number; readonly backlog: number };
};

/** A deal with the trades its card makes at each price of the plan. */
export type WorkedDeal = PipelineDeal & { readonly worked: DealTrades };

/**
 * Plans a pipeline and works out all its page shows.
 *
 * @param deals - worked out on the same basis
 * @param basis - in home currency
 * @param weeks - how far freed cash is counted
 */
export function planPipeline(deals: readonly WorkedDeal[], basis: PlanBasis, weeks: number): PipelinePlan {
  const worked = deals.map((deal) => deal.worked);
  const { plan, chosen, order } = planWithOrder(worked, basis);
  const lines = order.map((index, place): PlanLine => {
    const deal = deals[index] as WorkedDeal;
    const planned = plan.deals[place] as PlannedDeal;
    const trade = chosen.choices[index]?.trade ?? null;
    return {
      ...planned,
      deal,
      trade,
      chance: planned.closingProbability * planned.acceptance,
      benefit: trade === null ? 0 : worthOf(deal.worked, trade, chosen.premium),
    };
  });
  const inPlan = lines.map(({ deal: { input }, trade }) => ({ input, trade }));
  return {
    plan,
    lines,
    effect: pipelineEffect(inPlan),
    freed: freedCashByWeek(inPlan, weeks),
    supply: supplyCurve(worked, basis),
    priceBefore: annualCostOfCash(1, basis.policy),
    priceRange: {
      bank: basis.policy.borrowingRate,
      backlog: annualPrice(basis.backlog, basis.backlog.premiumPerDay),
    },
  };
}
