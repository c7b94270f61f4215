import type { PaymentPlan, Timing } from '../vocabulary/payment-plan.ts';
import { meanPaymentDay, prepayment } from '../vocabulary/payment-plan.ts';
import type { Situation } from './situation.ts';
import { SAME_DAYS } from '../vocabulary/tolerance.ts';

/** What a customer is asked to change, apart from the price: payments, speed and forecast. Offers and answers have terms alike. */
export type Terms = {
  readonly plan: PaymentPlan;
  readonly timing: Timing;
  readonly forecast: boolean;
  /** Days by which the plan moves the mean payment day, speed aside; negative: paid earlier. */
  readonly movedDays: number;
  /** How much is paid how long before delivery (docs/model.md section 1, R). */
  readonly prepayment: number;
};

/** Days by which a plan moves the mean payment day, speed aside (docs/model.md section 5, moved). */
export function movedDaysOf(plan: PaymentPlan, { timing, paymentDay }: Situation): number {
  return meanPaymentDay(plan, timing) - paymentDay;
}

/**
 * Terms of a deal.
 *
 * @param leadTimeDays - from order to delivery, with these terms
 */
export function termsOf(plan: PaymentPlan, leadTimeDays: number, forecast: boolean, situation: Situation): Terms {
  const timing = { leadTimeDays, daysBeyondTerms: situation.timing.daysBeyondTerms };
  return {
    plan,
    timing,
    forecast,
    movedDays: movedDaysOf(plan, situation),
    prepayment: prepayment(plan, timing),
  };
}

/** Whether the customer pays earlier, speed aside. */
export function shortensTerms({ movedDays }: Pick<Terms, 'movedDays'>): boolean {
  return movedDays < -SAME_DAYS;
}
