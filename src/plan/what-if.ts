import type { Policy } from '../policy/index.ts';

/** The figures of a policy a plan can be asked "what if" about; money in home currency, rates and shares as fractions. */
export type WhatIf = Pick<Policy, 'borrowingRate'> &
  Pick<Policy['backlog'], 'unfundedCost' | 'contributionMargin' | 'certainty'>;

/** A policy's own figures. */
export function whatIfOf({ borrowingRate, backlog: { unfundedCost, contributionMargin, certainty } }: Policy): WhatIf {
  return { borrowingRate, unfundedCost, contributionMargin, certainty };
}

/** A policy with other figures. A price of cash set by hand is left out: the plan is what finds it. */
export function withWhatIf(policy: Policy, { borrowingRate, ...backlog }: WhatIf): Policy {
  return { ...policy, borrowingRate, priceOfCash: null, backlog: { ...policy.backlog, ...backlog } };
}
