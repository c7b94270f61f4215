/**
 * How common each band is, from counts: the posterior mean of a multinomial with a Dirichlet prior. What was believed before counts as much as `before` customers.
 *
 * @param prior - weights with a positive sum
 * @param counts - customers found in each band
 * @param before - pseudo-count of the prior, customers
 * @returns shares that sum to 1
 * @source Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 3.4
 */
export function posteriorShares<Band extends string>(
  prior: Readonly<Record<Band, number>>,
  counts: Readonly<Partial<Record<Band, number>>>,
  before: number,
): Record<Band, number> {
  const bands = Object.keys(prior) as Band[];
  const weight = bands.reduce((sum, band) => sum + prior[band], 0);
  const total = bands.reduce((sum, band) => sum + (counts[band] ?? 0), 0);
  return Object.fromEntries(
    bands.map((band) => [band, ((before * prior[band]) / weight + (counts[band] ?? 0)) / (before + total)]),
  ) as Record<Band, number>;
}
