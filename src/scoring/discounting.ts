import type { PaymentPlan, Timing } from '../vocabulary/payment-plan.ts';
import { dueDay } from '../vocabulary/payment-plan.ts';

/** Days in the model's year (docs/model.md section 1). */
const DAYS_A_YEAR = 365;

/** Continuous rate of an effective annual one: what its discount factors are exponentials of. */
export function forceOfInterest(annualRate: number): number {
  return Math.log1p(annualRate);
}

/**
 * What 1 unit of money paid on day `days` is worth on day 0 (docs/model.md section 1, D).
 *
 * @param force - of interest, a year; see `forceOfInterest`
 * @source OpenStax, Principles of Finance 2e, section 7.2 (compounding at an effective annual rate)
 */
export function discountFactor(force: number, days: number): number {
  return Math.exp((-days / DAYS_A_YEAR) * force);
}

/** Effective annual rate of a return `periodReturn` earned over `days`. */
export function annualised(periodReturn: number, days: number): number {
  return (1 + periodReturn) ** (DAYS_A_YEAR / days) - 1;
}

/** A seller's cost of cash, and what credit after delivery costs where it can be factored (docs/model.md section 4). */
export type CostOfCash = {
  readonly annualRate: number;
  readonly force: number;
  /** Share of a receivable that a factor pays out at once; 0 without factoring. */
  readonly advance: number;
  /** Force of interest of that share: the factor's, or our own where it is lower. */
  readonly advanceForce: number;
};

/** A payment the seller waits for: when it comes, how much of that is credit after delivery, and the share of the amount expected of it. */
export type Receipt = { readonly day: number; readonly creditDays: number; readonly expectedShare: number };

/**
 * What a plan brings and when; credit after delivery carries the hazard of never being paid (docs/model.md section 5, P_S).
 *
 * @param defaultHazard - yearly hazard of non-payment
 */
export function receiptsOf(plan: PaymentPlan, timing: Timing, defaultHazard: number): Receipt[] {
  const hazard = forceOfInterest(defaultHazard);
  return plan.map((tranche) => {
    const day = dueDay(tranche, timing);
    const creditDays = Math.max(0, day - timing.leadTimeDays);
    return { day, creditDays, expectedShare: tranche.share * discountFactor(hazard, creditDays) };
  });
}

/** Present value to the seller of being promised 1 unit of money by a plan (docs/model.md section 5, P_S). */
export function sellerPresentValue(receipts: readonly Receipt[], { force, advance, advanceForce }: CostOfCash): number {
  let value = 0;
  for (const { day, creditDays, expectedShare } of receipts) {
    if (advance === 0) value += expectedShare * discountFactor(force, day);
    else {
      const credit =
        advance * discountFactor(advanceForce, creditDays) + (1 - advance) * discountFactor(force, creditDays);
      value += expectedShare * discountFactor(force, day - creditDays) * credit;
    }
  }
  return value;
}

/**
 * Present value to the customer of paying 1 unit of money by a plan (docs/model.md section 5, P_C).
 *
 * @param force - of interest, of the customer's cost of cash
 */
export function customerPresentValue(force: number, plan: PaymentPlan, timing: Timing): number {
  let value = 0;
  for (const tranche of plan) value += tranche.share * discountFactor(force, dueDay(tranche, timing));
  return value;
}
