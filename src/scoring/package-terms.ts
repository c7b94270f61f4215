import { costOfCashAt } from './cost-of-cash.ts';
import { roundDownToGrid } from '../vocabulary/discount-steps.ts';
import { discountCap } from './discount-cap.ts';
import { sellerSideOf } from './gains.ts';
import type { ResolvedInput } from './input.ts';
import type { Offer } from './offers.ts';
import type { Package } from './packages.ts';
import { listPackages } from './packages.ts';
import type { PaymentPlan } from '../vocabulary/payment-plan.ts';
import { leastMaterialGain } from './prospect.ts';
import { readSituation } from './situation.ts';
import { shortensTerms } from './terms.ts';
import { SAME_DAYS, SAME_DISCOUNT, SAME_GAIN } from '../vocabulary/tolerance.ts';

/** What a trade can move. */
export const levers = ['shorter_terms', 'longer_terms', 'faster_delivery', 'forecast', 'discount', 'premium'] as const;
export type Lever = (typeof levers)[number];

/** What a package means beside today's deal, for screens and sentences. */
export type PackageTerms = {
  readonly paymentOption: string;
  readonly payments: PaymentPlan;
  /** Whether payment terms stay as they are. */
  readonly keepsTerms: boolean;
  readonly daysSaved: number;
  readonly leadTimeDays: number;
  readonly forecast: boolean;
  /** Days by which our cash cycle gets shorter; negative: longer. */
  readonly daysSooner: number;
  /** What faster delivery costs us and a forecast saves us, money. */
  readonly expediteCost: number;
  readonly forecastSaving: number;
  /** Currency-days released at a discount: the discounted amount times `daysSooner` (docs/model.md section 11, w). */
  readonly cashDaysReleased: (discount: number) => number;
  /** What the package moves at a discount, in the order of `levers`. */
  readonly leversAt: (discount: number) => Lever[];
};

function leversOf(one: Package, discount: number): Lever[] {
  const moved: Record<Lever, boolean> = {
    shorter_terms: shortensTerms(one),
    longer_terms: one.movedDays > SAME_DAYS,
    faster_delivery: one.daysSaved > 0,
    forecast: one.forecast,
    discount: discount > SAME_DISCOUNT,
    premium: discount < -SAME_DISCOUNT,
  };
  return levers.filter((lever) => moved[lever]);
}

function packageNamed(input: ResolvedInput, packageId: string): Package {
  const one = listPackages(readSituation(input)).find(({ id }) => id === packageId);
  if (one === undefined) throw new RangeError(`expected the id of a package of deal ${input.id}, got ${packageId}`);
  return one;
}

/**
 * Looks a package of a deal up by its id.
 *
 * @throws RangeError when the deal has no such package
 */
export function packageTerms(input: ResolvedInput, packageId: string): PackageTerms {
  const one = packageNamed(input, packageId);
  const situation = readSituation(input);
  const daysSooner = situation.paymentDay - one.paymentDay;
  return {
    paymentOption: one.paymentOption,
    payments: one.plan,
    keepsTerms: Math.abs(one.movedDays) < SAME_DAYS,
    daysSaved: one.daysSaved,
    leadTimeDays: one.timing.leadTimeDays,
    forecast: one.forecast,
    daysSooner,
    expediteCost: one.expediteCost,
    forecastSaving: one.forecastSaving,
    cashDaysReleased: (discount) => situation.amount * (1 - discount) * daysSooner,
    leversAt: (discount) => leversOf(one, discount),
  };
}

/**
 * Where we stop: the smaller of our limit and the largest discount the package may carry, rounded down to the grid. What the
 * score takes for a material gain is one here too, so no offer lies beyond it.
 *
 * @throws RangeError when the offer is not of this deal
 */
export function walkAwayDiscount(input: ResolvedInput, { packageId }: Pick<Offer, 'packageId'>): number {
  const one = packageNamed(input, packageId);
  const situation = readSituation(input);
  const seller = sellerSideOf(one, situation)(costOfCashAt(situation.sellerRate, situation.policy));
  const least = leastMaterialGain(situation) - SAME_GAIN * situation.amount;
  const limit = (seller.base - least) / -seller.perDiscount;
  return roundDownToGrid(Math.min(limit, discountCap(one, situation)), input.policy.discount.step);
}
