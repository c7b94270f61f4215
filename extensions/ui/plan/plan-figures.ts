import { carryingFigures } from '@deal-terms/core/plan';
import type {
  CarryingFigure,
  PipelinePlan,
  PlanAssumptions,
  PlanTotals,
  TradeKind,
  TradeSums,
  WhatIf,
} from '@deal-terms/core/plan';
import { count, money, percent, returnInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** A headline figure, with what has to be known beside it. */
export type Headline = { readonly label: string; readonly value: string; readonly note: string | null };

/** The figures the management table asks for first. */
export function headlines(
  { plan, effect, priceBefore, priceRange }: PipelinePlan,
  { unfundedCost }: Pick<WhatIf, 'unfundedCost'>,
  reader: Reader,
): Headline[] {
  const givenUp = effect.marginBefore - effect.marginAfter;
  return [
    {
      label: 'Net benefit',
      value: money(plan.objective, reader),
      note: 'Expected: our gains at the bank’s rate, and what the financed orders earn above it.',
    },
    {
      label: 'Backlog financed',
      value: unfundedCost === 0 ? 'No orders wait' : percent(plan.backlogFunded, reader),
      note: unfundedCost === 0 ? null : `${rangeInWords(plan, reader)} with a chance of 80%`,
    },
    {
      label: 'Extra margin expected',
      value: money(plan.expectedExtraMargin, reader),
      note: 'From the orders it finances.',
    },
    {
      label: givenUp < 0 ? 'Margin won' : 'Margin given up',
      value: money(Math.abs(givenUp), reader),
      note: 'By the trades, expected.',
    },
    {
      label: 'Return on cash',
      value: returnInWords(effect.returnAfter, reader),
      note: `${returnInWords(effect.returnBefore, reader)} today`,
    },
    {
      label: 'Price of cash',
      value: percent(plan.priceOfCash, reader),
      note:
        priceRange.backlog > priceRange.bank
          ? `Between ${percent(priceRange.bank, reader)} at the bank and ${percent(priceRange.backlog, reader)} that the waiting orders earn; ${percent(priceBefore, reader)} before the plan.`
          : `The bank’s rate: the waiting orders earn no more.`,
    },
  ];
}

/** The part of the backlog that is financed with a chance of 80 %: "10% to 78%". */
export function rangeInWords(
  { backlogFundedLow, backlogFundedHigh }: Pick<PipelinePlan['plan'], 'backlogFundedLow' | 'backlogFundedHigh'>,
  reader: Reader,
): string {
  return `${percent(backlogFundedLow, reader)} to ${percent(backlogFundedHigh, reader)}`;
}

/** A row of the table of sums. */
export type TotalsRow = {
  readonly label: string;
  readonly trades: string;
  readonly cash: string;
  readonly gain: string;
  readonly isSum: boolean;
};

const kindWords: Record<TradeKind, string> = {
  agreed: 'Agreed already',
  offered: 'Offers the customer has',
  open: 'Trades to make',
  small: 'Small trades',
};

/** A plan's sums by kind of trade and in all, and how they come to the net benefit. */
export function totalsRows({ byKind, all, financing, netBenefit }: PlanTotals, reader: Reader): TotalsRow[] {
  const row = (label: string, { trades, cash, gain }: TradeSums, isSum = false): TotalsRow => ({
    label,
    isSum,
    trades: count(trades, reader),
    cash: money(cash, reader),
    gain: money(gain, reader),
  });
  const alone = (label: string, gain: number, isSum: boolean): TotalsRow => ({
    label,
    trades: '',
    cash: '',
    gain: money(gain, reader),
    isSum,
  });
  const kinds = Object.entries(kindWords) as [TradeKind, string][];
  return [
    ...kinds.filter(([kind]) => byKind[kind].trades > 0).map(([kind, label]) => row(label, byKind[kind])),
    row('All trades', all, true),
    alone('Earned by the orders this finances, above the bank’s rate', financing, false),
    alone('Net benefit', netBenefit, true),
  ];
}

const assumedWords: Record<CarryingFigure, { readonly one: string; readonly other: string }> = {
  grossMargin: { one: 'an assumed margin', other: 'assumed margins' },
  paymentPlan: { one: 'assumed payment terms', other: 'assumed payment terms' },
  leadTimeDays: { one: 'an assumed lead time', other: 'assumed lead times' },
};

/** Cash that rests on assumptions by more than this makes the plan's first line. */
const mostly = 0.5;

/** What is said of a plan's assumptions: first of all where most of its cash rests on them; null where there are none. */
export function assumptionsInWords(
  { deals, assumed, cashShare }: PlanAssumptions,
  reader: Reader,
): { readonly isMostly: boolean; readonly title: string; readonly text: string } | null {
  const lacking = carryingFigures.filter((figure) => assumed[figure] > 0);
  if (lacking.length === 0) return null;
  const all = count(deals, reader);
  const clauses = lacking.map((figure, index) => {
    const number = assumed[figure];
    const words = number === 1 ? assumedWords[figure].one : assumedWords[figure].other;
    return index === 0
      ? `${count(number, reader)} of ${all} ${deals === 1 ? 'deal' : 'deals'} ${number === 1 ? 'rests' : 'rest'} on ${words}`
      : `${count(number, reader)} on ${words}`;
  });
  return {
    isMostly: cashShare > mostly,
    title: `${percent(cashShare, reader)} of the cash this plan releases rests on assumptions`,
    text: `${clauses.join(', ')}. Enter them on the deals, then plan again.`,
  };
}
