import { STEP_NOISE } from './tolerance.ts';

/** A row of steps of the grid, both ends included; none when `last < first`. */
type Steps = { readonly first: number; readonly last: number };

/** Steps from the largest premium up to a cap: discount = step number × `step` (docs/model.md section 7). */
export function stepsUpTo(
  cap: number,
  { step, maxPremium }: { readonly step: number; readonly maxPremium: number },
): Steps {
  return { first: Math.ceil(-maxPremium / step - STEP_NOISE), last: Math.floor(cap / step + STEP_NOISE) };
}

/** A limit rounded down to a discount on the grid. */
export function roundDownToGrid(discount: number, step: number): number {
  return Math.floor(discount / step + STEP_NOISE) * step;
}
