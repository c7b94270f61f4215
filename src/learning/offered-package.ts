import type { Policy } from '../policy/index.ts';
import { AS_TODAY, parsePaymentPlan, planOfOption } from '../scoring/index.ts';
import type { PaymentPlan } from '../scoring/index.ts';
import type { Package } from '../scoring/packages.ts';
import { listPackages } from '../scoring/packages.ts';
import { readSituation } from '../scoring/situation.ts';
import type { Situation } from '../scoring/situation.ts';
import type { AnsweredOffer } from './answered-offer.ts';

/** What was offered, in the model's words. */
export type Offered = { readonly package: Package; readonly situation: Situation };

const packageId = /^(?<option>.+)\/(?<days>\d+(?:\.\d+)?)\/(?<forecast>forecast|none)$/;

/**
 * Reads what was offered, whether or not the policy would still offer it: it was put before the customer all the same.
 *
 * @returns null when today's policy no longer has the payment option, or the id is none
 */
export function offeredPackage(
  offer: Pick<AnsweredOffer, 'deal' | 'customer' | 'packageId'>,
  policy: Policy,
): Offered | null {
  const { option, days, forecast } = packageId.exec(offer.packageId)?.groups ?? {};
  if (option === undefined) return null;
  const payments = option === AS_TODAY ? [] : paymentsOf(option, offer.deal.payments, policy);
  if (payments === null) return null;
  const daysSaved = Number(days);
  const situation = readSituation({
    id: '',
    deal: offer.deal,
    customer: { ...offer.customer, constraints: [], ...(forecast === 'forecast' ? { forecast: 'willing' } : {}) },
    policy: {
      ...policy,
      allowLongerTerms: true,
      expedite: { ...policy.expedite, daysSaved: daysSaved > 0 ? [daysSaved] : [], minLeadTimeDays: 0 },
      paymentOptions: payments.length === 0 ? [] : [{ id: option, payments }],
    },
  });
  const one = listPackages(situation).find(({ id }) => id === offer.packageId);
  return one === undefined ? null : { package: one, situation };
}

function paymentsOf(option: string, today: PaymentPlan, { paymentOptions }: Policy): PaymentPlan | null {
  const known = paymentOptions.find(({ id }) => id === option);
  if (known !== undefined) return planOfOption(known, today);
  const parsed = parsePaymentPlan(option);
  return parsed.ok ? parsed.plan : null;
}
