import type { ResolvedInput } from '../scoring/input.ts';
import type { Position } from '../scoring/position.ts';
import { positionToday, positionWith } from '../scoring/position.ts';
import { readSituation } from '../scoring/situation.ts';
import type { Trade } from './trades.ts';

/** A deal of a plan with what the plan does with it; no trade leaves it as it is. */
export type DealInPlan = {
  readonly input: ResolvedInput;
  readonly trade: Pick<Trade, 'terms' | 'discount' | 'acceptance'> | null;
};

/** What a plan does to a pipeline, a lost deal and a "no" counted at their chances. Money in home currency, rates as fractions a year. */
export type PipelineEffect = {
  /** Margin of the deals as they are, and what the plan is expected to leave of it. */
  readonly marginBefore: number;
  readonly marginAfter: number;
  /** Margin over the cost that is out and the time it is out, simple; null when customers finance the pipeline. */
  readonly returnBefore: number | null;
  readonly returnAfter: number | null;
};

type Sums = { margin: number; costDays: number; cost: number };

function add(sums: Sums, { margin, cost, cashCycleDays }: Position, weight: number): void {
  sums.margin += weight * margin;
  sums.cost += weight * cost;
  sums.costDays += weight * cost * cashCycleDays;
}

/** As for one deal (docs/model.md section 8): no rate when the cash is out for less than a day. */
function annualReturn({ margin, costDays, cost }: Sums): number | null {
  return costDays < cost || cost === 0 ? null : (margin * 365) / costDays;
}

/** Margin and return on cash of a pipeline as it is and as planned. */
export function pipelineEffect(deals: readonly DealInPlan[]): PipelineEffect {
  const before: Sums = { margin: 0, costDays: 0, cost: 0 };
  const after: Sums = { margin: 0, costDays: 0, cost: 0 };
  for (const { input, trade } of deals) {
    const situation = readSituation(input);
    const closing = input.deal.closingProbability ?? 1;
    const today = positionToday(situation);
    const traded = closing * (trade?.acceptance ?? 0);
    add(before, today, closing);
    add(after, today, closing - traded);
    if (trade !== null) add(after, positionWith(trade.terms, trade.discount, situation), traded);
  }
  return {
    marginBefore: before.margin,
    marginAfter: after.margin,
    returnBefore: annualReturn(before),
    returnAfter: annualReturn(after),
  };
}
