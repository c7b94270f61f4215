import { isCalendarDate, isTimeZone, parseInstant } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { dateFormat } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** Language of the words; numbers fall back to it too. */
const fallback = 'en';

/**
 * A locale `Intl` takes, from what HubSpot says of the user (`en-gb`, `pt_BR`, nothing).
 *
 * @param tag - candidate
 * @returns canonical BCP 47 tag; `en` when the candidate is none
 */
export function localeOf(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((tag ?? fallback).replaceAll('_', '-'))[0] ?? fallback;
  } catch (error) {
    if (error instanceof RangeError) return fallback;
    throw error;
  }
}

/**
 * A calendar date for reading, e.g. `14 Dec 2026`.
 *
 * @param date - ISO date; anything else is given back as it came
 * @param locale - canonical
 */
export function dateInWords(date: string, locale: string): string {
  if (!isCalendarDate(date)) return date;
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/**
 * A recent day for reading, without its year: `3 Dec`.
 *
 * @param date - ISO date
 * @param locale - canonical
 */
export function dayAndMonth(date: string, locale: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/**
 * A month for reading: `Dec 2026`.
 *
 * @param month - `2026-12`
 * @param locale - canonical
 */
export function monthInWords(month: string, locale: string): string {
  return dateFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/**
 * An instant for reading, in the account's time zone.
 *
 * @param instant - ISO 8601 or epoch milliseconds; anything else is given back as it came
 * @param account - its time zone
 * @param locale - canonical
 */
export function instantInWords(instant: string, { timeZone }: Account, locale: string): string {
  const epochMs = parseInstant(instant);
  if (epochMs === null) return instant;
  return dateFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
  }).format(epochMs);
}

/**
 * Who reads a score: locale and the deal's currency, both fit for `Intl`.
 *
 * @param locale - canonical
 * @param currency - ISO 4217 as the record spells it; a malformed code is shown as the sign of an unknown currency
 */
export function readerOf(locale: string, currency: string): Reader {
  return { locale, currency: /^[A-Z]{3}$/.test(currency) ? currency : 'XXX' };
}
