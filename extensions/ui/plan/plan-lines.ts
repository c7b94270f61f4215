import { limitsOf } from '@deal-terms/core/offers';
import { assumedOf, leftOutReasons, tradeKindOf } from '@deal-terms/core/plan';
import type { CarryingFigure, LeftOutDeal, LeftOutReason, PlanLine, TradeKind } from '@deal-terms/core/plan';
import type { PolicyInForce } from '@deal-terms/core/crm';
import { formatPaymentPlan, meanPaymentDay } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';
import {
  chance,
  count,
  discountInWords,
  discountPercent,
  money,
  packageInWords,
  swapParts,
} from '@deal-terms/core/words';
import type { PackageInWords, Reader } from '@deal-terms/core/words';
import { days } from '../shared/field-view.ts';
import { capitalised } from '../shared/advised-offer-view.ts';

/** A trade of the plan as a table shows it. */
export type TradeView = {
  readonly dealId: string;
  readonly dealName: string;
  readonly kind: TradeKind;
  readonly ask: string;
  readonly give: string;
  readonly chance: string;
  /** Chance that the deal closes. */
  readonly closing: string;
  readonly ourGain: string;
  /** What it is worth on average at the plan's price of cash. */
  readonly benefit: string;
  /** Null for what is agreed or on offer. */
  readonly customerGain: string | null;
  /** Cash, and how long it is freed; no days where none is. */
  readonly cash: { readonly money: string; readonly days: string | null };
  readonly customerWhy: string | null;
  /** What whoever signs the plan has to know of it, a sentence each. */
  readonly notes: readonly string[];
  readonly isAssumed: boolean;
};

const nothing = '–';

/** What a plan's lines are shown by. */
export type LinesBasis = {
  readonly reader: Reader;
  readonly policy: PolicyInForce;
  /** Benefit below which a trade is small, home currency. */
  readonly minimumWorth: number;
};

function phrase(parts: readonly string[]): string {
  return parts.length === 0 ? nothing : capitalised(parts.join(', '));
}

/** Terms that are fixed, as sentence parts. */
function fixedInWords(
  { deal }: ResolvedInput,
  { payments, leadTimeDays, forecast }: NonNullable<ResolvedInput['deal']['agreed']>,
  reader: Reader,
): PackageInWords {
  const timing = { leadTimeDays: deal.leadTimeDays, daysBeyondTerms: 0 };
  return swapParts(
    {
      payments,
      keepsTerms: formatPaymentPlan(payments) === formatPaymentPlan(deal.payments),
      isLonger: meanPaymentDay(payments, timing) > meanPaymentDay(deal.payments, timing),
      daysSaved: deal.leadTimeDays - leadTimeDays,
      forecast,
    },
    reader,
  );
}

/** Trades of a plan in words, in order of work; deals left as they are are none. */
export function tradeViews(lines: readonly PlanLine[], basis: LinesBasis): TradeView[] {
  return lines.flatMap((line) => {
    const kind = tradeKindOf(line, basis.minimumWorth);
    return kind === null || line.packageId === null ? [] : [tradeView(line, line.packageId, kind, basis)];
  });
}

function tradeView(line: PlanLine, packageId: string, kind: TradeKind, basis: LinesBasis): TradeView {
  const { deal, discount, acceptance, closingProbability, sellerGain, trade, cashDays, benefit } = line;
  const { reader } = basis;
  const { input, dealName, customerWhy } = deal;
  const fixed = input.deal.agreed ?? input.deal.offered ?? null;
  const { ask, give } = fixed === null ? packageInWords(input, packageId, reader) : fixedInWords(input, fixed, reader);
  const price = discountInWords(discount, reader);
  const freed = input.deal.amount * (1 - discount);
  return {
    dealId: input.id,
    dealName,
    kind,
    customerWhy,
    ask: phrase(discount < 0 ? [...ask, price] : ask),
    give: phrase(discount > 0 ? [...give, price] : give),
    chance: kind === 'agreed' ? 'Agreed' : chance(acceptance, reader),
    closing: chance(closingProbability, reader),
    ourGain: money(sellerGain, reader),
    benefit: money(benefit, reader),
    customerGain: trade === null || trade.customerGain === null ? null : money(trade.customerGain, reader),
    cash:
      cashDays === 0
        ? { money: nothing, days: null }
        : {
            money: money(freed, reader),
            days: `${days(Math.abs(Math.round(cashDays / freed)), reader.locale)} ${cashDays > 0 ? 'sooner' : 'later'}`,
          },
    notes: notesOf(line, kind, basis),
    isAssumed: assumedOf(line).length > 0,
  };
}

const figureWords: Record<CarryingFigure, string> = {
  grossMargin: 'margin',
  paymentPlan: 'payment terms',
  leadTimeDays: 'lead time',
};

/** The figures of a deal that are assumed, one after another. */
function assumedInWords(figures: readonly CarryingFigure[]): string {
  return figures.map((figure) => figureWords[figure]).join(', ');
}

function notesOf(line: PlanLine, kind: TradeKind, { reader, policy }: LinesBasis): string[] {
  const { deal, discount } = line;
  const { maxDiscount } = limitsOf(policy.app, deal.ownerId ?? '');
  const isToBeMade = kind === 'open' || kind === 'small';
  const notes: string[] = [];
  if (isToBeMade && maxDiscount !== null && discount > maxDiscount + SAME_DISCOUNT)
    notes.push(
      `Needs approval: ${discountPercent(discount, reader)} is more than the owner may give alone (${discountPercent(maxDiscount, reader)}).`,
    );
  const assumed = assumedOf(line);
  if (assumed.length > 0) notes.push(`Assumed: ${assumedInWords(assumed)}.`);
  const refusals = (deal.input.customer?.answers ?? []).filter(({ said }) => said !== 'yes').length;
  if (refusals > 0 && kind !== 'agreed')
    notes.push(
      refusals === 1
        ? 'The customer refused one offer; the chance counts that.'
        : `The customer refused ${count(refusals, reader)} offers; the chance counts that.`,
    );
  if (deal.isOverdue) notes.push('The close date is past or missing: counted as ordered today.');
  return notes;
}

/** Discounts closer than this are the same. */
const SAME_DISCOUNT = 1e-9;

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
