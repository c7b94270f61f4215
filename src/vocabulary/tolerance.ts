/**
 * How close two numbers may be and still count as the same: the model's own tolerances, so that rounding never decides
 * (docs/model.md). Money is compared as a fraction of the deal's amount.
 */

/** Shares of a plan are typed by hand, a third as 0.333333333: their sum may miss 1 by this (docs/model.md section 1). */
export const SHARE_SUM = 1e-9;

/** Days, and shares of a plan, this close are the same: both come out of a few sums and products (docs/model.md sections 1 and 5). */
export const SAME_DAYS = 1e-9;
export const SAME_SHARE = 1e-9;

/** Gains this close, as a fraction of the amount, are the same: below it lie the rounding errors of present values (docs/model.md section 7). */
export const SAME_GAIN = 1e-9;

/** Discounts this close are the same: steps of the grid are products, agreed and refused discounts were typed (docs/model.md section 7). */
export const SAME_DISCOUNT = 1e-9;

/** A bound on the grid may miss a whole number of steps by this: it is a quotient of decimals (docs/model.md section 7). */
export const STEP_NOISE = 1e-9;

/** Probabilities this close are the same: they are sums over hundreds of customers (docs/model.md section 7). */
export const SAME_CHANCE = 1e-9;

/** Room a threshold of the negotiability leaves, in its points of 100 (docs/model.md section 7). */
export const SAME_NEGOTIABILITY = 1e-9;

/** Weights that sum to no more than this say that nobody we can think of would have answered so (docs/model.md section 6). */
export const NO_WEIGHT = 1e-12;

/** A probability summed cell by cell reaches a mark within this (docs/model.md section 11). */
export const MARK_REACHED = 1e-12;

/** A plan's estimate must rise by this part of itself before a trade is given up for it (docs/model.md section 11). */
export const SAME_ESTIMATE = 1e-9;
