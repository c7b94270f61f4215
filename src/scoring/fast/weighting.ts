/** How many values each field has; a field that makes no difference to a package has one. */
export type Shape = { readonly nCash: number; readonly nTerms: number; readonly nSpeed: number };

/**
 * Weights of all customers, and their sums over fields that make no difference to a package. Customer n = (i · nTerms + j) · nSpeed + k
 * has value i of the cash position, j of the importance of terms and k of the urgency.
 */
export type Weighting = {
  readonly shape: Shape;
  readonly weights: ArrayLike<number>;
  /** Sums over the urgency, over the terms, and over both, once asked for. */
  readonly sums: (Float64Array | undefined)[];
};

/** Weights of all customers of a shape. */
export function weightingOf(weights: ArrayLike<number>, shape: Shape): Weighting {
  return { shape, weights, sums: [] };
}

/** Weights by the values a package does not leave indifferent: as many as `shape` has. */
export function weightsIn(weighting: Weighting, shape: Shape): ArrayLike<number> {
  const { nTerms, nSpeed } = weighting.shape;
  const overTerms = shape.nTerms < nTerms;
  const overSpeed = shape.nSpeed < nSpeed;
  if (!overTerms && !overSpeed) return weighting.weights;
  const which = (overTerms ? 2 : 0) + (overSpeed ? 1 : 0);
  return (weighting.sums[which] ??= summed(weighting, shape));
}

function summed({ shape: { nCash, nTerms, nSpeed }, weights }: Weighting, shape: Shape): Float64Array {
  const sums = new Float64Array(nCash * shape.nTerms * shape.nSpeed);
  for (let i = 0, n = 0; i < nCash; i += 1)
    for (let j = 0; j < nTerms; j += 1)
      for (let k = 0; k < nSpeed; k += 1, n += 1) {
        const place = (i * shape.nTerms + (shape.nTerms === 1 ? 0 : j)) * shape.nSpeed + (shape.nSpeed === 1 ? 0 : k);
        sums[place] = (sums[place] as number) + (weights[n] as number);
      }
  return sums;
}
