import { isCalendarDate, parseInstant, utcDate } from './calendar.ts';

/** HubSpot hands every property over as a string; an absent, null or empty one has no value. */
export type PropertyValues = Readonly<Record<string, string | null | undefined>>;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Text of a property, without the white space around it and with line feeds only.
 *
 * @returns null when nothing is left
 */
export function readText(value: string | null | undefined): string | null {
  const text = (value ?? '').replaceAll('\r\n', '\n').trim();
  return text === '' ? null : text;
}

/**
 * Number of a property.
 *
 * @returns null when there is none or it is not a finite decimal number
 */
export function readNumber(value: string | null | undefined): number | null {
  const text = readText(value);
  if (text === null || !decimal.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/**
 * Date of a `date` property, which HubSpot keeps as midnight UTC.
 *
 * @returns ISO date, or null when there is none or it is no date
 */
export function readDate(value: string | null | undefined): string | null {
  const text = readText(value);
  if (text === null || isCalendarDate(text)) return text;
  const epochMs = parseInstant(text);
  return epochMs === null ? null : utcDate(epochMs);
}

/**
 * Instant of a `datetime` property; a bare date counts as its midnight UTC.
 *
 * @returns epoch milliseconds, or null when there is none or it is no instant
 */
export function readInstant(value: string | null | undefined): number | null {
  const text = readText(value);
  if (text === null) return null;
  return parseInstant(isCalendarDate(text) ? `${text}T00:00:00Z` : text);
}

/**
 * Choice of an enumeration property.
 *
 * @param options - known values, in canonical order
 * @returns null when there is none or it is unknown
 */
export function readChoice<T extends string>(options: readonly T[], value: string | null | undefined): T | null {
  const text = readText(value);
  return options.find((option) => option === text) ?? null;
}

/**
 * Choices of a multi-checkbox property (`a;b`), in the order of `options`; unknown ones are left out.
 *
 * @param options - known values, in canonical order
 */
export function readChoices<T extends string>(options: readonly T[], value: string | null | undefined): T[] {
  const chosen = new Set((value ?? '').split(';').map((part) => part.trim()));
  return options.filter((option) => chosen.has(option));
}

/**
 * Number as HubSpot takes it: plain decimals, never an exponent.
 *
 * @param value - finite number, or null for "no value"
 * @returns "" for null, which clears the property
 */
export function writeNumber(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  const plain = text.includes('e')
    ? new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 }).format(value)
    : text;
  return plain === '-0' ? '0' : plain;
}
