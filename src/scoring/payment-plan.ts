import * as z from 'zod/mini';

/** Shares of a plan must sum to 1 within this. */
const SHARE_TOLERANCE = 1e-9;

/** One payment: a share of the amount, due `days` after the order or after the delivery (negative: before it). */
export const trancheSchema = z.strictObject({
  share: z.number().check(z.gt(0)),
  anchor: z.enum(['order', 'delivery']),
  days: z.number(),
});
export type Tranche = z.infer<typeof trancheSchema>;

/** Who pays what when: tranches whose shares sum to 1 (model section 1). */
export const paymentPlanSchema = z.array(trancheSchema).check(
  z.minLength(1),
  z.refine(
    (plan) => Math.abs(plan.reduce((sum, tranche) => sum + tranche.share, 0) - 1) <= SHARE_TOLERANCE,
    'shares that sum to 1',
  ),
);
export type PaymentPlan = z.infer<typeof paymentPlanSchema>;

/**
 * Day a tranche is really paid, counted from the order (model section 1). Nobody pays before the order; credit given
 * after delivery is paid late, the more the longer it is, up to the customer's usual lateness at 30 days of credit.
 *
 * @param leadTimeDays - days from order to delivery
 * @param daysBeyondTerms - the customer's usual days beyond terms
 */
export function dueDay(tranche: Tranche, leadTimeDays: number, daysBeyondTerms: number): number {
  const day = Math.max(0, (tranche.anchor === 'delivery' ? leadTimeDays : 0) + tranche.days);
  return day > leadTimeDays ? day + daysBeyondTerms * Math.min(1, (day - leadTimeDays) / 30) : day;
}

/** Mean payment day of a plan, days from the order, weighted by share (model section 1). */
export function meanPaymentDay(plan: PaymentPlan, leadTimeDays: number, daysBeyondTerms: number): number {
  return plan.reduce((sum, tranche) => sum + tranche.share * dueDay(tranche, leadTimeDays, daysBeyondTerms), 0);
}

/** Share of the amount paid before delivery, 0 to 1 (model section 1). */
export function prepaidShare(plan: PaymentPlan, leadTimeDays: number, daysBeyondTerms: number): number {
  return plan.reduce(
    (sum, tranche) => (dueDay(tranche, leadTimeDays, daysBeyondTerms) < leadTimeDays ? sum + tranche.share : sum),
    0,
  );
}
