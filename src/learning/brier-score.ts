import type { Forecast, ReliabilityBin } from './reliability-bins.ts';

/** How far predictions were from what came: 0 is perfect, 0.25 is what always saying one half gets. */
export type BrierScore = {
  readonly score: number;
  /** Of somebody who always says the share that came: what predictions must beat. */
  readonly baseRateScore: number;
  /** `1 − score / baseRateScore`: 1 is perfect, 0 no better than the base rate; null when everything or nothing came. */
  readonly skill: number | null;
  /** `score = reliability − resolution + baseRateScore + withinBins`. Reliability: how far chances are from shares, smaller is better. */
  readonly reliability: number;
  /** How far the bins' shares are apart, larger is better. */
  readonly resolution: number;
  /** What the decomposition leaves over because chances differ within a bin. */
  readonly withinBins: number;
};

/**
 * Brier score, its skill against the base rate, and Murphy's decomposition over the bins of the reliability diagram.
 *
 * @param forecasts - at least one
 * @param bins - of the same forecasts
 * @source Brier 1950, Monthly Weather Review 78(1); Murphy 1973, Journal of Applied Meteorology 12(4);
 * the remainder within bins: Stephenson, Coelho and Jolliffe 2008, Weather and Forecasting 23(4)
 */
export function brierScore(forecasts: readonly Forecast[], bins: readonly ReliabilityBin[]): BrierScore {
  const count = forecasts.length;
  const score = forecasts.reduce((sum, { chance, came }) => sum + (chance - Number(came)) ** 2, 0) / count;
  const baseRate = forecasts.filter(({ came }) => came).length / count;
  const baseRateScore = baseRate * (1 - baseRate);
  const overBins = (term: (bin: ReliabilityBin) => number) =>
    bins.reduce((sum, bin) => sum + bin.count * term(bin), 0) / count;
  const reliability = overBins(({ predicted, observed }) => (predicted - observed) ** 2);
  const resolution = overBins(({ observed }) => (observed - baseRate) ** 2);
  return {
    score,
    baseRateScore,
    skill: baseRateScore === 0 ? null : 1 - score / baseRateScore,
    reliability,
    resolution,
    withinBins: score - (reliability - resolution + baseRateScore),
  };
}
