import type { Package } from './packages.ts';
import type { Situation } from './situation.ts';

/** Rounding noise a bound on the grid may carry, in steps. */
const STEP_NOISE = 1e-9;

/** Largest discount a package may carry: the policy's, or what the margin floor leaves (model section 7, cap). */
export function discountCap(
  { expediteCost, forecastSaving }: Package,
  { policy: { discount }, amount, directCost }: Situation,
): number {
  return Math.min(
    discount.max,
    1 - (directCost - forecastSaving + expediteCost) / (amount * (1 - discount.marginFloor)),
  );
}

/** A row of steps of the grid, both ends included; none when `last < first`. */
type Steps = { readonly first: number; readonly last: number };

/** Steps from the largest premium up to a cap: discount = step number × `step` (model section 7). */
export function stepsUpTo(
  cap: number,
  { step, maxPremium }: { readonly step: number; readonly maxPremium: number },
): Steps {
  return { first: Math.ceil(-maxPremium / step - STEP_NOISE), last: Math.floor(cap / step + STEP_NOISE) };
}

/** Steps of the discounts a package may be offered at. */
export function discountSteps(one: Package, situation: Situation): Steps {
  return stepsUpTo(discountCap(one, situation), situation.policy.discount);
}

/** A limit rounded down to a discount on the grid. */
export function roundDownToGrid(discount: number, step: number): number {
  return Math.floor(discount / step + STEP_NOISE) * step;
}
