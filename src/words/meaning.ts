import type { Band, ScoreResult, Verdict } from '../scoring/index.ts';
import { percent } from './amounts.ts';
import type { Reader } from './say.ts';
import { say } from './say.ts';

const ALL_ANSWERS = 3;

/** What a negotiability number says, and on how much it rests. */
export function negotiabilityMeaning(
  { negotiability, answersKnown }: Pick<ScoreResult, 'negotiability' | 'answersKnown'>,
  reader: Pick<Reader, 'locale'>,
): string {
  // A chance is never said to be certain: 99.99 reads "99.9%", not "100%".
  const chance = percent(Math.min(Math.floor(negotiability * 10) / 1000, 0.999), reader);
  const rest =
    answersKnown === ALL_ANSWERS
      ? say('meaningKnown')
      : say('meaningUnknown', { count: String(answersKnown) }, answersKnown);
  return `${say('meaning', { chance })} ${rest}`;
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
