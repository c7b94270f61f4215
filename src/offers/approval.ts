import * as z from 'zod/mini';
import { fields, formatPaymentPlan } from '../scoring/index.ts';
import type { Appraisal } from './appraisal.ts';
import { planOf } from './due-dates.ts';
import type { Negotiation, PutForward } from './negotiation.ts';
import { SAME_DISCOUNT } from '../vocabulary/tolerance.ts';

/**
 * Why an approval does not cover an offer.
 * - `expired` its last day is over · `package` it was for other terms · `discount` it goes less far
 * - what it rested on is another one by now: `amount`, `currency`, the `margin` in force, the terms of `today`, or one of the customer's three answers
 */
export const approvalChanges = [
  'expired',
  'package',
  'discount',
  'amount',
  'currency',
  'margin',
  'today',
  ...fields,
] as const;
export const approvalChangeSchema = z.enum(approvalChanges);
export type ApprovalChange = z.infer<typeof approvalChangeSchema>;

/** Terms, and what an approval of them rests on. */
export type Approvable = Pick<PutForward, 'terms'> & {
  readonly appraisal: Pick<Appraisal, 'packageId' | 'deal' | 'customer' | 'currency'> & {
    readonly counted?: Pick<NonNullable<Appraisal['counted']>, 'grossMargin'> | undefined;
  };
};

/**
 * What keeps the last approval from covering an offer. It covers the very terms it was given for, at no larger discount, as long as nothing it rested on
 * has changed: replies to offers are no such thing, only what is captured on the deal.
 *
 * @param today - ISO date in the account's time zone
 * @returns empty when it covers the offer; null when nothing was ever approved
 */
export function approvalChangesFor(
  { approved, approvedUntil }: Pick<Negotiation, 'approved' | 'approvedUntil'>,
  offer: Approvable,
  today: string,
): ApprovalChange[] | null {
  if (approved === null) return null;
  const [before, now] = [approved.appraisal, offer.appraisal];
  const plan = (forward: Approvable) => formatPaymentPlan(planOf(forward, null));
  const isChanged: Record<ApprovalChange, boolean> = {
    expired: approvedUntil !== null && approvedUntil < today,
    package: before.packageId !== now.packageId || plan(approved) !== plan(offer),
    discount: offer.terms.discount > approved.terms.discount + SAME_DISCOUNT,
    amount: cents(before.deal.amount) !== cents(now.deal.amount),
    currency: before.currency !== now.currency,
    margin: tenthsOfPercent(marginOf(before)) !== tenthsOfPercent(marginOf(now)),
    today: formatPaymentPlan(before.deal.payments) !== formatPaymentPlan(now.deal.payments),
    cashPosition: (before.customer.cashPosition ?? null) !== (now.customer.cashPosition ?? null),
    termsImportance: (before.customer.termsImportance ?? null) !== (now.customer.termsImportance ?? null),
    urgency: (before.customer.urgency ?? null) !== (now.customer.urgency ?? null),
  };
  return approvalChanges.filter((change) => isChanged[change]);
}

/** Whether an approval covers an offer. */
export function isCovered(
  negotiation: Pick<Negotiation, 'approved' | 'approvedUntil'>,
  offer: Pick<PutForward, 'terms' | 'appraisal'>,
  today: string,
): boolean {
  return approvalChangesFor(negotiation, offer, today)?.length === 0;
}

function marginOf({ counted, deal }: Approvable['appraisal']): number {
  return counted?.grossMargin ?? deal.grossMargin;
}

/** Money to the cent, as a whole number: what approvals are compared by. */
export function cents(money: number): number {
  return Math.round(money * 100);
}

/** Margins are figures of a calculation that is never finer than this. */
function tenthsOfPercent(fraction: number): number {
  return Math.round(fraction * 1000);
}
