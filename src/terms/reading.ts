import { planOf } from './month-end.ts';
import type { Due, MonthEnd, PaymentTerms } from './payment-terms.ts';

/**
 * Payment terms as one would say them: "30 days after delivery", "50% with the order, 50% on delivery".
 *
 * @param terms - as agreed; the end of a month stays one
 */
export function readingOf(terms: PaymentTerms): string {
  return listed(
    terms,
    terms.map(({ due }) => dueInWords(due)),
  );
}

/**
 * Payment terms in the days of a deal: "47 days after delivery".
 *
 * @param terms - as agreed
 * @param deliveredOn - ISO date; null when it is not known, and months' ends are the mean
 */
export function daysReadingOf(terms: PaymentTerms, deliveredOn: string | null): string {
  const plan = planOf(terms, deliveredOn);
  return listed(
    terms,
    plan.map(({ anchor, days }) => dueInWords({ by: 'days', anchor, days })),
  );
}

/** "1 day", "30 days". */
export function daysInWords(days: number): string {
  return `${Number(days.toFixed(2))} ${days === 1 ? 'day' : 'days'}`;
}

/** A share of 0 to 1 as "33.33%". */
export function shareInWords(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

function listed(terms: PaymentTerms, dues: readonly string[]): string {
  return terms.length === 1
    ? dues.join('')
    : terms.map(({ share }, place) => `${shareInWords(share)} ${dues[place] ?? ''}`).join(', ');
}

function dueInWords(due: Due): string {
  if (due.by === 'month end') return monthEndInWords(due);
  const { anchor, days } = due;
  const event = anchor === 'order' ? 'the order' : 'delivery';
  if (days === 0) return anchor === 'order' ? 'with the order' : 'on delivery';
  return `${daysInWords(Math.abs(days))} ${days < 0 ? 'before' : 'after'} ${event}`;
}

function monthEndInWords({ daysBefore, monthsOn, daysAfter }: MonthEnd): string {
  const reached = daysBefore === 0 ? 'delivery' : `the day ${daysInWords(daysBefore)} after delivery`;
  const month = monthsOn === 1 ? `the month after that of ${reached}` : `the month of ${reached}`;
  return daysAfter === 0 ? `at the end of ${month}` : `${daysInWords(daysAfter)} after the end of ${month}`;
}
