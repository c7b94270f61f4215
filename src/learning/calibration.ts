import { LEAST_ANSWERS, saidYes } from './answered-offer.ts';
import type { AnsweredOffer } from './answered-offer.ts';
import { breakdown } from './breakdown.ts';
import type { Breakdown } from './breakdown.ts';
import { brierScore } from './brier-score.ts';
import type { BrierScore } from './brier-score.ts';
import { reliabilityBins } from './reliability-bins.ts';
import type { ReliabilityBin } from './reliability-bins.ts';
import { wilsonInterval } from './wilson-interval.ts';
import type { Interval } from './wilson-interval.ts';

/** Predicted chances of a yes against the answers; under `LEAST_ANSWERS` of them nothing is said. */
export type Calibration =
  | { readonly kind: 'too_few'; readonly answers: number }
  | {
      readonly kind: 'measured';
      readonly answers: number;
      /** Answers that were silence; counted as no. */
      readonly silent: number;
      /** Mean chance predicted, and the share that said yes with its 95 % interval (Wilson). */
      readonly predicted: number;
      readonly observed: number;
      readonly interval: Interval;
      readonly brier: BrierScore;
      readonly bins: readonly ReliabilityBin[];
    };

/**
 * Whether predictions of a yes come true as often as they say, overall, by owner and by band. Intervals take answers for independent;
 * several of one customer make them too narrow.
 *
 * @param offers - with the chance predicted when each was made
 */
export function calibration(offers: readonly AnsweredOffer[]): Breakdown<Calibration> {
  return breakdown(offers, calibrationOf);
}

function calibrationOf(offers: readonly AnsweredOffer[]): Calibration {
  const answers = offers.length;
  if (answers < LEAST_ANSWERS) return { kind: 'too_few', answers };
  const forecasts = offers.map((offer) => ({ chance: offer.acceptance, came: saidYes(offer) }));
  const bins = reliabilityBins(forecasts);
  const yes = forecasts.filter(({ came }) => came).length;
  return {
    kind: 'measured',
    answers,
    silent: offers.filter(({ answer }) => answer === 'no_answer').length,
    predicted: forecasts.reduce((sum, { chance }) => sum + chance, 0) / answers,
    observed: yes / answers,
    interval: wilsonInterval(yes, answers),
    brier: brierScore(forecasts, bins),
    bins,
  };
}
