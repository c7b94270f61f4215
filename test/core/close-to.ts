/** Paths at which two results differ by more than 1e-7 relative; differences of rounding size beside the deal's amount count as none. */
export function differences(actual: unknown, expected: unknown, amount: number, path = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const tolerance = 1e-7 * Math.max(Math.abs(actual), Math.abs(expected)) + 1e-13 * amount;
    return Math.abs(actual - expected) <= tolerance ? [] : [`${path}: ${actual} is not ${expected}`];
  }
  if (typeof actual === 'object' && typeof expected === 'object' && actual !== null && expected !== null) {
    const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
    return [...keys].flatMap((key) =>
      differences(
        (actual as Record<string, unknown>)[key],
        (expected as Record<string, unknown>)[key],
        amount,
        `${path}.${key}`,
      ),
    );
  }
  return Object.is(actual, expected) ? [] : [`${path}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`];
}
