import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

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

const iso = /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?=\D|$)/;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=\D|$)/;
const named = [
  /^(?<monthName>[a-z]{3})[a-z]*\.? (?<day>\d{1,2}),? (?<year>\d{4})(?=\D|$)/i,
  /^(?<day>\d{1,2})\.? (?<monthName>[a-z]{3})[a-z]*\.?,? (?<year>\d{4})(?=\D|$)/i,
];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time =
  /^(?:(?:T|,? )(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?: ?(?<half>[ap])\.?m\.?)?)?$/i;

/** What a clock and a calendar on the wall show. */
type WallTime = { readonly date: string; readonly time: string };

/**
 * In which order a file writes day and month, by the first date that leaves no doubt.
 *
 * @param texts - cells of date columns
 * @returns null when no date needs to be told apart; `isGuess` when none tells
 */
export function dayOrderOf(texts: Iterable<string>): { readonly order: DayOrder; readonly isGuess: boolean } | null {
  let isNeeded = false;
  for (const text of texts) {
    const [found, first = '', second = ''] = slashed.exec(text.trim()) ?? [];
    if (found === undefined) continue;
    isNeeded = true;
    // Nobody writes points between month and day in that order.
    if (Number(first) > 12 || found.includes('.')) return { order: 'day first', isGuess: false };
    if (Number(second) > 12) return { order: 'month first', isGuess: false };
  }
  return isNeeded ? { order: 'month first', isGuess: true } : null;
}

/**
 * Reads the forms HubSpot and spreadsheets write dates in.
 *
 * @param timeZone - IANA, of the account
 */
export function createDateReader(timeZone: string, order: DayOrder): DateReader {
  const exact = (text: string): number | null => {
    if (/^\d{12,14}$/.test(text.trim())) return Number(text);
    const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text.trim()) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? null : at;
  };
  return {
    date: (text) => {
      const at = exact(text);
      return at === null ? (wallTime(text, order)?.date ?? null) : dayjs(at).tz(timeZone).format('YYYY-MM-DD');
    },
    instant: (text) => {
      const at = exact(text);
      if (at !== null) return new Date(at).toISOString();
      const local = wallTime(text, order);
      return local === null ? null : dayjs.tz(`${local.date}T${local.time}`, timeZone).toISOString();
    },
  };
}

function wallTime(text: string, order: DayOrder): WallTime | null {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(slashed, order === 'day first' ? '$3-$2-$1' : '$3-$1-$2');
  const found = [iso, ...named].map((form) => form.exec(plain)).find((match) => match !== null);
  const { year = '', month, monthName = '', day = '' } = found?.groups ?? {};
  const clock = time.exec(plain.slice(found?.[0].length ?? 0));
  if (found === undefined || clock === null) return null;
  const date = [year, month ?? String(monthNames.indexOf(monthName.toLowerCase()) + 1), day]
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const at = clockTime(clock.groups ?? {});
  return at !== null && isDay(date) ? { date, time: at } : null;
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
