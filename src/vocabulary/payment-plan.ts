import * as z from 'zod/mini';
import { SAME_DAYS, SAME_SHARE, SHARE_SUM } from './tolerance.ts';

/** One payment: a share of the amount, due `days` after the order or after the delivery (negative: before it). */
export const trancheSchema = z.strictObject({
  share: z.number().check(z.gt(0)),
  anchor: z.enum(['order', 'delivery']),
  days: z.number(),
});
export type Tranche = z.infer<typeof trancheSchema>;

function sumOfShares(plan: readonly { readonly share: number }[]): number {
  return plan.reduce((sum, { share }) => sum + share, 0);
}

/** Who pays what when: tranches whose shares sum to 1 (docs/model.md section 1). */
export const paymentPlanSchema = z.array(trancheSchema).check(
  z.minLength(1),
  z.refine((plan) => Math.abs(sumOfShares(plan) - 1) <= SHARE_SUM, 'shares that sum to 1'),
);
export type PaymentPlan = z.infer<typeof paymentPlanSchema>;

/** When a plan's money comes in: days from order to delivery, and the customer's usual days beyond terms. */
export type Timing = { readonly leadTimeDays: number; readonly daysBeyondTerms: number };

/** Days of credit after which a customer takes all of its usual lateness (docs/model.md section 1). */
const FULL_LATENESS_DAYS = 30;
/** Days before delivery that count as prepaid in full (docs/model.md section 1). */
const FULL_PREPAYMENT_DAYS = 30;

/** A plan as it enters the model: its shares sum to exactly what they are fractions of (docs/model.md section 1). */
export function wholePlan(plan: PaymentPlan): PaymentPlan {
  const total = sumOfShares(plan);
  return total === 1 ? plan : plan.map((tranche) => ({ ...tranche, share: tranche.share / total }));
}

/**
 * Day a tranche is really paid, counted from the order (docs/model.md section 1). Nobody pays before the order; credit given
 * after delivery is paid late, the more the longer it is, up to the customer's usual lateness at 30 days of credit.
 */
export function dueDay({ anchor, days }: Tranche, { leadTimeDays, daysBeyondTerms }: Timing): number {
  const day = Math.max(0, (anchor === 'delivery' ? leadTimeDays : 0) + days);
  return day > leadTimeDays ? day + daysBeyondTerms * Math.min(1, (day - leadTimeDays) / FULL_LATENESS_DAYS) : day;
}

/** Mean payment day of a plan, days from the order, weighted by share (docs/model.md section 1, T). */
export function meanPaymentDay(plan: PaymentPlan, timing: Timing): number {
  return plan.reduce((sum, tranche) => sum + tranche.share * dueDay(tranche, timing), 0);
}

/** Share of the amount paid before delivery, 0 to 1 (docs/model.md section 1). */
export function prepaidShare(plan: PaymentPlan, timing: Timing): number {
  return plan.reduce(
    (sum, tranche) => (dueDay(tranche, timing) < timing.leadTimeDays - SAME_DAYS ? sum + tranche.share : sum),
    0,
  );
}

/** How much is paid how long before delivery: 1 when all is paid thirty days before or sooner (docs/model.md section 1, R). */
export function prepayment(plan: PaymentPlan, timing: Timing): number {
  return plan.reduce((sum, tranche) => {
    const daysBefore = Math.max(0, timing.leadTimeDays - dueDay(tranche, timing));
    return sum + tranche.share * Math.min(1, daysBefore / FULL_PREPAYMENT_DAYS);
  }, 0);
}

/** When how much of the amount is paid: days from the order with the shares due on them, by day. */
export type Schedule = readonly { readonly day: number; readonly share: number }[];

/** The schedule of a plan; shares of the same day are added up (docs/model.md section 1). */
export function scheduleOf(plan: PaymentPlan, timing: Timing): Schedule {
  const [first] = plan;
  if (plan.length === 1 && first !== undefined) return [{ day: dueDay(first, timing), share: first.share }];
  const byDay = plan
    .map((tranche) => ({ day: dueDay(tranche, timing), share: tranche.share }))
    .sort((one, other) => one.day - other.day);
  const schedule: { day: number; share: number }[] = [];
  for (const { day, share } of byDay) {
    const last = schedule.at(-1);
    if (last !== undefined && day - last.day < SAME_DAYS) last.share += share;
    else schedule.push({ day, share });
  }
  return schedule;
}

/** Whether two schedules pay the same shares on the same days (docs/model.md section 1). */
export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  return (
    one.length === other.length &&
    one.every(({ day, share }, index) => {
      const beside = other[index];
      return (
        beside !== undefined && Math.abs(day - beside.day) <= SAME_DAYS && Math.abs(share - beside.share) <= SAME_SHARE
      );
    })
  );
}
