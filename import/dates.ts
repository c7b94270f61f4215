import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { monthNamed } from './month-names.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Whether a file writes 3/4/2026 for the third of April. */
export type DayOrder = 'day first' | 'month first';

export type DateReader = {
  /** `YYYY-MM-DD`, or null. */
  readonly date: (text: string) => string | null;
  /** ISO 8601 instant, or null; a time without a zone is the account's. */
  readonly instant: (text: string) => string | null;
};

const iso = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?=\D|$)/;
const compact = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})$/;
const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)/;
const named = [
  /^(?<monthName>\p{L}+)\.?[ -](?<day>\d{1,2})(?:st|nd|rd|th)?,?[ -](?<year>\d{4}|\d{2})(?=\D|$)/iu,
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?(?<monthName>\p{L}+)\.?,?[ -](?:de )?(?<year>\d{4}|\d{2})(?=\D|$)/iu,
];
const weekday = /^\p{L}+\.?,? (?=\d|\p{L}+\.? \d)/u;
const time =
  /^(?:(?:T|,? (?:um |à |at |a las |alle )?)(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?: ?(?<half>[ap])\.?m\.?)?(?: Uhr)?)?$/i;
const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)$/;

/** What a clock and a calendar on the wall show. */
type WallTime = { readonly date: string; readonly time: string };

/**
 * In which order a date writes day and month, when it leaves no doubt.
 *
 * @returns null for one that may be either; undefined for what is no such date
 */
export function dayOrderIn(text: string): DayOrder | null | undefined {
  const [found, first = '', , second = ''] = numeric.exec(text.trim()) ?? [];
  if (found === undefined) return undefined;
  // Nobody writes points between month and day in that order.
  if (Number(first) > 12 || found.includes('.')) return 'day first';
  if (Number(second) > 12) return 'month first';
  return first === second ? undefined : null;
}

/**
 * Reads the forms HubSpot, warehouses and spreadsheets write dates in.
 *
 * @param timeZone - IANA, of the account
 */
export function createDateReader(timeZone: string, order: DayOrder): DateReader {
  return {
    date: (text) => {
      const at = exactInstant(text.trim());
      return at === null ? (wallTime(text, order)?.date ?? null) : dayjs(at).tz(timeZone).format('YYYY-MM-DD');
    },
    instant: (text) => {
      const at = exactInstant(text.trim());
      if (at !== null) return new Date(at).toISOString();
      const local = wallTime(text, order);
      return local === null ? null : dayjs.tz(`${local.date}T${local.time}`, timeZone).toISOString();
    },
  };
}

/** Epoch milliseconds of an instant with its zone, or of an epoch in milliseconds or seconds; null for others. */
function exactInstant(text: string): number | null {
  if (/^\d{12,14}$/.test(text)) return Number(text);
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  const [found, date, clock, zone = ''] = zoned.exec(text) ?? [];
  if (found === undefined) return null;
  const offset = zone === 'UTC' ? 'Z' : /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
  const at = Date.parse(`${date ?? ''}T${clock ?? ''}${offset}`);
  return Number.isNaN(at) || !isDay(date ?? '') ? null : at;
}

function wallTime(text: string, order: DayOrder): WallTime | null {
  const plain = text
    .trim()
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .replace(weekday, (day) => (monthNamed(day.replace(/[^\p{L}]/gu, '')) === null ? '' : day))
    .replace(numeric, (_, first: string, __, second: string, year: string) =>
      (order === 'day first' ? [fullYear(year), second, first] : [fullYear(year), first, second]).join('-'),
    );
  const found = [iso, compact, ...named].map((form) => form.exec(plain)).find((match) => match !== null);
  const { year = '', month, monthName = '', day = '' } = found?.groups ?? {};
  const clock = time.exec(plain.slice(found?.[0].length ?? 0));
  if (found === undefined || clock === null) return null;
  const date = [fullYear(year), month ?? String(monthNamed(monthName) ?? 0), day]
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const at = clockTime(clock.groups ?? {});
  return at !== null && isDay(date) ? { date, time: at } : null;
}

/** Deals of the last century are none of anybody's pipeline. */
function fullYear(year: string): string {
  return year.length === 4 ? year : `20${year}`;
}

/** `HH:MM:SS`; midnight when there is no time. */
function clockTime({
  hour = '0',
  minute = '00',
  second = '00',
  half,
}: Record<string, string | undefined>): string | null {
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${String(hours).padStart(2, '0')}:${minute}:${second}`
    : null;
}

/** The 31st of February is none. */
function isDay(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
