import * as z from 'zod/mini';
import type { ResolvedDeal } from '../crm/index.ts';
import { bargainAt, customerSchema, dealSchema, scoreDeal } from '../scoring/index.ts';
import type { OfferedTerms } from './offered-terms.ts';
import { termsToWeigh } from './offered-terms.ts';

/**
 * What was known and reckoned when an offer was made: what it is later held against, and what justifies that this customer got it. Kept with the offer
 * for good, so it stands by itself. Money in the deal's currency.
 */
export const appraisalSchema = z.object({
  /** `payment terms/days saved/forecast|none`. */
  packageId: z.string(),
  /** Model section 2, the seller's policy apart. */
  deal: dealSchema,
  customer: customerSchema,
  /** ISO 4217, and home money = deal money × rate. */
  currency: z.string(),
  exchangeRate: z.number(),
  policyVersion: z.int(),
  band: z.enum(['high', 'medium', 'low']),
  /** Chance of a yes. */
  acceptance: z.number(),
  sellerGain: z.number(),
  customerGain: z.number(),
  /** Gross margin after the trade, fraction. */
  marginRate: z.number(),
  /** Annual rate. */
  costOfCash: z.number(),
  /** Present value to us of today's terms. */
  valueToday: z.number(),
  expediteCost: z.number(),
  forecastSaving: z.number(),
  /** Day our suppliers are paid, from the order. */
  supplierPaymentDay: z.number(),
});
export type Appraisal = z.infer<typeof appraisalSchema>;

export type AppraisalFault = { readonly field: 'paymentPlan' | 'daysSaved' | 'terms'; readonly message: string };

/**
 * Weighs terms on offer by the model.
 *
 * @param resolved - the deal as it stands
 * @param terms - on offer
 * @param policyVersion - of the policy in force
 * @returns why there is nothing to weigh: the terms cannot be read, are those of today, or go against what the customer said it cannot do
 */
export function appraise(
  { input, currency, exchangeRate }: ResolvedDeal,
  terms: OfferedTerms,
  policyVersion: number,
): { readonly ok: true; readonly appraisal: Appraisal } | { readonly ok: false; readonly fault: AppraisalFault } {
  const fault = (field: AppraisalFault['field'], message: string) =>
    ({ ok: false, fault: { field, message } }) as const;
  if (terms.daysSaved > input.deal.leadTimeDays)
    return fault('daysSaved', `the delivery takes ${input.deal.leadTimeDays} days: no more can be saved`);
  const weighed = termsToWeigh(input, terms);
  if (!weighed.ok) return fault('paymentPlan', weighed.message);
  const { packageId } = weighed;
  const bargain = bargainAt(weighed.input, packageId, terms.discount);
  if (bargain === null) {
    const isToday = packageId.startsWith('as_today/0/') && !terms.forecast;
    return fault(
      'terms',
      isToday
        ? 'these are the terms of today: nothing is traded'
        : 'the answers say that the customer cannot do this; change them first if that is no longer so',
    );
  }
  const { acceptance, sellerGain, customerGain, costOfCash, valueToday, expediteCost, forecastSaving, after } = bargain;
  return {
    ok: true,
    appraisal: {
      packageId,
      deal: input.deal,
      customer: input.customer ?? {},
      currency,
      exchangeRate,
      policyVersion,
      band: scoreDeal(input).band,
      acceptance,
      sellerGain,
      customerGain,
      marginRate: after.marginRate,
      costOfCash,
      valueToday,
      expediteCost,
      forecastSaving,
      supplierPaymentDay: input.policy.supplierPaymentDay,
    },
  };
}
