import type { MessageTerms } from '@deal-terms/core/messages';
import type { StoredExpedite } from '@deal-terms/core/crm';
import { isSpeedConfirmed } from '@deal-terms/core/deal-state';
import { dateSaving } from '@deal-terms/core/expedite';
import type { TradeBasis } from '@deal-terms/core/expedite';
import { handoverOf, planOf, termsToWeigh } from '@deal-terms/core/offers';
import type { OfferedTerms, PutForward } from '@deal-terms/core/offers';
import { formatPaymentPlan, meanPaymentDay } from '@deal-terms/core/scoring';
import type { PaymentPlan, ResolvedInput } from '@deal-terms/core/scoring';

type Promised = Pick<StoredExpedite, 'status' | 'date' | 'daysSaved'>;

/**
 * Terms as a message to the customer needs them.
 *
 * @param terms - in question
 * @param input - of the deal the terms are for, its amount the list price
 * @param speed - what operations said, and the day counting starts; a null basis leaves the date out
 * @returns null for terms that cannot be read
 */
export function messageTermsOf(
  terms: OfferedTerms,
  input: ResolvedInput,
  { expedite, basis }: { readonly expedite: Promised; readonly basis: TradeBasis | null },
): MessageTerms | null {
  const weighed = termsToWeigh(input, terms);
  if (!weighed.ok) return null;
  const expected = basis === null ? null : dateSaving(basis, Math.floor(terms.daysSaved));
  return {
    ...priceAndPayment(terms, input.deal, weighed.plan, input.deal.currency ?? 'XXX'),
    delivery: deliveryOf(terms, expedite, expected),
  };
}

/**
 * Terms a customer has said yes to, as a confirmation needs them.
 *
 * @param agreed - with the deal they were agreed for
 * @param orderedOn - ISO date agreed days count from
 * @param expedite - what operations said of the speed
 */
export function agreedMessageTerms(agreed: PutForward, orderedOn: string, expedite: Promised): MessageTerms {
  const { terms, appraisal } = agreed;
  const { deliveredBy } = handoverOf(agreed, orderedOn);
  return {
    ...priceAndPayment(terms, appraisal.deal, planOf(agreed, deliveredBy), appraisal.currency),
    delivery: deliveryOf(terms, expedite, deliveredBy),
  };
}

function priceAndPayment(
  { discount, forecast }: OfferedTerms,
  { amount, payments, leadTimeDays }: Pick<ResolvedInput['deal'], 'amount' | 'payments' | 'leadTimeDays'>,
  plan: PaymentPlan,
  currency: string,
): Omit<MessageTerms, 'delivery'> {
  const day = (of: PaymentPlan) => meanPaymentDay(of, { leadTimeDays, daysBeyondTerms: 0 });
  const isSameTerms = formatPaymentPlan(plan) === formatPaymentPlan(payments);
  return {
    currency,
    listPrice: amount,
    price: Math.round(amount * (1 - discount) * 100) / 100,
    today: payments,
    payment: isSameTerms ? null : { plan, givenBy: day(plan) > day(payments) ? 'us' : 'customer' },
    forecast,
  };
}

/** @param expected - ISO date the speed comes to while operations have named none */
function deliveryOf(
  { daysSaved }: OfferedTerms,
  expedite: Promised,
  expected: string | null,
): MessageTerms['delivery'] {
  const daysSooner = Math.floor(daysSaved);
  if (daysSooner < 1) return null;
  const confirmed = isSpeedConfirmed(expedite.status, expedite.daysSaved, daysSooner);
  return { on: (confirmed ? expedite.date : null) ?? expected, daysSooner, confirmed };
}
