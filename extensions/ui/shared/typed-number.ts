/**
 * What somebody typed into a number field.
 *
 * @param typed - what `NumberInput` and `CurrencyInput` pass; an emptied field passes none, whatever its type says
 * @returns null for an emptied field: never 0
 */
export function typedNumber(typed: unknown): number | null {
  return typeof typed === 'number' && Number.isFinite(typed) ? typed : null;
}

/**
 * Percent as typed → fraction, without the noise of binary fractions.
 *
 * @returns null for an emptied field
 */
export function typedPercent(typed: unknown): number | null {
  const percent = typedNumber(typed);
  return percent === null ? null : Number((percent / 100).toFixed(8));
}

/** Fraction → percent for a field: 0.07 is 7. */
export function percentToType(fraction: number): number {
  return Number((fraction * 100).toFixed(6));
}
