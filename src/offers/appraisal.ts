import * as z from 'zod/mini';
import type { AppSettings, PolicyInForce, ResolvedDeal } from '../crm/index.ts';
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
  /** docs/model.md section 2, the seller's policy apart. */
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
  /**
   * What counts against limits: a gross margin a rep typed in counts up to what evidence or the policy says, and the offer's margin is the one at that
   * margin. Its gain (deal's currency) is the smaller one of what it is at the typed margin and at theirs: a forecast saves the more, the less margin there is.
   * Missing in offers from before there was such a rule.
   */
  counted: z.optional(z.object({ grossMargin: z.number(), marginRate: z.number(), sellerGain: z.number() })),
});
export type Appraisal = z.infer<typeof appraisalSchema>;

export type AppraisalFault = { readonly field: 'paymentPlan' | 'daysSaved' | 'terms'; readonly message: string };

/**
 * Weighs terms on offer by the model.
 *
 * @param resolved - the deal as it stands, with what its own records say of its margin
 * @param terms - on offer
 * @param policy - in force: its version is kept, its usual margin is what a typed margin counts up to
 * @returns why there is nothing to weigh: the terms cannot be read, are those of today, or go against what the customer said it cannot do
 */
export function appraise(
  { input, currency, exchangeRate, evidence }: ResolvedDeal,
  terms: OfferedTerms,
  policy: Pick<PolicyInForce, 'version'> & { readonly app: Pick<AppSettings, 'defaultGrossMargin'> },
): { readonly ok: true; readonly appraisal: Appraisal } | { readonly ok: false; readonly fault: AppraisalFault } {
  const fault = (field: AppraisalFault['field'], message: string) =>
    ({ ok: false, fault: { field, message } }) as const;
  if (terms.daysSaved > input.deal.leadTimeDays)
    return fault('daysSaved', `at most ${input.deal.leadTimeDays} can be saved, the lead time in days`);
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
  const known = evidence.grossMargin?.value ?? policy.app.defaultGrossMargin;
  const inForce = { ...weighed.input, deal: { ...weighed.input.deal, grossMargin: known } };
  // No margin rules a package out, so there is one at this margin too.
  const atKnown = bargainAt(inForce, packageId, terms.discount) ?? bargain;
  const { acceptance, sellerGain, customerGain, costOfCash, valueToday, expediteCost, forecastSaving, after } = bargain;
  return {
    ok: true,
    appraisal: {
      packageId,
      deal: input.deal,
      customer: input.customer ?? {},
      currency,
      exchangeRate,
      policyVersion: policy.version,
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
      counted: {
        grossMargin: Math.min(input.deal.grossMargin, known),
        marginRate: Math.min(after.marginRate, atKnown.after.marginRate),
        sellerGain: Math.min(sellerGain, atKnown.sellerGain),
      },
    },
  };
}
