import * as z from 'zod/mini';
import type { Policy } from '../policy/index.ts';

/** Deals a viewer may leave out of one plan; more is another pipeline. */
export const MOST_EXCLUDED = 500;

const atLeastZero = z.number().check(z.gte(0));

/** What a plan is asked about. Money in home currency, rates and shares as fractions. */
export const planInputsSchema = z.strictObject({
  /** Figures in place of the policy's own. */
  figures: z.strictObject({
    borrowingRate: atLeastZero,
    unfundedCost: atLeastZero,
    contributionMargin: atLeastZero.check(z.lt(1)),
    certainty: atLeastZero.check(z.lte(1)),
  }),
  /** Record ids of deals left out. */
  excluded: z.array(z.string().check(z.regex(/^\d{1,20}$/))).check(z.maxLength(MOST_EXCLUDED)),
  /** Whether deals whose close date is past or missing are counted, as ordered today. */
  countsOverdue: z.boolean(),
});
export type PlanInputs = z.infer<typeof planInputsSchema>;

/** The figures of a policy a plan can be asked "what if" about. */
export type WhatIf = PlanInputs['figures'];

/** A policy's own figures. */
export function whatIfOf({ borrowingRate, backlog: { unfundedCost, contributionMargin, certainty } }: Policy): WhatIf {
  return { borrowingRate, unfundedCost, contributionMargin, certainty };
}

/** A policy with other figures. A price of cash set by hand is left out: the plan is what finds it. */
export function withWhatIf(policy: Policy, { borrowingRate, ...backlog }: WhatIf): Policy {
  return { ...policy, borrowingRate, priceOfCash: null, backlog: { ...policy.backlog, ...backlog } };
}
