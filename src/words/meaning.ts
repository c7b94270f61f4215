import type { Band, ScoreResult, Verdict } from '../scoring/index.ts';
import { percent } from './amounts.ts';
import { likelihood } from './likelihood.ts';
import type { Reader } from './say.ts';
import { say } from './say.ts';

const ALL_ANSWERS = 3;
/** What is worked out is no agreement yet. */
const MOST = 0.999;

/** What a negotiability number says, and on how much it rests. */
export function negotiabilityMeaning(
  { negotiability, answersKnown }: Pick<ScoreResult, 'negotiability' | 'answersKnown'>,
  reader: Pick<Reader, 'locale'>,
): string {
  const rest =
    answersKnown === ALL_ANSWERS
      ? say('meaningKnown')
      : say('meaningUnknown', { count: String(answersKnown) }, answersKnown);
  const chance = likelihood(Math.min(negotiability / 100, MOST), answersKnown, reader);
  return `${say('meaning', { likelihood: chance.charAt(0).toUpperCase() + chance.slice(1) })} ${rest}`;
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
