import { saidYes } from './answered-offer.ts';
import type { AnsweredOffer } from './answered-offer.ts';
import { breakdown } from './breakdown.ts';
import type { Breakdown } from './breakdown.ts';

/** What agreed offers brought, beside what was predicted of the same ones. Home currency. */
export type RealisedGain = {
  /** Delivered and paid. */
  readonly deals: number;
  /** Agreed, but not yet delivered and paid: in none of the sums. */
  readonly open: number;
  readonly predicted: number;
  readonly realised: number;
  /** `realised / predicted`; null when nothing was predicted to be gained. */
  readonly ratio: number | null;
  /** Of the ratio; null under two deals. */
  readonly standardError: number | null;
};

/**
 * Realised against predicted gain of agreed offers, overall, by owner and by band. A ratio somewhat under 1 is to be expected even of a fair prediction:
 * what is offered was chosen because its prediction was high (Smith and Winkler 2006, The optimizer's curse, Management Science 52(3)).
 *
 * @source ratio estimator and its standard error: Cochran 1977, Sampling Techniques, 3rd ed., section 6.4
 */
export function realisedGains(offers: readonly AnsweredOffer[]): Breakdown<RealisedGain> {
  return breakdown(offers, realisedGainOf);
}

function realisedGainOf(offers: readonly AnsweredOffer[]): RealisedGain {
  const agreed = offers.filter(saidYes);
  const closed = agreed.flatMap(({ sellerGain, realisedGain }) =>
    realisedGain === null ? [] : [{ predicted: sellerGain, realised: realisedGain }],
  );
  const deals = closed.length;
  const predicted = closed.reduce((sum, deal) => sum + deal.predicted, 0);
  const realised = closed.reduce((sum, deal) => sum + deal.realised, 0);
  const ratio = predicted > 0 ? realised / predicted : null;
  return {
    deals,
    open: agreed.length - deals,
    predicted,
    realised,
    ratio,
    standardError: ratio === null || deals < 2 ? null : standardErrorOf(ratio, closed, predicted),
  };
}

function standardErrorOf(
  ratio: number,
  closed: readonly { readonly predicted: number; readonly realised: number }[],
  predicted: number,
): number {
  const deals = closed.length;
  const squares = closed.reduce((sum, deal) => sum + (deal.realised - ratio * deal.predicted) ** 2, 0);
  return Math.sqrt((squares * deals) / (deals - 1)) / predicted;
}
