import { annualCostOfCash } from '../scoring/cost-of-cash.ts';
import type { PlanBasis } from './basis.ts';
import { cashByWeek, pipelineEffect } from './effects.ts';
import type { CashWeek, PipelineEffect } from './effects.ts';
import type { PipelineDeal } from './pipeline.ts';
import { planWithOrder } from './plan.ts';
import type { LiquidityPlan, PlannedDeal } from './plan.ts';
import { supplyCurve } from './supply-curve.ts';
import type { SupplyPoint } from './supply-curve.ts';
import type { DealTrades, Trade } from './trades.ts';

/** A deal of a plan with all that is told of it; no trade for a deal left as it is. */
export type PlanLine = PlannedDeal & { readonly deal: PipelineDeal; readonly trade: Trade | null };

export type PipelinePlan = {
  readonly plan: LiquidityPlan;
  /** In order of work. */
  readonly lines: readonly PlanLine[];
  readonly effect: PipelineEffect;
  readonly cash: readonly CashWeek[];
  readonly supply: readonly SupplyPoint[];
  /** What the next unit of cash costs a year before any trade (docs/model.md section 4). */
  readonly priceBefore: number;
};

/** A deal with the trades its card makes at each price of the plan. */
export type WorkedDeal = PipelineDeal & { readonly worked: DealTrades };

/**
 * Plans a pipeline and works out all its page shows.
 *
 * @param deals - worked out on the same basis
 * @param basis - in home currency
 * @param weeks - how far receipts are counted
 */
export function planPipeline(deals: readonly WorkedDeal[], basis: PlanBasis, weeks: number): PipelinePlan {
  const worked = deals.map((deal) => deal.worked);
  const { plan, chosen, order } = planWithOrder(worked, basis);
  const lines = order.map((index, place): PlanLine => {
    return {
      ...(plan.deals[place] as PlannedDeal),
      deal: deals[index] as WorkedDeal,
      trade: chosen.choices[index]?.trade ?? null,
    };
  });
  const inPlan = lines.map(({ deal: { input }, trade }) => ({ input, trade }));
  return {
    plan,
    lines,
    effect: pipelineEffect(inPlan),
    cash: cashByWeek(inPlan, weeks),
    supply: supplyCurve(worked, basis),
    priceBefore: annualCostOfCash(1, basis.policy),
  };
}
