import { bargainIn, evaluate } from '../scoring/evaluation.ts';
import { undominated } from './undominated.ts';
import { SAME_GAIN } from '../scoring/evaluation.ts';
import type { ResolvedInput } from '../scoring/input.ts';
import { listPackages } from '../scoring/packages.ts';
import { readSituation } from '../scoring/situation.ts';
import { beliefsOf } from '../scoring/uncertainty.ts';

/** Probabilities and currency-days closer than this are the same (model section 11). */
const SAME = 1e-9;

/** One offer a plan may choose for a deal; money in the deal's currency. */
export type PlanOption = {
  readonly packageId: string;
  readonly discount: number;
  readonly acceptance: number;
  /** Seller's gain at the bank rate, ΔS⁰. */
  readonly sellerGain: number;
  /** Customer's gain at the centre of what is believed. */
  readonly customerGain: number;
  /** Released cash, w: discounted amount times the days it comes earlier. */
  readonly cashDays: number;
  /** What is expected of it, a "no" counted: acceptance times gain, and times cash. */
  readonly expectedGain: number;
  readonly expectedCashDays: number;
};

/**
 * What a plan may offer on a deal (model section 11): every package and discount likely enough, not against the customer at
 * the centre and that releases cash or costs none, with gains at the bank rate; without those another one beats in gain and in
 * cash, which no plan would choose.
 *
 * @returns most cash first
 */
export function planOptions(input: ResolvedInput): PlanOption[] {
  const { policy } = input;
  const situation = readSituation({ ...input, policy: { ...policy, priceOfCash: policy.borrowingRate } });
  const beliefs = beliefsOf(situation);
  const { amount, paymentDay } = situation;
  const options = listPackages(situation).flatMap((one): PlanOption[] => {
    // Even the smallest price it could have would bring the cash later.
    if (amount * (1 - policy.discount.max) * (paymentDay - one.paymentDay) < -SAME) return [];
    const evaluation = evaluate(one, situation, beliefs, 'acceptable');
    return Array.from({ length: evaluation.row.count }, (_, place) => bargainIn(evaluation, place)).flatMap(
      ({ discount, acceptance, sellerGain, customerGain }) => {
        const cashDays = amount * (1 - discount) * (paymentDay - one.paymentDay);
        if (acceptance < policy.minAcceptance - SAME || customerGain < -SAME_GAIN * amount || cashDays < -SAME)
          return [];
        return [
          {
            packageId: one.id,
            discount,
            acceptance,
            sellerGain,
            customerGain,
            cashDays,
            expectedGain: acceptance * sellerGain,
            expectedCashDays: acceptance * cashDays,
          },
        ];
      },
    );
  });
  return undominated(options);
}
