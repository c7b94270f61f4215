import * as z from 'zod/mini';
import type { AppSettings, PolicyInForce, ResolvedDeal } from '../crm/index.ts';
import { bargainAt, customerSchema, dealSchema, scoreDeal } from '../scoring/index.ts';
import type { ResolvedInput } from '../scoring/index.ts';
import { countedInput, countedToday, countedTodaySchema } from './counted-today.ts';
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
   * What counts against limits: a gross margin, terms of today, a lateness and a lead time a rep typed in count up to what evidence or the policy says, and
   * the offer's margin and gain (deal's currency) are those by these figures. Missing, as a whole or `today`, in offers from before there was such a rule.
   */
  counted: z.optional(
    z.object({
      grossMargin: z.number(),
      marginRate: z.number(),
      sellerGain: z.number(),
      today: z.optional(countedTodaySchema),
    }),
  ),
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
  resolved: ResolvedDeal,
  terms: OfferedTerms,
  policy: Pick<PolicyInForce, 'version'> & { readonly app: UsualFigures },
): { readonly ok: true; readonly appraisal: Appraisal } | { readonly ok: false; readonly fault: AppraisalFault } {
  const { input, currency, exchangeRate } = resolved;
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
      counted: countedOfOffer(resolved, terms, bargain, policy.app),
    },
  };
}

type UsualFigures = Pick<AppSettings, 'defaultGrossMargin' | 'defaultPaymentPlan' | 'defaultLeadTimeDays'>;
type Bargain = NonNullable<ReturnType<typeof bargainAt>>;

/** The margin and gain that count against limits: never better ones than by the figures of the deal. */
function countedOfOffer(
  resolved: ResolvedDeal,
  terms: OfferedTerms,
  bargain: Bargain,
  app: UsualFigures,
): NonNullable<Appraisal['counted']> {
  const { input, evidence } = resolved;
  const grossMargin = Math.min(input.deal.grossMargin, evidence.grossMargin?.value ?? app.defaultGrossMargin);
  const atMargin = bargainOf({ ...input, deal: { ...input.deal, grossMargin } }, terms);
  const today = countedToday(resolved, app);
  const counted = countedInput(resolved, today, terms.daysSaved, app);
  // Terms as today are those of the deal, whatever counts as today's.
  const asCounted = today.source === 'typed' ? terms : { ...terms, paymentPlan: terms.paymentPlan ?? today.typed };
  const weighed = termsToWeigh({ ...counted, deal: { ...counted.deal, grossMargin } }, asCounted);
  const inForce = weighed.ok ? bargainAt(weighed.input, weighed.packageId, terms.discount) : null;
  const isForNothing = weighed.ok && weighed.packageId.startsWith('as_today/0/') && !terms.forecast;
  const gain = inForce?.sellerGain ?? (isForNothing ? -terms.discount * input.deal.amount : bargain.sellerGain);
  return {
    grossMargin,
    marginRate: (atMargin ?? bargain).after.marginRate,
    sellerGain: Math.min(bargain.sellerGain, gain),
    today,
  };
}

function bargainOf(input: ResolvedInput, terms: OfferedTerms): Bargain | null {
  const weighed = termsToWeigh(input, terms);
  // No margin rules a package out, so there is one at any margin.
  return weighed.ok ? bargainAt(weighed.input, weighed.packageId, terms.discount) : null;
}
