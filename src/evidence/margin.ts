import type { BillingFrequency, LineItem } from '../crm/commerce.ts';
import type { Finding, Thin } from './evidence-schema.ts';
import { latest } from './statistics.ts';

const daysOfMonth = 365 / 12;
const daysOfCycle: Readonly<Record<BillingFrequency, number>> = {
  weekly: 7,
  biweekly: 14,
  monthly: daysOfMonth,
  quarterly: 3 * daysOfMonth,
  per_six_months: 6 * daysOfMonth,
  annually: 365,
  per_two_years: 2 * 365,
  per_three_years: 3 * 365,
  per_four_years: 4 * 365,
  per_five_years: 5 * 365,
};
/** A recurring line without an end counts for a year, as HubSpot's annual contract value does. */
const endless = 365;
const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/**
 * How many times a line is billed over its term: 12 for a monthly line of a year.
 *
 * @returns 1 for a line that is billed once; at least 1
 */
export function billingCycles({ billed, term }: Pick<LineItem, 'billed' | 'term'>): number {
  if (billed === null) return 1;
  const [, years = 0, months = 0, weeks = 0, days = 0] = (duration.exec(term ?? '') ?? []).map(Number);
  const of = (count: number, unit: number) => (Number.isNaN(count) ? 0 : count * unit);
  const length = of(years, 365) + of(months, daysOfMonth) + of(weeks, 7) + of(days, 1);
  // A month of twelve, or of four weeks: whole cycles, whatever the calendar.
  return Math.max(1, Math.round((length > 0 ? length : endless) / daysOfCycle[billed]));
}

/** What a deal's lines say of its margin and amount. */
export type LinesEvidence = {
  readonly grossMargin?: Finding<number>;
  readonly lineAmount?: Finding<number>;
  readonly thin: readonly Thin[];
};

/**
 * Gross margin and amount of a deal from its lines, recurring ones over their terms. There is a margin only if every line with an amount has a cost:
 * a line without one would pass for pure profit.
 *
 * @param lines - of the deal
 * @param currency - of the deal, ISO 4217; a line without one is in it, lines in others are left out
 */
export function linesEvidence(lines: readonly LineItem[], currency: string): LinesEvidence {
  const own = lines.filter((line) => line.currency === null || line.currency === currency);
  const other = lines.length - own.length;
  const thinOther: Thin[] = other > 0 ? [{ name: 'grossMargin', why: 'other_currency', have: other }] : [];
  const priced = own.filter(({ amount }) => amount !== null && amount > 0);
  if (priced.length === 0) return { thin: thinOther };
  const amountOf = (line: LineItem) => (line.amount ?? 0) * billingCycles(line);
  const costOf = (line: LineItem) => (line.unitCost ?? 0) * (line.quantity ?? 1) * billingCycles(line);
  const sum = (items: readonly LineItem[], of: (line: LineItem) => number) =>
    items.reduce((total, line) => total + of(line), 0);
  const amount = sum(priced, amountOf);
  const from = {
    source: 'line_items' as const,
    count: priced.length,
    date: latest(priced.map((line) => line.changedOn)),
  };
  const lineAmount = { value: toCents(amount), ...from };
  const costed = priced.filter(({ unitCost }) => unitCost !== null);
  if (costed.length < priced.length)
    return {
      lineAmount,
      thin: [
        ...thinOther,
        { name: 'grossMargin', why: 'uncosted', have: toMillionths(sum(costed, amountOf) / amount) },
      ],
    };
  // What is given away with the rest costs, too.
  const margin = toMillionths(1 - sum(own, costOf) / amount);
  if (margin <= 0 || margin >= 1)
    return { lineAmount, thin: [...thinOther, { name: 'grossMargin', why: 'unusable', have: margin }] };
  return { lineAmount, grossMargin: { value: margin, ...from }, thin: thinOther };
}

/** Lines that differ from the deal's amount by more than this share of it are worth saying. */
const noticeable = 0.01;

/** Whether the lines come to another amount than the deal says; a frozen list amount counts as the deal's. */
export function differsFromLines(amount: number, lineAmount: number): boolean {
  return Math.abs(lineAmount - amount) > noticeable * amount;
}

function toCents(money: number): number {
  return Number(money.toFixed(2));
}

function toMillionths(share: number): number {
  return Number(share.toFixed(6));
}
