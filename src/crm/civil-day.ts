/**
 * Days since 1970-01-01 of a proleptic Gregorian date, the year counted from March so that the leap day comes last.
 *
 * @param year - e.g. 2026
 * @param month - 1 to 12
 * @param day - 1 to 31
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil
 */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The date that many days after 1970-01-01.
 *
 * @param days - whole days, negative for earlier
 * @returns ISO date, in the years 0 to 9999
 * @source Howard Hinnant, as above, civil_from_days
 */
export function dateOfDay(days: number): string {
  const sinceMarchZero = days + 719_468;
  const era = Math.floor(sinceMarchZero / 146_097);
  const dayOfEra = sinceMarchZero - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
