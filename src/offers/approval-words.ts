import { dayInWords, money, percent } from '../words/index.ts';
import { discountPercent } from '../words/amounts.ts';
import { paidWhenInWords } from '../words/payment-plan-words.ts';
import type { ApprovalChange } from './approval.ts';
import { countedOf } from './authority.ts';
import type { Negotiation, PutForward } from './negotiation.ts';

/**
 * Why an approval does not cover an offer, as a sentence: "The approval does not cover this: the amount was €60,000 and is €72,000."
 *
 * @param changes - of `approvalChangesFor`; at least one
 * @param negotiation - with the approval
 * @param offer - that would be made
 */
export function approvalChangesInWords(
  changes: readonly ApprovalChange[],
  { approved, approvedUntil }: Pick<Negotiation, 'approved' | 'approvedUntil'>,
  offer: Pick<PutForward, 'terms' | 'appraisal'>,
  reader: { readonly locale: string },
): string {
  if (approved === null || changes.length === 0) return '';
  const [before, now] = [approved.appraisal, offer.appraisal];
  const inMoney = ({ deal: { amount }, currency }: PutForward['appraisal']) => money(amount, { ...reader, currency });
  const inPercent = (appraisal: PutForward['appraisal']) => percent(countedOf(appraisal).grossMargin, reader);
  const words: Record<ApprovalChange, () => string> = {
    expired: () => `it was good until ${approvedUntil === null ? '' : dayInWords(approvedUntil, reader)}`,
    package: () => 'it is for other terms',
    discount: () => `it goes up to a discount of ${discountPercent(approved.terms.discount, reader)}`,
    amount: () => `the amount was ${inMoney(before)} and is ${inMoney(now)}`,
    currency: () => `the currency was ${before.currency} and is ${now.currency}`,
    margin: () => `the gross margin was ${inPercent(before)} and counts as ${inPercent(now)}`,
    today: () =>
      `today’s terms were ${paidWhenInWords(before.deal.payments, reader)} and are ${paidWhenInWords(now.deal.payments, reader)}`,
    cashPosition: () => 'another cash position is recorded now',
    termsImportance: () => 'another importance of terms is recorded now',
    urgency: () => 'another urgency is recorded now',
  };
  return `The approval does not cover this: ${changes.map((change) => words[change]()).join('; ')}.`;
}
