import type { PaymentPlan } from '../scoring/index.ts';
import { dateOfDay, dayNumber } from '../crm/civil-day.ts';
import type { Due, MonthEnd, PaymentTerms } from './payment-terms.ts';

/** From any day of a month to its end it is (30.4 − 1)/2 days on average. */
const meanDaysToMonthEnd = 15;
const meanDaysOfMonth = 30;

/**
 * Days from delivery to a payment at the end of a month.
 *
 * @param monthEnd - what was agreed
 * @param deliveredOn - ISO date; null when it is not known, and the mean over the days of a month is taken
 */
export function daysToMonthEnd({ daysBefore, monthsOn, daysAfter }: MonthEnd, deliveredOn: string | null): number {
  if (deliveredOn === null) return daysBefore + meanDaysToMonthEnd + monthsOn * meanDaysOfMonth + daysAfter;
  const delivered = dayOf(deliveredOn);
  const [year, month] = partsOf(dateOfDay(delivered + Math.round(daysBefore)));
  const monthsSinceYearBegan = month + monthsOn;
  const nextMonthBegins = dayNumber(year + Math.floor(monthsSinceYearBegan / 12), (monthsSinceYearBegan % 12) + 1, 1);
  return nextMonthBegins - 1 - delivered + daysAfter;
}

/**
 * The plan the model reckons with.
 *
 * @param terms - as agreed
 * @param deliveredOn - ISO date; null when it is not known
 */
export function planOf(terms: PaymentTerms, deliveredOn: string | null): PaymentPlan {
  return terms.map(({ share, due }) =>
    due.by === 'days'
      ? { share, anchor: due.anchor, days: due.days }
      : { share, anchor: 'delivery', days: daysToMonthEnd(due, deliveredOn) },
  );
}

/** Whether the days depend on the date of delivery. */
export function hasMonthEnd(terms: PaymentTerms): boolean {
  return terms.some(({ due }) => due.by === 'month end');
}

/** Days a due date is from its anchor at the earliest and at the latest. */
export function spanOfDays(due: Due): readonly [earliest: number, latest: number] {
  if (due.by === 'days') return [due.days, due.days];
  const fixed = due.daysBefore + due.daysAfter;
  return [fixed, fixed + (due.monthsOn + 1) * 31];
}

function partsOf(date: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
}

function dayOf(date: string): number {
  return dayNumber(...partsOf(date));
}
