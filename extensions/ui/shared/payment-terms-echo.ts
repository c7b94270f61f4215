import { daysReadingOf, hasMonthEnd, readTerms } from '@deal-terms/core/terms';
import { dateInWords } from './reader.ts';

/** What a field says under payment terms that somebody has typed. */
export type PaymentTermsEcho = { readonly meaning: string; readonly note: string | null };

/**
 * What typed payment terms mean: "= 47 days after delivery on 12 Jan 2027".
 *
 * @param text - as typed
 * @param deliveredOn - ISO date; null when the deal has no close date
 * @returns null for a text that cannot be read; the field has the error then
 */
export function paymentTermsEcho(text: string, deliveredOn: string | null, locale: string): PaymentTermsEcho | null {
  const read = readTerms(text);
  if (!read.ok) return null;
  if (!hasMonthEnd(read.terms)) return { meaning: `= ${read.reading}`, note: read.note };
  if (deliveredOn === null) return { meaning: `= ${read.reading}`, note: read.note };
  const when = `${read.terms.length === 1 ? ' on' : '; delivery on'} ${dateInWords(deliveredOn, locale)}`;
  return { meaning: `= ${daysReadingOf(read.terms, deliveredOn)}${when}`, note: null };
}
