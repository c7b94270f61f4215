import type { PaymentPlan } from '../scoring/index.ts';
import { planOf } from './month-end.ts';
import { readTerms } from './read-terms.ts';

/**
 * Payment terms as the plan the model reckons with: what a deal, a policy or an offer has as text.
 *
 * @param text - short notation, or as a company writes it
 * @param deliveredOn - ISO date; null when it is not known, and terms at the end of a month take the mean
 * @returns the plan with the short notation of the terms, or a sentence for whoever entered them
 */
export function readPaymentPlan(
  text: string,
  deliveredOn: string | null,
):
  | { readonly ok: true; readonly plan: PaymentPlan; readonly notation: string }
  | { readonly ok: false; readonly message: string } {
  const read = readTerms(text);
  return read.ok ? { ok: true, plan: planOf(read.terms, deliveredOn), notation: read.notation } : read;
}

/** The short notation of payment terms, in which they are stored; a text that cannot be read stays as it is. */
export function storedTerms(text: string): string {
  const read = readTerms(text);
  return read.ok ? read.notation : text;
}
