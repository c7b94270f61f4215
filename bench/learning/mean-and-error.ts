/** A mean over markets with its standard error. */
export type MeanAndError = { readonly mean: number; readonly standardError: number };

/** Arithmetic mean of one figure or more. */
export function meanOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

/** Of two figures or more. */
export function meanAndError(figures: readonly number[]): MeanAndError {
  const mean = meanOf(figures);
  return {
    mean,
    standardError: Math.sqrt(
      figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (figures.length - 1) / figures.length,
    ),
  };
}
