import type { AppSettings, ResolvedDeal } from '../crm/index.ts';
import { sellerGainAt } from '../scoring/index.ts';
import { approvalChangesFor, cents } from './approval.ts';
import type { Approvable, ApprovalChange } from './approval.ts';
import type { Negotiation } from './negotiation.ts';
import { termsToWeigh } from './offered-terms.ts';
import type { OfferedTerms } from './offered-terms.ts';

/** A date and cost of operations with what the customer gives for it. */
export type Speed = {
  /** What it gains us, as it counts against limits: money in the deal's currency. */
  readonly gain: number;
  /** What it costs us, likewise. */
  readonly cost: number;
  /** As approvals are compared with it; null for a trade nobody can weigh, which no approval covers. */
  readonly forward: Approvable | null;
};

/**
 * Weighs a date and cost of operations as limits weigh an offer: whatever the customer is said to be unable to do, and however its terms of today compare,
 * what the speed costs us is taken off. A forecast saves the more, the less margin there is: of the margin somebody typed, the policy's usual one and the
 * one the deal's records showed, the one by which we gain least counts. A trade that cannot be weighed earns nothing and costs what the speed does.
 *
 * @param resolved - the deal without any speed
 * @param terms - as they would be; days that make nothing faster count as none
 * @param cost - of the speed, in the deal's currency
 * @param policy - in force
 */
export function weighSpeed(
  { input, evidence, currency }: ResolvedDeal,
  terms: OfferedTerms,
  cost: number,
  { app }: { readonly app: Pick<AppSettings, 'defaultGrossMargin'> },
): Speed {
  const { deal, customer = {}, policy } = input;
  const daysSaved = Math.min(Math.max(0, terms.daysSaved), deal.leadTimeDays);
  const costing = {
    ...input,
    customer: { ...customer, constraints: [] },
    policy: { ...policy, expedite: { ...policy.expedite, fixedCost: cost, costPerDay: 0 } },
  };
  const granted = { ...terms, daysSaved };
  const weighed = termsToWeigh(costing, granted);
  const margins = [deal.grossMargin, app.defaultGrossMargin, evidence.grossMargin?.value ?? deal.grossMargin];
  const gains = !weighed.ok
    ? []
    : margins.flatMap((grossMargin) => {
        const atMargin = { ...weighed.input, deal: { ...deal, grossMargin } };
        return sellerGainAt(atMargin, weighed.packageId, terms.discount) ?? [];
      });
  if (!weighed.ok || gains.length === 0) return { gain: -cost, cost, forward: null };
  return {
    gain: Math.min(...gains) - (daysSaved > 0 ? 0 : cost),
    cost,
    forward: { terms: granted, appraisal: { packageId: weighed.packageId, deal, customer, currency } },
  };
}

/**
 * What keeps the last approval from covering a date and cost of operations: it has to be for these very terms, of the deal as it was, at no lower cost.
 * Its margin is the one the deal had, whatever counted against limits.
 *
 * @param today - ISO date in the account's time zone
 * @returns empty when it covers them; null when nothing was approved that comes so dear
 */
export function speedChangesFor(
  negotiation: Pick<Negotiation, 'approved' | 'approvedUntil'>,
  { forward, cost }: Speed,
  today: string,
): ApprovalChange[] | null {
  const { approved } = negotiation;
  if (forward === null || approved === null) return null;
  const { appraisal } = approved;
  const typed = { ...approved, appraisal: { ...appraisal, counted: undefined } };
  const changes = approvalChangesFor({ ...negotiation, approved: typed }, forward, today);
  const isDearer = cents(cost) > cents(appraisal.expediteCost);
  return changes?.length === 0 && isDearer ? null : changes;
}
