import type { Package } from './packages.ts';
import type { Situation } from './situation.ts';

/** Rounding noise a bound on the grid may carry, in steps. */
const STEP_NOISE = 1e-9;

/** Largest discount a package may carry: the policy's, or what the margin floor leaves (model section 7, cap). */
export function discountCap({ expediteCost, forecastSaving }: Package, { policy: { discount }, amount, directCost }: Situation): number {
  return Math.min(discount.max, 1 - (directCost - forecastSaving + expediteCost) / (amount * (1 - discount.marginFloor)));
}

/** Steps of the discounts that may be offered: discount = step number × `discount.step`; none when `last < first` (model section 7). */
export function discountSteps(one: Package, situation: Situation): { readonly first: number; readonly last: number } {
  const { step, maxPremium } = situation.policy.discount;
  return { first: Math.ceil(-maxPremium / step - STEP_NOISE), last: Math.floor(discountCap(one, situation) / step + STEP_NOISE) };
}

/** A limit rounded down to a discount on the grid. */
export function roundDownToGrid(discount: number, step: number): number {
  return Math.floor(discount / step + STEP_NOISE) * step;
}
