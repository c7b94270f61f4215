import type { ResolvedDeal } from '@deal-terms/core/crm';
import { bringsUnderLimit, creditExposureOf } from '@deal-terms/core/evidence';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { readPaymentPlan } from '@deal-terms/core/terms';
import { money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/**
 * What an offer does to a customer that would be over its credit limit with this deal as it stands, or to one it takes over it: a sentence.
 *
 * @param resolved - the deal, with what HubSpot knows of its customer
 * @param terms - on offer
 * @returns null where no limit is known, or the offer leaves the customer within it as it was
 */
export function creditNote(
  { evidence, input: { deal } }: Pick<ResolvedDeal, 'evidence' | 'input'>,
  { paymentPlan, discount }: Pick<OfferedTerms, 'paymentPlan' | 'discount'>,
  reader: Reader,
): string | null {
  const read = paymentPlan === null ? null : readPaymentPlan(paymentPlan, null);
  const before = creditExposureOf(evidence, deal.amount, deal.payments);
  const after = creditExposureOf(evidence, deal.amount * (1 - discount), read?.ok === true ? read.plan : deal.payments);
  if (before === null || after === null) return null;
  const limit = money(after.limit, reader);
  const owed = money(after.openInvoices + after.onCredit, reader);
  if (bringsUnderLimit(before, after))
    return `Back under the credit limit: ${owed} of ${limit}, instead of ${money(before.over, reader)} over it.`;
  if (after.over === 0) return null;
  return before.over === 0
    ? `Over the credit limit: ${owed} of ${limit}.`
    : `Still over the credit limit: ${owed} of ${limit}.`;
}
