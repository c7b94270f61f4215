import { AGREED, leftOutReasons } from '@deal-terms/core/plan';
import type { LeftOutDeal, LeftOutReason, PipelinePlan, PlanLine, WhatIf } from '@deal-terms/core/plan';
import { count, discountInWords, money, packageInWords, percent, returnInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { capitalised } from '../shared/advised-offer-view.ts';

/** A trade of the plan as a table shows it. */
export type TradeView = {
  readonly dealId: string;
  readonly dealName: string;
  readonly ask: string;
  readonly give: string;
  readonly chance: string;
  readonly ourGain: string;
  readonly customerGain: string;
  /** Cash and how long it is freed, in a phrase. */
  readonly cash: string;
  readonly customerWhy: string | null;
};

const nothing = '–';
/** A chance is never said to be certain. */
const highestChance = 0.999;

function phrase(parts: readonly string[]): string {
  return parts.length === 0 ? nothing : capitalised(parts.join(', '));
}

/** What is agreed is not negotiated any more. */
const agreedInWords = { ask: ['as agreed'], give: ['as agreed'] };

/** A planned trade in words; the line must not be of a deal left as it is. */
export function tradeView(
  { deal, packageId, discount, acceptance, sellerGain, trade, cashDays }: PlanLine & { readonly packageId: string },
  reader: Reader,
): TradeView {
  const { input, customerWhy, isOverdue } = deal;
  const dealName = isOverdue ? `${deal.dealName} (close date is past: counted as today)` : deal.dealName;
  const { ask, give } = packageId === AGREED ? agreedInWords : packageInWords(input, packageId, reader);
  const price = discountInWords(discount, reader);
  const freed = input.deal.amount * (1 - discount);
  return {
    dealId: input.id,
    dealName,
    customerWhy,
    ask: phrase(discount < 0 ? [...ask, price] : ask),
    give: phrase(discount > 0 ? [...give, price] : give),
    chance: percent(Math.min(highestChance, Math.floor(acceptance * 1000) / 1000), reader),
    ourGain: money(sellerGain, reader),
    customerGain: trade === null || trade.customerGain === null ? nothing : money(trade.customerGain, reader),
    cash:
      cashDays <= 0 ? nothing : `${money(freed, reader)}, ${count(Math.round(cashDays / freed), reader)} days sooner`,
  };
}

/** Whether a line of the plan is a trade. */
export function isTrade(line: PlanLine): line is PlanLine & { readonly packageId: string } {
  return line.packageId !== null;
}

/** A headline figure, with what it was where that says something. */
export type Headline = { readonly label: string; readonly value: string; readonly before: string | null };

/** The figures the management table asks for first. */
export function headlines(
  { plan, effect, priceBefore }: PipelinePlan,
  { unfundedCost }: WhatIf,
  reader: Reader,
): Headline[] {
  const givenUp = effect.marginBefore - effect.marginAfter;
  return [
    {
      label: 'Backlog financed',
      value: unfundedCost === 0 ? 'No orders wait' : percent(plan.backlogFunded, reader),
      before: null,
    },
    { label: 'Extra margin expected', value: money(plan.expectedExtraMargin, reader), before: null },
    { label: givenUp < 0 ? 'Margin won' : 'Margin given up', value: money(Math.abs(givenUp), reader), before: null },
    {
      label: 'Return on cash',
      value: returnInWords(effect.returnAfter, reader),
      before: returnInWords(effect.returnBefore, reader),
    },
    { label: 'Price of cash', value: percent(plan.priceOfCash, reader), before: percent(priceBefore, reader) },
  ];
}

const reasons: Record<LeftOutReason, { readonly one: string; readonly other: string }> = {
  unscored: { one: 'deal nobody has scored yet', other: 'deals nobody has scored yet' },
  missing_amount: { one: 'deal without an amount', other: 'deals without an amount' },
  no_exchange_rate: {
    one: 'deal in a foreign currency without an exchange rate',
    other: 'deals in a foreign currency without an exchange rate',
  },
  invalid_field: { one: 'deal with an answer that cannot be used', other: 'deals with an answer that cannot be used' },
  beyond_horizon: { one: 'deal that closes after the horizon', other: 'deals that close after the horizon' },
};

/** Deals left out for one reason. */
export type LeftOutView = {
  readonly reason: LeftOutReason;
  readonly title: string;
  readonly deals: readonly LeftOutDeal[];
};

/** What a plan leaves out, most first. */
export function leftOutViews(leftOut: readonly LeftOutDeal[], { locale }: Pick<Reader, 'locale'>): LeftOutView[] {
  return leftOutReasons
    .map((reason) => ({ reason, deals: leftOut.filter((deal) => deal.reason === reason) }))
    .filter(({ deals }) => deals.length > 0)
    .map(({ reason, deals }) => ({
      reason,
      deals,
      title: `${count(deals.length, { locale })} ${deals.length === 1 ? reasons[reason].one : reasons[reason].other}`,
    }))
    .sort((one, other) => other.deals.length - one.deals.length);
}
