import type { PaymentPlan } from '../vocabulary/payment-plan.ts';
import { parsePaymentPlan } from '../scoring/payment-plan-notation.ts';
import { planOf } from './month-end.ts';
import { parseNotation } from './terms-notation.ts';

/**
 * Payment terms the app itself stored, which are always in the short notation: who reads nothing else needs no language's words.
 *
 * @returns the plan the model reckons with, terms at the end of a month at their mean; null for any other text
 */
export function readNotation(text: string): PaymentPlan | null {
  const parsed = parsePaymentPlan(text);
  if (parsed.ok) return parsed.plan;
  const terms = parseNotation(text);
  return terms === null ? null : planOf(terms, null);
}
