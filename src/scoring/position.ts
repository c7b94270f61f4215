import type { Package } from './packages.ts';
import type { Situation } from './situation.ts';

/** A seller's position with a deal as it stands or as traded (docs/model.md section 8). Money in the deal's currency, rates as fractions, days from the order. */
export type Position = {
  readonly revenue: number;
  readonly cost: number;
  readonly margin: number;
  readonly marginRate: number;
  /** Mean payment day after delivery. */
  readonly termsDays: number;
  readonly leadTimeDays: number;
  /** Days between paying the direct cost and being paid. */
  readonly cashCycleDays: number;
  /** Margin over cost a year, simple; null when the cycle is under one day: then the customer finances the deal. */
  readonly annualReturnOnCash: number | null;
};

function position(
  revenue: number,
  cost: number,
  paymentDay: number,
  leadTimeDays: number,
  supplierPaymentDay: number,
): Position {
  const margin = revenue - cost;
  const cashCycleDays = paymentDay - supplierPaymentDay;
  return {
    revenue,
    cost,
    margin,
    marginRate: margin / revenue,
    termsDays: paymentDay - leadTimeDays,
    leadTimeDays,
    cashCycleDays,
    annualReturnOnCash: cashCycleDays < 1 ? null : ((margin / cost) * 365) / cashCycleDays,
  };
}

/** Today's deal. @source cash conversion cycle: OpenStax, Principles of Finance 2e, 19.1 */
export function positionToday({ policy, amount, directCost, paymentDay, timing }: Situation): Position {
  return position(amount, directCost, paymentDay, timing.leadTimeDays, policy.supplierPaymentDay);
}

/** What a position needs to know of a package. */
type Traded = Pick<Package, 'timing' | 'paymentDay' | 'expediteCost' | 'forecastSaving'>;

/** The deal with a package at a discount. */
export function positionWith(one: Traded, discount: number, { policy, amount, directCost }: Situation): Position {
  return position(
    amount * (1 - discount),
    directCost - one.forecastSaving + one.expediteCost,
    one.paymentDay,
    one.timing.leadTimeDays,
    policy.supplierPaymentDay,
  );
}
