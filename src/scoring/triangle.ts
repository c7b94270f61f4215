/** Low, mode and high of a triangular distribution. */
export type Triangle = readonly [low: number, mode: number, high: number];

/**
 * Quantile of a triangular distribution (docs/model.md section 6).
 *
 * @param probability - in [0, 1]
 * @returns the value below which that share of the distribution lies; `low` when the triangle has no width
 */
export function triangleQuantile([low, mode, high]: Triangle, probability: number): number {
  if (high <= low) return low;
  const width = high - low;
  return probability < (mode - low) / width
    ? low + Math.sqrt(probability * width * (mode - low))
    : high - Math.sqrt((1 - probability) * width * (high - mode));
}
