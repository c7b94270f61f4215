import type { MessageTerms } from '@deal-terms/core/messages';
import type { StoredExpedite } from '@deal-terms/core/crm';
import { isSpeedConfirmed } from '@deal-terms/core/deal-state';
import { dateSaving } from '@deal-terms/core/expedite';
import type { TradeBasis } from '@deal-terms/core/expedite';
import { termsToWeigh } from '@deal-terms/core/offers';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { formatPaymentPlan, meanPaymentDay } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';

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
  speed: {
    readonly expedite: Pick<StoredExpedite, 'status' | 'date' | 'daysSaved'>;
    readonly basis: TradeBasis | null;
  },
): MessageTerms | null {
  const weighed = termsToWeigh(input, terms);
  if (!weighed.ok) return null;
  const { amount, payments, leadTimeDays } = input.deal;
  const isSameTerms = formatPaymentPlan(weighed.plan) === formatPaymentPlan(payments);
  const day = (plan: typeof payments) => meanPaymentDay(plan, { leadTimeDays, daysBeyondTerms: 0 });
  return {
    currency: input.deal.currency ?? 'XXX',
    listPrice: amount,
    price: Math.round(amount * (1 - terms.discount) * 100) / 100,
    today: payments,
    payment: isSameTerms
      ? null
      : { plan: weighed.plan, givenBy: day(weighed.plan) > day(payments) ? 'us' : 'customer' },
    forecast: terms.forecast,
    delivery: terms.daysSaved >= 1 ? deliveryOf(Math.floor(terms.daysSaved), speed) : null,
  };
}

function deliveryOf(
  daysSooner: number,
  { expedite, basis }: Parameters<typeof messageTermsOf>[2],
): NonNullable<MessageTerms['delivery']> {
  const confirmed = isSpeedConfirmed(expedite.status, expedite.daysSaved, daysSooner);
  const promised = confirmed ? expedite.date : null;
  return { on: promised ?? (basis === null ? null : dateSaving(basis, daysSooner)), daysSooner, confirmed };
}
