import type { Policy } from '../policy/index.ts';
import { planAssumptions } from './assumptions.ts';
import type { PlanAssumptions } from './assumptions.ts';
import { planBasis } from './basis.ts';
import type { PlanBasis } from './basis.ts';
import type { PipelineDeal } from './pipeline.ts';
import { withWhatIf } from './plan-inputs.ts';
import type { PlanInputs } from './plan-inputs.ts';
import { planPipeline } from './plan-pipeline.ts';
import type { PipelinePlan } from './plan-pipeline.ts';
import { keepPrepared, prepareDeal, tradesAt } from './trades.ts';
import type { DealTrades, PreparedDeal } from './trades.ts';

const DAYS_A_WEEK = 7;
/** Sets of prices whose trades are kept: those of the plan on the screen and of some beside it. */
const KEPT_PRICES = 6;
/** A prepared deal takes some twenty kilobytes: of more deals it is worked out again at every price. */
const MOST_PREPARED = 2_000;

/** A plan with all that is told of it, and what it was made of. */
export type WholePlan = PipelinePlan & {
  readonly inputs: PlanInputs;
  /** In the order they were given. */
  readonly deals: readonly PipelineDeal[];
  readonly assumptions: PlanAssumptions;
  readonly basis: PlanBasis;
};

/** Plans one pipeline under one policy as often as it is asked. */
export type Planner = {
  /** How many deals a plan of these inputs counts. */
  readonly countOf: (inputs: PlanInputs) => number;
  /** Plans in steps, a deal each, so that whoever runs them can stop between; yields the deals done so far. */
  readonly steps: (inputs: PlanInputs) => Generator<number, WholePlan, undefined>;
};

/**
 * Prepares plans. Trades depend on the prices of cash alone, not on how many orders wait or which deals are left out, so they are kept; so is what depends on no price.
 *
 * @param deals - with those that are overdue; in home currency
 * @param policy - in force
 * @param weeks - the horizon, whole
 */
export function createPlanner(deals: readonly PipelineDeal[], policy: Policy, weeks: number): Planner {
  const prepared = new Map<PipelineDeal, PreparedDeal>();
  const kept = new Map<string, Map<PipelineDeal, DealTrades>>();
  const dealsOf = ({ excluded, countsOverdue }: PlanInputs): readonly PipelineDeal[] => {
    const leftOut = new Set(excluded);
    return deals.filter(({ input, isOverdue }) => (countsOverdue || !isOverdue) && !leftOut.has(input.id));
  };
  const prepare = (deal: PipelineDeal, basis: PlanBasis): PreparedDeal => {
    if (deals.length > MOST_PREPARED) return prepareDeal(deal.input, basis);
    const ready = prepared.get(deal) ?? keepPrepared(prepareDeal(deal.input, basis));
    prepared.set(deal, ready);
    return ready;
  };
  const keptAt = (basis: PlanBasis): Map<PipelineDeal, DealTrades> => {
    const prices = JSON.stringify(basis.prices.map(({ cost }) => cost.annualRate));
    const trades = kept.get(prices) ?? new Map<PipelineDeal, DealTrades>();
    // The one used last goes to the end: the first is forgotten.
    kept.delete(prices);
    kept.set(prices, trades);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_PRICES && oldest !== undefined) kept.delete(oldest);
    return trades;
  };
  return {
    countOf: (inputs) => dealsOf(inputs).length,
    steps: function* (inputs) {
      const basis = planBasis(withWhatIf(policy, inputs.figures), weeks * DAYS_A_WEEK);
      const trades = keptAt(basis);
      const planned = dealsOf(inputs);
      const worked = [];
      for (const deal of planned) {
        const known = trades.get(deal) ?? tradesAt(prepare(deal, basis), basis);
        trades.set(deal, known);
        worked.push({ ...deal, worked: known });
        yield worked.length;
      }
      const plan = planPipeline(worked, basis, weeks);
      return { ...plan, inputs, deals: planned, basis, assumptions: planAssumptions(plan.lines) };
    },
  };
}
