import { dateFormat } from './intl-formats.ts';
import type { Reader } from './say.ts';

/**
 * A calendar date for reading: "7 Dec 2026".
 *
 * @param date - ISO date
 * @param reader - whose way of writing dates
 */
export function dayInWords(date: string, { locale }: Pick<Reader, 'locale'>): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
