import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';

dayjs.extend(customParseFormat);

type Format = NonNullable<DateInputProps['format']>;

/** `2026-03-09` → HubSpot's date; `month` counts from 0. */
export function toBaseDate(iso: string): BaseDate {
  const date = dayjs(iso, 'YYYY-MM-DD', true);
  return { year: date.year(), month: date.month(), date: date.date() };
}

export function toIso({ year, month, date }: BaseDate): string {
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Today in a time zone, ISO. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(),
  );
}

/** The order of day, month and year in a language, as a dayjs pattern. */
export function shortPattern(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(2026, 10, 25),
  );
  const tokens: Readonly<Record<string, string>> = { day: 'DD', month: 'MM', year: 'YYYY' };
  return parts.map(({ type, value }) => tokens[type] ?? value).join('');
}

/** An ISO date as the field shows it. */
export function showDate(iso: string, format: Format, locale: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (format === 'YYYY-MM-DD' || format === 'standard') return iso;
  if (format === 'L' || format === 'short') return dayjs(iso).format(shortPattern(locale));
  const month = format === 'LL' || format === 'long' ? 'long' : 'short';
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' }).format(date);
}

/**
 * What somebody typed as an ISO date: ISO itself, or day, month and year in the order of the language with any separator.
 *
 * @returns null when it is no date
 */
export function readDate(text: string, locale: string): string | null {
  const plain = text.trim().replace(/[.\-\s]+/g, '/');
  const order = shortPattern(locale)
    .replace(/[^DMY]+/g, '/')
    .replace(/\/$/, '');
  const loose = order.replace('DD', 'D').replace('MM', 'M');
  const patterns = [
    'YYYY/MM/DD',
    'YYYY/M/D',
    order,
    loose,
    loose.replace('YYYY', 'YY'),
    'D/MMM/YYYY',
    'MMM/D,/YYYY',
    'MMMM/D,/YYYY',
    'D/MMMM/YYYY',
  ];
  const date = patterns.map((pattern) => dayjs(plain, pattern, true)).find((candidate) => candidate.isValid());
  return date?.format('YYYY-MM-DD') ?? null;
}
