import { planTotals } from '@deal-terms/core/plan';
import type { WholePlan } from '@deal-terms/core/plan';
import { count, money, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { figuresInWords } from './inputs-in-words.ts';
import { rangeInWords } from './plan-figures.ts';

/** A figure of several plans, one value each. */
export type ComparisonRow = {
  readonly label: string;
  readonly values: readonly string[];
  readonly isResult: boolean;
};

/**
 * What plans were asked and what came of it, side by side.
 *
 * @param plans - at least one, of the same pipeline
 */
export function comparisonRows(plans: readonly WholePlan[], reader: Reader): ComparisonRow[] {
  const row = (label: string, isResult: boolean, of: (plan: WholePlan) => string): ComparisonRow => ({
    label,
    isResult,
    values: plans.map(of),
  });
  const figures = plans.map(({ inputs }) => figuresInWords(inputs.figures, reader));
  return [
    ...(figures[0] ?? []).map(({ label }, index) => ({
      label,
      isResult: false,
      values: figures.map((lines) => lines[index]?.value ?? ''),
    })),
    row('Deals left out by hand', false, ({ inputs }) => count(inputs.excluded.length, reader)),
    row('Overdue deals', false, ({ inputs }) => (inputs.countsOverdue ? 'Counted as today' : 'Left out')),
    row('Trades', false, (plan) => count(planTotals(plan, 0).all.trades, reader)),
    row('Cash released', true, (plan) => money(planTotals(plan, 0).all.cash, reader)),
    row('Backlog financed', true, ({ plan, inputs }) =>
      inputs.figures.unfundedCost === 0 ? 'No orders wait' : percent(plan.backlogFunded, reader),
    ),
    row('With a chance of 80%', true, ({ plan, inputs }) =>
      inputs.figures.unfundedCost === 0 ? '–' : rangeInWords(plan, reader),
    ),
    row('Net benefit', true, ({ plan }) => money(plan.objective, reader)),
    row('Price of cash', true, ({ plan }) => percent(plan.priceOfCash, reader)),
  ];
}
