import type { Policy } from '../policy/index.ts';
import { costOfCash } from '../scoring/cost-of-cash.ts';
import { cashByWeek, pipelineEffect } from './effects.ts';
import type { CashWeek, DealInPlan, PipelineEffect } from './effects.ts';
import type { PlanOption } from './options.ts';
import type { PipelineDeal } from './pipeline.ts';
import { planLiquidity } from './plan.ts';
import type { LiquidityPlan, PlannedDeal } from './plan.ts';
import { supplyCurve } from './supply-curve.ts';
import type { SupplyPoint } from './supply-curve.ts';

/** A deal of a plan with all that is told of it. */
export type PlanLine = PlannedDeal & {
  readonly deal: PipelineDeal;
  /** At the centre of what is believed; 0 for a deal left as it is. */ readonly customerGain: number;
};

export type PipelinePlan = {
  readonly plan: LiquidityPlan;
  /** In order of work. */
  readonly lines: readonly PlanLine[];
  readonly effect: PipelineEffect;
  readonly cash: readonly CashWeek[];
  readonly supply: readonly SupplyPoint[];
  /** What the next unit of cash costs a year before any trade (model section 4). */
  readonly priceBefore: number;
};

/**
 * Plans a pipeline and works out all its page shows.
 *
 * @param deals - with what may be offered on each (`planOptions` under the same borrowing rate)
 * @param policy - in home currency
 * @param weeks - how far receipts are counted
 */
export function planPipeline(
  deals: readonly (PipelineDeal & { readonly options: readonly PlanOption[] })[],
  policy: Policy,
  weeks: number,
): PipelinePlan {
  const planDeals = deals.map(({ input, options }) => ({ id: input.id, options }));
  const plan = planLiquidity(planDeals, policy);
  const byId = new Map(deals.map((deal) => [deal.input.id, deal]));
  const lines: PlanLine[] = [];
  const inPlan: DealInPlan[] = [];
  for (const planned of plan.deals) {
    const deal = byId.get(planned.id);
    if (deal === undefined) continue;
    const option = deal.options.find(
      ({ packageId, discount }) => packageId === planned.packageId && discount === planned.discount,
    );
    lines.push({ ...planned, deal, customerGain: option?.customerGain ?? 0 });
    inPlan.push({
      input: deal.input,
      orderInDays: deal.orderInDays,
      packageId: planned.packageId,
      discount: planned.discount,
      acceptance: planned.acceptance,
    });
  }
  return {
    plan,
    lines,
    effect: pipelineEffect(inPlan),
    cash: cashByWeek(inPlan, weeks),
    supply: supplyCurve(planDeals, policy),
    priceBefore: costOfCash(1, policy),
  };
}
