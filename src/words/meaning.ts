import type { Band, ScoreResult, Verdict } from '../scoring/index.ts';
import { percent } from './amounts.ts';
import type { MessageKey } from './english.ts';
import type { Reader } from './say.ts';
import { say } from './say.ts';

const ALL_ANSWERS = 3;

/** In words: a chance that rests on assumptions is none to the digit (docs/model.md section 7). */
function likelihoodOf(negotiability: number): MessageKey {
  if (negotiability >= 85) return 'meaningVeryLikely';
  if (negotiability >= 60) return 'meaningLikely';
  return negotiability >= 40 ? 'meaningOpen' : 'meaningUnlikely';
}

/** What a negotiability number says, and on how much it rests. */
export function negotiabilityMeaning({
  negotiability,
  answersKnown,
}: Pick<ScoreResult, 'negotiability' | 'answersKnown'>): string {
  const rest =
    answersKnown === ALL_ANSWERS
      ? say('meaningKnown')
      : say('meaningUnknown', { count: String(answersKnown) }, answersKnown);
  return `${say(likelihoodOf(negotiability))} ${rest}`;
}

/** A band in a word. */
export function bandInWords(band: Band): string {
  return say(({ high: 'bandHigh', medium: 'bandMedium', low: 'bandLow' } as const)[band]);
}

/** A verdict with what it asks for. */
export function verdictInWords(verdict: Verdict): string {
  return say(({ trade: 'verdictTrade', explore: 'verdictExplore', hold: 'verdictHold' } as const)[verdict]);
}

/** An annual return on cash; there is none to speak of when the customer finances the deal. */
export function returnInWords(annualReturnOnCash: number | null, reader: Pick<Reader, 'locale'>): string {
  return annualReturnOnCash === null ? say('customerFinances') : percent(annualReturnOnCash, reader);
}
