const msPerDay = 86_400_000;

/**
 * Days since 1970-01-01 of a date of the Gregorian calendar.
 *
 * @param year - e.g. 2026
 * @param month - 1 to 12
 * @param day - 1 to 31
 */
export function dayNumber(year: number, month: number, day: number): number {
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / msPerDay;
}

/**
 * The date that many days after 1970-01-01.
 *
 * @param days - whole days, negative for earlier
 * @returns ISO date, in the years 0 to 9999
 */
export function dateOfDay(days: number): string {
  return new Date(days * msPerDay).toISOString().slice(0, 10);
}
