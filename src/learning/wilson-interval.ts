/** Two-sided 95 % of the normal distribution. */
const Z_95 = 1.959963984540054;

/** Where a share lies with 95 % confidence. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * Wilson score interval of a share, 95 %, without continuity correction: stays within 0 and 1 and keeps its level where the normal interval does not.
 *
 * @param successes - of `trials`
 * @param trials - at least 1
 * @source Wilson 1927, Probable inference, the law of succession, and statistical inference, JASA 22; Brown, Cai and DasGupta 2001, Statistical Science 16(2)
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  const share = successes / trials;
  const shrink = 1 + Z_95 ** 2 / trials;
  const centre = (share + Z_95 ** 2 / (2 * trials)) / shrink;
  const half = (Z_95 / shrink) * Math.sqrt((share * (1 - share)) / trials + Z_95 ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
