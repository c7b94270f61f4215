import * as z from 'zod/mini';
import { AS_TODAY, formatPaymentPlan, packageTerms, planOfOption } from '../scoring/index.ts';
import type { Offer, PaymentPlan, ResolvedInput } from '../scoring/index.ts';
import { readPaymentPlan, storedTerms } from '../terms/index.ts';

/** What a customer is offered: from the menu, or edited. */
export const offeredTermsSchema = z.strictObject({
  /** Compact notation, e.g. `on delivery`; null: payment as today. */
  paymentPlan: z.nullable(z.pipe(z.string().check(z.minLength(1), z.maxLength(200)), z.transform(storedTerms))),
  /** Days by which delivery comes sooner; 0 for none. */
  daysSaved: z.number().check(z.gte(0), z.lte(3650)),
  /** Whether the customer commits to quarterly forecasts. */
  forecast: z.boolean(),
  /** Fraction of the amount; negative is a premium. */
  discount: z.number().check(z.gt(-1), z.lt(1)),
});
export type OfferedTerms = z.infer<typeof offeredTermsSchema>;

/** Terms as a deal would be scored with them alone on its menu. */
export type TermsToWeigh =
  | { readonly ok: true; readonly input: ResolvedInput; readonly packageId: string; readonly plan: PaymentPlan }
  | { readonly ok: false; readonly message: string };

/**
 * Terms on offer as a package of the deal. An option of the policy keeps its id, any other plan is named by its notation: `net 45/0/none`.
 *
 * @param input - of the deal as it stands
 * @returns why they cannot be weighed: the notation is not one
 */
export function termsToWeigh(input: ResolvedInput, { paymentPlan, daysSaved, forecast }: OfferedTerms): TermsToWeigh {
  const parsed =
    paymentPlan === null ? { ok: true as const, plan: input.deal.payments } : readPaymentPlan(paymentPlan, null);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  const { plan } = parsed;
  const notation = formatPaymentPlan(plan);
  const isToday = notation === formatPaymentPlan(input.deal.payments);
  const option = isToday
    ? AS_TODAY
    : (input.policy.paymentOptions.find(
        (known) => formatPaymentPlan(planOfOption(known, input.deal.payments)) === notation,
      )?.id ?? notation);
  return {
    ok: true,
    plan,
    packageId: `${option}/${daysSaved}/${forecast ? 'forecast' : 'none'}`,
    input: {
      ...input,
      customer: forecast ? { ...input.customer, forecast: 'willing' } : input.customer,
      policy: {
        ...input.policy,
        allowLongerTerms: true,
        expedite: { ...input.policy.expedite, daysSaved: daysSaved > 0 ? [daysSaved] : [], minLeadTimeDays: 0 },
        paymentOptions: isToday ? [] : [{ id: option, payments: plan }],
      },
    },
  };
}

/** An offer of the menu as terms, at its fair discount. */
export function termsOfOffer(
  { packageId, discount }: Pick<Offer, 'packageId' | 'discount'>,
  input: ResolvedInput,
): OfferedTerms {
  const { keepsTerms, payments, daysSaved, forecast } = packageTerms(input, packageId);
  return { paymentPlan: keepsTerms ? null : formatPaymentPlan(payments), daysSaved, forecast, discount };
}
