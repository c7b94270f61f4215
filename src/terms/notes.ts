import { yearlyRateOfDiscount } from '../scoring/index.ts';
import type { QuotedDiscount } from './discounts.ts';
import type { Draft } from './draft.ts';
import { hasMonthEnd } from './month-end.ts';
import type { PaymentTerms } from './payment-terms.ts';
import { daysReadingOf, daysInWords } from './reading.ts';

/** What was decided in reading terms that the plan does not show. */
export type Decisions = {
  readonly drafts: readonly Draft[];
  readonly discounts: readonly QuotedDiscount[];
  readonly isRounded: boolean;
  /** Shares without times: the first with the order, the second on delivery. */
  readonly isOrderAndDelivery: boolean;
  readonly isDayList: boolean;
};

/** Sentences about what terms leave out or take for granted; null when there is nothing to say. */
export function noteOf(terms: PaymentTerms, decisions: Decisions): string | null {
  const { drafts, discounts, isRounded, isOrderAndDelivery, isDayList } = decisions;
  const says = (said: Parameters<Draft['said']['has']>[0]) => drafts.some((draft) => draft.said.has(said));
  const units = new Set(drafts.map(({ days }) => days?.unit));
  const sentences = [
    hasMonthEnd(terms) &&
      `Month-end terms: on average over a month ${daysReadingOf(terms, null)}; with a delivery date they are counted to the day.`,
    ...discounts.map((discount) => discountNote(discount, drafts)),
    says('letterOfCredit') && 'A letter of credit counts by its days.',
    says('sight') && 'Sight counts as the day of delivery.',
    isCashBeforeDelivery(drafts) && 'Payment before delivery counts as paid on the day of delivery.',
    says('completion') && 'Completion counts as delivery.',
    isRounded && 'Read as exact thirds.',
    isOrderAndDelivery && 'Read as the first part with the order, the second on delivery.',
    isDayList && 'Read as equal parts.',
    units.has('month') && 'A month counts as 30 days.',
    units.has('workingDay') && 'Five working days count as a week.',
  ];
  const said = sentences.filter((sentence) => typeof sentence === 'string');
  return said.length === 0 ? null : said.join(' ');
}

function isCashBeforeDelivery(drafts: readonly Draft[]): boolean {
  return drafts.some(
    ({ said, direction, days, bare }) =>
      (said.has('beforeDelivery') || direction === 'before') && days === null && bare === null,
  );
}

/** What a discount for early payment costs whoever does not take it. */
function discountNote({ share, percent, days }: QuotedDiscount, drafts: readonly Draft[]): string {
  const net = drafts[0]?.days?.days ?? null;
  if (days === null) return `A discount of ${percent}% for early payment is left out.`;
  const offer = `A discount of ${percent}% for payment within ${daysInWords(days)} is left out`;
  if (net === null || net <= days) return `${offer}.`;
  const yearly = yearlyRateOfDiscount(share, net - days);
  return Number.isFinite(yearly)
    ? `${offer}: paying ${daysInWords(net - days)} later instead costs ${Number((yearly * 100).toFixed(1))}% a year.`
    : `${offer}.`;
}
