import { addDays } from '../crm/index.ts';
import type { DuePayment } from './due-dates.ts';
import { duePayments, planOf, promisedLeadTimeDays } from './due-dates.ts';
import type { PutForward } from './negotiation.ts';
import type { PaymentPlan } from '../scoring/index.ts';

/** What the quote needs of agreed terms; money in the deal's currency, to the cent. */
export type Handover = {
  readonly currency: string;
  /** Before and after the discount: what the deal's amount was and is to be. */
  readonly listAmount: number;
  readonly amount: number;
  readonly discount: number;
  readonly plan: PaymentPlan;
  /** ISO date. */
  readonly deliveredBy: string;
  /** Amounts sum to `amount`. */
  readonly payments: readonly (DuePayment & { readonly amount: number })[];
  readonly forecast: boolean;
};

/**
 * Agreed terms as a quote has them.
 *
 * @param agreed - what was agreed
 * @param orderedOn - ISO date days count from
 */
export function handoverOf(agreed: Pick<PutForward, 'terms' | 'appraisal'>, orderedOn: string): Handover {
  const { terms, appraisal } = agreed;
  const leadTimeDays = promisedLeadTimeDays(agreed);
  const amount = cents(appraisal.deal.amount * (1 - terms.discount));
  const due = duePayments(agreed, orderedOn, leadTimeDays);
  let left = amount;
  const payments = due.map((payment, index) => {
    // The last payment takes what rounding leaves.
    const part = index === due.length - 1 ? cents(left) : cents(amount * payment.share);
    left -= part;
    return { ...payment, amount: part };
  });
  const deliveredBy = addDays(orderedOn, Math.ceil(leadTimeDays));
  return {
    currency: appraisal.currency,
    listAmount: appraisal.deal.amount,
    amount,
    discount: terms.discount,
    plan: planOf(agreed, deliveredBy),
    deliveredBy,
    payments,
    forecast: terms.forecast,
  };
}

function cents(money: number): number {
  return Math.round(money * 100) / 100;
}
