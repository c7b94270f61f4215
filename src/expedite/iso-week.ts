import { addDays, daysBetween } from '../crm/index.ts';

/** A Monday all weeks are counted from. */
const aMonday = '2024-01-01';

/**
 * The ISO 8601 week a date is in: weeks begin on Monday, and belong to the year their Thursday is in.
 *
 * @param date - ISO date
 * @returns e.g. `2026-W48`
 * @throws {RangeError} when it is no ISO date
 */
export function isoWeekOf(date: string): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The weeks from a date's own on.
 *
 * @param date - ISO date
 * @param count - how many
 */
export function isoWeeksFrom(date: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => isoWeekOf(addDays(date, 7 * index)));
}

/**
 * The Monday of a date's ISO week.
 *
 * @param date - ISO date
 * @returns ISO date
 */
export function mondayOf(date: string): string {
  const daysSinceMonday = ((daysBetween(aMonday, date) % 7) + 7) % 7;
  return addDays(date, -daysSinceMonday);
}

/**
 * The Monday an ISO week begins with.
 *
 * @param week - e.g. `2026-W48`
 * @returns ISO date; null for what is no ISO week
 */
export function mondayOfWeek(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) return null;
  // 4 January is always in the first week.
  const monday = addDays(mondayOf(`${year}-01-04`), 7 * (Number(number) - 1));
  return isoWeekOf(monday) === week ? monday : null;
}
