import type { Package } from './packages.ts';
import type { Situation } from './situation.ts';

/** Largest discount a package may carry: the policy's, or what keeps enough of today's margin (docs/model.md section 7, cap). */
export function discountCap(
  { expediteCost, forecastSaving }: Pick<Package, 'expediteCost' | 'forecastSaving'>,
  { policy: { discount }, amount, grossMargin, directCost }: Situation,
): number {
  const leastMarginRate = discount.keepOfMargin * grossMargin;
  return Math.min(discount.max, 1 - (directCost - forecastSaving + expediteCost) / (amount * (1 - leastMarginRate)));
}
