import { dateOfDay, dayNumber } from './civil-day.ts';

const msPerDay = 86_400_000;

/** A place by its IANA zone, e.g. `Europe/Berlin`. */
export type Place = { readonly timeZone: string };

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;
const epochDigits = /^-?\d{9,15}$/;
/** The years whose dates have four digits, a day short of them at both ends for the zones. */
const [firstInstantMs, lastInstantMs] = [-62_135_510_400_000, 253_402_214_400_000];

/** Making a formatter costs far more than using one, and a rescore asks for the same zone thousands of times. */
const formatterOf = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatterOf.get(timeZone);
  if (known !== undefined) return known;
  const made = formatterIn(isTimeZone(timeZone) ? timeZone : 'UTC');
  formatterOf.set(timeZone, made);
  return made;
}

function formatterIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
}

/**
 * The calendar date an instant falls on somewhere. A zone the platform does not know counts as UTC: a day that is off for some hours is better than none.
 *
 * @param epochMs - instant, milliseconds since 1970-01-01T00:00Z, in the years 1 to 9999
 * @param place - where: an account, for one
 * @returns ISO date, `YYYY-MM-DD`
 */
export function localDate(epochMs: number, { timeZone }: Place): string {
  const parts = { year: '', month: '', day: '' };
  for (const { type, value } of formatter(timeZone).formatToParts(epochMs)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = value;
  }
  return `${parts.year.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/**
 * The calendar date an instant falls on in UTC.
 *
 * @param epochMs - instant, milliseconds since 1970-01-01T00:00Z, in the years 1 to 9999
 * @returns ISO date
 */
export function utcDate(epochMs: number): string {
  return dateOfDay(Math.floor(epochMs / msPerDay));
}

/**
 * Whether the platform knows an IANA zone by this name.
 *
 * @param timeZone - candidate name
 */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterIn(timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Days from one calendar date to another; negative when `to` is earlier. Dates have no hours, so summer time plays no part.
 *
 * @param from - ISO date
 * @param to - ISO date
 * @returns whole days
 * @throws {RangeError} when either is not an ISO date
 */
export function daysBetween(from: string, to: string): number {
  return daysOf(to) - daysOf(from);
}

/**
 * A calendar date some days away.
 *
 * @param date - ISO date
 * @param days - whole, negative for earlier
 * @returns ISO date
 * @throws {RangeError} when `date` is not an ISO date
 */
export function addDays(date: string, days: number): string {
  return dateOfDay(daysOf(date) + days);
}

/**
 * The instant a calendar date begins somewhere, to the quarter of an hour all zones' offsets come in.
 *
 * @param date - ISO date
 * @param place - where
 * @returns epoch milliseconds
 * @throws {RangeError} when `date` is not an ISO date
 */
export function startOfDay(date: string, place: Place): number {
  const quarterMs = 900_000;
  const midnightUtc = daysOf(date) * msPerDay;
  // Zones are between 14 hours ahead and 12 behind.
  let [before, after] = [-15 * 4, 13 * 4];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate(midnightUtc + middle * quarterMs, place) < date) before = middle;
    else after = middle;
  }
  return midnightUtc + after * quarterMs;
}

/**
 * The instant a HubSpot datetime string names. The API writes ISO 8601, record pages may hand over epoch milliseconds: both are read.
 *
 * @param text - e.g. `2026-11-30T12:00:00Z`, `2026-11-30T12:00:00.000+01:00` or `1796040000000`
 * @returns milliseconds since 1970-01-01T00:00Z, or null when it is neither or not in the years 1 to 9999
 */
export function parseInstant(text: string): number | null {
  const epochMs = epochDigits.test(text) ? Number(text) : isoToEpochMs(text);
  return epochMs === null || epochMs < firstInstantMs || epochMs > lastInstantMs ? null : epochMs;
}

function isoToEpochMs(text: string): number | null {
  const [, date = '', hour, minute, second = '0', fraction = '', zone = ''] = isoInstant.exec(text) ?? [];
  if (!isCalendarDate(date)) return null;
  const time =
    Number(hour) * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, '0'));
  return daysOf(date) * msPerDay + time - zoneOffsetMs(zone);
}

/**
 * Whether a text is an ISO date of the calendar: `2026-02-29` is not.
 *
 * @param text - candidate
 */
export function isCalendarDate(text: string): boolean {
  return isoDate.test(text) && dateOfDay(countedDays(text)) === text;
}

function zoneOffsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function daysOf(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`expected an ISO date, got ${date}`);
  return countedDays(date);
}

/** As many days on as a date's numbers say, also beyond the end of its month. */
function countedDays(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumber(year, month, day);
}
