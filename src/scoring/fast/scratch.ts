/** Values of a field there are at most: five quantiles, or one for each band. */
export const MOST_VALUES = 5;
const MOST_CUSTOMERS = MOST_VALUES ** 3;
/** Numbers kept for the packages of a deal before more room is made: those of a usual policy. */
const USUAL_NUMBERS = 8_192;

/**
 * Room to work in, handed to everything in this folder and used again for each deal: typed arrays are dear to make. It serves
 * one deal at a time; what is kept of a deal lies in `kept` and is gone with the next `beginDeal`.
 */
export type Scratch = {
  /** What is kept of each package of the deal in hand, and how much of it is taken. */
  kept: Float64Array;
  taken: number;
  /** Odds against a yes of every customer at the first discount of a row. */
  readonly odds: Float64Array;
  /** Gain of every customer at no discount, money. */
  readonly bases: Float64Array;
  /** What the odds have shrunk to at a discount, and by what they shrink from one to the next, by cash position. */
  readonly shrunk: Float64Array;
  readonly ratio: Float64Array;
  /** Chances of a yes at a discount and at the next, by value of the outer and of the inner field. */
  readonly outerHere: Float64Array;
  readonly outerNext: Float64Array;
  readonly innerHere: Float64Array;
  readonly innerNext: Float64Array;
  /** Chances of a yes of every customer at one discount. */
  readonly chances: Float64Array;
};

/** Makes room to work in. */
export function makeScratch(): Scratch {
  const one = (): Float64Array => new Float64Array(MOST_VALUES);
  const all = (): Float64Array => new Float64Array(MOST_CUSTOMERS);
  return {
    kept: new Float64Array(USUAL_NUMBERS),
    taken: 0,
    odds: all(),
    bases: all(),
    shrunk: one(),
    ratio: one(),
    outerHere: one(),
    outerNext: one(),
    innerHere: one(),
    innerNext: one(),
    chances: all(),
  };
}

/** Forgets the deal before. */
export function beginDeal(scratch: Scratch): void {
  scratch.taken = 0;
}

/** Where `length` numbers nobody else has begin in `scratch.kept`; what was kept before stays where its owner knows it. */
export function take(scratch: Scratch, length: number): number {
  if (scratch.taken + length > scratch.kept.length) {
    scratch.kept = new Float64Array(Math.max(2 * scratch.kept.length, length));
    scratch.taken = 0;
  }
  const from = scratch.taken;
  scratch.taken += length;
  return from;
}
