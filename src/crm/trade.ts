import type { Policy } from '../policy/index.ts';
import { AS_TODAY } from '../scoring/index.ts';
import type { PaymentPlan } from '../scoring/index.ts';
import { readPaymentPlan } from '../terms/index.ts';
import type { Deal } from './decode-deal.ts';

/** The best trade of a deal: what to ask of the customer, what to give, and where to open, close and stop. `@deal-terms/core/words` puts it into words. */
export type Trade = {
  readonly packageId: string;
  /** The terms of the trade; null when the policy has no such payment option any more. */
  readonly payments: PaymentPlan | null;
  /** Whether payment terms stay as they are. */
  readonly keepsTerms: boolean;
  /** Whether the customer is given time: then the terms are what we give, else what we ask. */
  readonly isLonger: boolean;
  /** Days by which delivery comes sooner; 0 for none. */
  readonly daysSaved: number;
  readonly forecast: boolean;
  /** Fractions of the amount, negative for a premium; null when not stored. */
  readonly openingDiscount: number | null;
  readonly discount: number | null;
  readonly limitDiscount: number | null;
};

const packageIdForm = /^(.+)\/(\d+(?:\.\d+)?)\/(none|forecast)$/;

/**
 * The best trade a deal's stored score names.
 *
 * @param deal - its score, and the customer's terms of today
 * @param policy - what `payments` of a payment option are
 * @returns null for a deal without a score or without a trade worth making
 */
export function tradeOf(
  { score, customer }: Pick<Deal, 'score' | 'customer'>,
  policy: { readonly model: Pick<Policy, 'paymentOptions'>; readonly app: { readonly defaultPaymentPlan: string } },
): Trade | null {
  if (score?.packageId == null) return null;
  const [, option, days, forecast] = packageIdForm.exec(score.packageId) ?? [];
  if (option === undefined) return null;
  const keepsTerms = option === AS_TODAY;
  return {
    packageId: score.packageId,
    payments: keepsTerms
      ? planOf(customer.paymentPlan ?? policy.app.defaultPaymentPlan)
      : (policy.model.paymentOptions.find(({ id }) => id === option)?.payments ?? planOf(option)),
    keepsTerms,
    isLonger: score.levers.includes('longer_terms'),
    daysSaved: Number(days),
    forecast: forecast === 'forecast',
    openingDiscount: score.openingDiscount,
    discount: score.discount,
    limitDiscount: score.limitDiscount,
  };
}

function planOf(notation: string): PaymentPlan | null {
  const parsed = readPaymentPlan(notation, null);
  return parsed.ok ? parsed.plan : null;
}
