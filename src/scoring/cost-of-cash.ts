import type { Policy } from '../policy/index.ts';
import { annualised } from './discounting.ts';

/** What financing the backlog earns over one cycle, as a fraction of the cash put in (model section 4, g). */
export function backlogReturn({ certainty, contributionMargin }: Policy['backlog']): number {
  return (certainty * contributionMargin) / (1 - contributionMargin);
}

/**
 * The seller's annual cost of cash for a deal (model section 4): the price that was set, or the shadow price of liquidity
 * for the part of the amount that unfunded demand would use, and the bank rate for the rest.
 *
 * @param amount - deal amount, in the currency of `policy`
 * @returns effective annual rate, decimal
 * @source capital rationing: OpenStax, Principles of Finance 2e, 16.4–16.5; Weingartner
 */
export function costOfCash(amount: number, policy: Policy): number {
  if (policy.priceOfCash !== null) return policy.priceOfCash;
  const shadowRate = annualised(backlogReturn(policy.backlog), policy.backlog.cycleDays);
  const shareUsed = Math.min(1, policy.backlog.unfundedCost / amount);
  return shareUsed * Math.max(policy.borrowingRate, shadowRate) + (1 - shareUsed) * policy.borrowingRate;
}
