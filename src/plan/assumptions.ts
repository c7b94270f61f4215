import type { FigureName } from '../evidence/evidence-schema.ts';
import type { PlanLine } from './plan-pipeline.ts';

/** Figures that say how much cash a trade frees and what it may cost: where one is assumed, the trade rests on it. */
export const carryingFigures = ['grossMargin', 'paymentPlan', 'leadTimeDays'] as const satisfies readonly FigureName[];
export type CarryingFigure = (typeof carryingFigures)[number];

/** How much of a plan rests on figures nobody typed and HubSpot does not know. */
export type PlanAssumptions = {
  /** Deals in the plan, those left as they are too. */
  readonly deals: number;
  /** How many of them lack each figure. */
  readonly assumed: Readonly<Record<CarryingFigure, number>>;
  /** Part of the cash expected to be released that comes from deals which lack one; 0 where none is released. */
  readonly cashShare: number;
};

/** Carrying figures a deal lacks. */
export function assumedOf({ deal }: Pick<PlanLine, 'deal'>): CarryingFigure[] {
  return carryingFigures.filter((figure) => deal.assumed.includes(figure));
}

/** What a plan rests on. */
export function planAssumptions(lines: readonly PlanLine[]): PlanAssumptions {
  const assumed = { grossMargin: 0, paymentPlan: 0, leadTimeDays: 0 };
  let released = 0;
  let releasedOnTrust = 0;
  for (const line of lines) {
    const lacking = assumedOf(line);
    for (const figure of lacking) assumed[figure] += 1;
    const cash = Math.max(0, line.chance * line.cashDays);
    released += cash;
    if (lacking.length > 0) releasedOnTrust += cash;
  }
  return { deals: lines.length, assumed, cashShare: released === 0 ? 0 : releasedOnTrust / released };
}
