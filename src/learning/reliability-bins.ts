import type { Interval } from './wilson-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A prediction, and whether what it predicted came. */
export type Forecast = { readonly chance: number; readonly came: boolean };

/** Predictions of about the same chance: what was predicted on average, and the share that came. */
export type ReliabilityBin = {
  /** Chances from here, this one included, up to the other, which belongs to the next bin (1 to the last). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
  /** Of `observed`, 95 % (Wilson). */
  readonly interval: Interval;
};

const BINS = 10;

/**
 * Points of a reliability diagram: bins of a tenth, those without a prediction left out.
 *
 * @source Dawid 1982, The well-calibrated Bayesian, JASA 77; Murphy and Winkler 1977, Applied Statistics 26(1)
 */
export function reliabilityBins(forecasts: readonly Forecast[]): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, bin) => ({
    bin,
    inBin: forecasts.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin),
  }))
    .filter(({ inBin }) => inBin.length > 0)
    .map(({ bin, inBin }) => {
      const count = inBin.length;
      const came = inBin.filter((forecast) => forecast.came).length;
      return {
        from: bin / BINS,
        to: (bin + 1) / BINS,
        count,
        predicted: inBin.reduce((sum, { chance }) => sum + chance, 0) / count,
        observed: came / count,
        interval: wilsonInterval(came, count),
      };
    });
}
