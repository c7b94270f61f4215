/**
 * A quantile by linear interpolation between the two values it falls between.
 *
 * @param values - at least one number, in any order
 * @param share - 0 for the lowest, 0.5 for the median, 1 for the highest
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** The value half of the others lie below. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The latest of some dates; null when none is known. */
export function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce<string | null>(
    (best, date) => (date !== null && (best === null || date > best) ? date : best),
    null,
  );
}

/** Order of two texts by code unit, the same everywhere: 1, 0 or −1. */
export function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
