import type { Policy } from '../policy/index.ts';
import type { CostOfCash } from './discounting.ts';
import { annualised, forceOfInterest } from './discounting.ts';

/** A return on the backlog is not counted above this a year: cash that scarce is a matter of weeks (docs/model.md section 4). */
const HIGHEST_SHADOW_RATE = 10;
/** Days that a factor's fee buys (docs/model.md section 3). */
const FACTORING_DAYS = 30;

/** What financing the backlog earns over one cycle, as a fraction of the cash put in (docs/model.md section 4, g). */
export function backlogReturn({ certainty, contributionMargin }: Policy['backlog']): number {
  return (certainty * contributionMargin) / (1 - contributionMargin);
}

/** What financing the backlog earns a year, capped; the shadow price of liquidity (docs/model.md section 4). */
function shadowRateOf(backlog: Policy['backlog']): number {
  return Math.min(HIGHEST_SHADOW_RATE, annualised(backlogReturn(backlog), backlog.cycleDays));
}

/** What cash costs elsewhere, and earns with us: effective a year. */
export type CashRates = {
  readonly bank: number;
  /** Null where receivables are not sold. */
  readonly factoring: number | null;
  /** Null where no demand waits for cash. */
  readonly backlog: number | null;
};

/** The rates that what a trade's cash costs is to be held against (docs/model.md section 8). */
export function cashRatesOf({
  borrowingRate,
  factoring,
  backlog,
}: Pick<Policy, 'borrowingRate' | 'factoring' | 'backlog'>): CashRates {
  return {
    bank: borrowingRate,
    factoring: factoring === null ? null : annualised(factoring.monthlyFee, FACTORING_DAYS),
    backlog: backlog.unfundedCost > 0 ? shadowRateOf(backlog) : null,
  };
}

/** The cost of cash at an annual rate, with what the policy says of factoring. */
export function costOfCashAt(annualRate: number, { factoring }: Pick<Policy, 'factoring'>): CostOfCash {
  const force = forceOfInterest(annualRate);
  if (factoring === null) return { annualRate, force, advance: 0, advanceForce: force };
  const factorRate = annualised(factoring.monthlyFee, FACTORING_DAYS);
  return {
    annualRate,
    force,
    advance: factoring.advance,
    advanceForce: Math.min(force, forceOfInterest(factorRate)),
  };
}

/** Of all the currency-days a deal could release, the share the backlog could use (docs/model.md section 4, u). */
function shareUsed(currencyDays: number, { unfundedCost, cycleDays }: Policy['backlog']): number {
  if (currencyDays === 0) return unfundedCost > 0 ? 1 : 0;
  return Math.min(1, (unfundedCost * cycleDays) / currencyDays);
}

/**
 * The seller's annual cost of cash for a deal (docs/model.md section 4, r_S): the price that was set, or the shadow price of
 * liquidity for the share of the deal's currency-days that unfunded demand would use, and the bank rate for the rest.
 *
 * @param currencyDays - the deal's amount, in the currency of `policy`, times its mean payment day
 * @returns effective annual rate, decimal
 * @source capital rationing: OpenStax, Principles of Finance 2e, 16.4–16.5; Weingartner
 */
export function annualCostOfCash(currencyDays: number, policy: Policy): number {
  if (policy.priceOfCash !== null) return policy.priceOfCash;
  const { backlog, borrowingRate } = policy;
  const used = shareUsed(currencyDays, backlog);
  return used * Math.max(borrowingRate, shadowRateOf(backlog)) + (1 - used) * borrowingRate;
}
