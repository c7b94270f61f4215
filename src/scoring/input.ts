import * as z from 'zod/mini';
import type { Policy } from '../policy/index.ts';
import { mergePolicy } from '../policy/index.ts';
import {
  cashPositions,
  constraints,
  forecasts,
  relationships,
  sayings,
  termsImportances,
  urgencies,
} from '../vocabulary/bands.ts';
import type { Fault } from '../vocabulary/fault.ts';
import { firstFault, shortForm } from '../vocabulary/fault.ts';
import { paymentPlanSchema } from '../vocabulary/payment-plan.ts';

/** Answers a deal is scored with at most (docs/model.md section 2). */
export const MOST_ANSWERS = 20;

const discountSchema = z.number().check(z.gte(-1), z.lt(1));

/** Terms with their price: who pays what when, days from order to delivery, whether the customer forecasts, and the discount (negative: a premium). */
const pricedTerms = {
  payments: paymentPlanSchema,
  leadTimeDays: z.number().check(z.gte(0)),
  forecast: z.boolean(),
  discount: discountSchema,
};
const agreedSchema = z.strictObject(pricedTerms);
/** An offer the customer has and has not answered, with the chance of a yes it was made with. */
const openOfferSchema = z.strictObject({ ...pricedTerms, acceptance: z.number().check(z.gte(0), z.lte(1)) });
/** What operations said of speed for one deal, in place of the policy's estimate; money in the deal's currency. */
const expediteAnswerSchema = z.strictObject({
  daysSaved: z.array(z.number().check(z.gt(0))),
  fixedCost: z.number().check(z.gte(0)),
  costPerDay: z.number().check(z.gte(0)),
});

/** What a customer said to an offer or a trial question on this deal (docs/model.md section 2). */
const answerSchema = z.strictObject({ ...pricedTerms, said: z.enum(sayings) });
export type Answer = z.infer<typeof answerSchema>;

/** The deal on the table today (docs/model.md section 2). Money in the deal's currency, margin as a fraction, days from order to delivery. */
export const dealSchema = z.strictObject({
  amount: z.number().check(z.gt(0)),
  currency: z.nullish(z.string().check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 currency code'))),
  grossMargin: z.number().check(z.gt(0), z.lt(1)),
  leadTimeDays: z.number().check(z.gte(0)),
  payments: paymentPlanSchema,
  /** Chance that the deal closes, days from today to the order, and terms agreed on: they matter to the plan only. */
  closingProbability: z.nullish(z.number().check(z.gte(0), z.lte(1))),
  closesInDays: z.nullish(z.number().check(z.gte(0))),
  agreed: z.nullish(agreedSchema),
  /** An offer that stands: a plan keeps to it as to what is agreed, at its chance of a yes (docs/cfo-guide.md). */
  offered: z.nullish(openOfferSchema),
  expedite: z.nullish(expediteAnswerSchema),
});
export type Deal = z.infer<typeof dealSchema>;

/** What is known of the customer; absent or null is unknown (docs/model.md section 2). */
export const customerSchema = z.strictObject({
  cashPosition: z.nullish(z.enum(cashPositions)),
  termsImportance: z.nullish(z.enum(termsImportances)),
  urgency: z.nullish(z.enum(urgencies)),
  /** Days from the order by which the customer needs delivery; may be past. */
  neededInDays: z.nullish(z.number()),
  relationship: z.nullish(z.enum(relationships)),
  forecast: z.nullish(z.enum(forecasts)),
  constraints: z.nullish(z.array(z.enum(constraints))),
  daysBeyondTerms: z.nullish(z.number().check(z.gte(0))),
  /** What the customer put a figure on: its cost of cash a year, and the money it loses a day late. */
  stated: z.nullish(
    z.strictObject({
      costOfCash: z.nullish(z.number().check(z.gte(0))),
      lossPerDay: z.nullish(z.number().check(z.gte(0))),
    }),
  ),
  /** Oldest first. */
  answers: z.nullish(z.array(answerSchema).check(z.maxLength(MOST_ANSWERS))),
});
export type Customer = z.infer<typeof customerSchema>;

/** One line of `score`: a deal, what is known of the customer, and what its policy sets; the policy is checked once merged. */
const scoringInputSchema = z.strictObject({
  id: z.string(),
  deal: dealSchema,
  customer: z.nullish(customerSchema),
  policy: z.optional(z.unknown()),
});

/** A deal ready to be scored: its policy whole. */
export type ResolvedInput = {
  readonly id: string;
  readonly deal: Deal;
  readonly customer?: Customer | undefined;
  readonly policy: Policy;
};

/**
 * Reads one scoring input (docs/model.md section 2).
 *
 * @param value - anything, usually parsed JSON
 * @returns the input with its policy merged over the defaults, or the first fault met
 */
export function parseScoringInput(value: unknown): { ok: true; input: ResolvedInput } | { ok: false; error: Fault } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, error: { path: '', message: `expected an object, got ${shortForm(value)}` } };
  const parsed = scoringInputSchema.safeParse(value);
  if (!parsed.success) return { ok: false, error: firstFault(parsed.error, value) };
  const { id, deal, customer } = parsed.data;
  const merged = mergePolicy(parsed.data.policy, ['policy']);
  if (!merged.ok) return merged;
  return { ok: true, input: { id, deal, customer: customer ?? undefined, policy: policyFor(deal, merged.policy) } };
}

/** A policy with what operations said of one deal in place of its own estimate. */
export function policyFor({ expedite }: Deal, policy: Policy): Policy {
  return expedite === undefined || expedite === null
    ? policy
    : { ...policy, expedite: { ...policy.expedite, ...expedite } };
}
