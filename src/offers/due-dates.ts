import { addDays } from '../crm/index.ts';
import { dueDay } from '../vocabulary/payment-plan.ts';
import type { PaymentPlan } from '../scoring/index.ts';
import { readPaymentPlan } from '../terms/index.ts';
import type { PutForward } from './negotiation.ts';

type Agreed = Pick<PutForward, 'terms'> & { readonly appraisal: Pick<PutForward['appraisal'], 'deal'> };

/**
 * The payment plan of an offer.
 *
 * @param deliveredOn - ISO date, for terms at the end of a month; null when it is not known
 */
export function planOf({ terms, appraisal }: Agreed, deliveredOn: string | null): PaymentPlan {
  const read = terms.paymentPlan === null ? null : readPaymentPlan(terms.paymentPlan, deliveredOn);
  return read?.ok === true ? read.plan : appraisal.deal.payments;
}

/** Days from order to delivery that were promised. */
export function promisedLeadTimeDays({ terms, appraisal }: Agreed): number {
  return appraisal.deal.leadTimeDays - terms.daysSaved;
}

/** One payment: the day it is due, as days from the order and as a date, and how much of the price it is. */
export type DuePayment = { readonly day: number; readonly dueOn: string; readonly share: number };

/**
 * When the payments of an offer are due as agreed, without the customer's usual lateness; earliest first (docs/model.md section 1).
 *
 * @param orderedOn - ISO date days count from
 * @param leadTimeDays - to the delivery
 */
export function duePayments(agreed: Agreed, orderedOn: string, leadTimeDays: number): DuePayment[] {
  return planOf(agreed, addDays(orderedOn, Math.round(leadTimeDays)))
    .map((tranche) => ({ day: dueDay(tranche, { leadTimeDays, daysBeyondTerms: 0 }), share: tranche.share }))
    .map(({ day, share }) => ({ day, share, dueOn: addDays(orderedOn, Math.ceil(day)) }))
    .sort((one, other) => one.day - other.day);
}
