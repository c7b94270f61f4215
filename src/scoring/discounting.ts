import type { PaymentPlan } from './payment-plan.ts';
import { dueDay } from './payment-plan.ts';

/** Days in the model's year (section 1). */
const DAYS_A_YEAR = 365;

/**
 * Discount factor: what 1 unit of money paid on day `days` is worth on day 0 (model section 1).
 *
 * @param annualRate - effective annual rate, decimal
 * @source OpenStax, Principles of Finance 2e, section 7.2 (compounding at an effective annual rate)
 */
export function discountFactor(annualRate: number, days: number): number {
  return (1 + annualRate) ** (-days / DAYS_A_YEAR);
}

/** Effective annual rate of a return `periodReturn` earned over `days`. */
export function annualised(periodReturn: number, days: number): number {
  return (1 + periodReturn) ** (DAYS_A_YEAR / days) - 1;
}

/** When a plan's money comes in: lead time of the delivery and the customer's usual lateness, in days. */
export type Timing = { readonly leadTimeDays: number; readonly daysBeyondTerms: number };

/**
 * Present value to the customer of paying 1 unit of money by a plan (model section 5, P_C).
 *
 * @param annualRate - the customer's cost of cash
 */
export function customerPresentValue(
  annualRate: number,
  plan: PaymentPlan,
  { leadTimeDays, daysBeyondTerms }: Timing,
): number {
  return plan.reduce(
    (sum, tranche) => sum + tranche.share * discountFactor(annualRate, dueDay(tranche, leadTimeDays, daysBeyondTerms)),
    0,
  );
}

/**
 * Present value to the seller of being promised 1 unit of money by a plan; credit after delivery carries the hazard of
 * never being paid (model section 5, P_S).
 *
 * @param annualRate - the seller's cost of cash
 * @param defaultHazard - yearly hazard of non-payment
 */
export function sellerPresentValue(
  annualRate: number,
  defaultHazard: number,
  plan: PaymentPlan,
  { leadTimeDays, daysBeyondTerms }: Timing,
): number {
  return plan.reduce((sum, tranche) => {
    const day = dueDay(tranche, leadTimeDays, daysBeyondTerms);
    return (
      sum +
      tranche.share * discountFactor(annualRate, day) * discountFactor(defaultHazard, Math.max(0, day - leadTimeDays))
    );
  }, 0);
}
