import type { Customer } from '../scoring/index.ts';
import { chance } from './amounts.ts';
import { say } from './say.ts';
import type { Reader } from './say.ts';

const LIKELY = 0.8;
const EVEN = 0.4;
/** So many known answers make a guess a judgement (docs/model.md section 7, informed). */
const ENOUGH_ANSWERS = 2;
/** Nobody's guess is called likelier than this. */
const HIGHEST_GUESS = 0.7;

/**
 * How likely a yes is: a word with the percentage behind it, "likely (86.4%)". On fewer than two known answers it is a guess: at most even, and about.
 *
 * @param fraction - chance of a yes; 1 is what the customer already agreed to
 * @param answersKnown - 0 to 3
 */
export function likelihood(fraction: number, answersKnown: number, reader: Pick<Reader, 'locale'>): string {
  const word = likelihoodWord(fraction, answersKnown);
  if (fraction === 1) return word;
  return say(isGuess(answersKnown) ? 'guessed' : 'judged', {
    word,
    chance: chance(shownOf(fraction, answersKnown), reader),
  });
}

/** The word alone, where the percentage stands elsewhere. */
export function likelihoodWord(fraction: number, answersKnown: number): string {
  if (fraction === 1) return say('agreedTo');
  const shown = shownOf(fraction, answersKnown);
  return say(shown >= LIKELY ? 'likely' : shown >= EVEN ? 'even' : 'unlikely');
}

function isGuess(answersKnown: number): boolean {
  return answersKnown < ENOUGH_ANSWERS;
}

/** A guess is rounded down to tens; 0.7 · 10 is a little less than 7. */
function shownOf(fraction: number, answersKnown: number): number {
  return isGuess(answersKnown) ? Math.min(HIGHEST_GUESS, Math.floor(fraction * 10 + 1e-9) / 10) : fraction;
}

/** How many of the three answers are known of a customer: by a band, or a figure it stated. */
export function answersKnownOf({ cashPosition, termsImportance, urgency, stated }: Customer): number {
  return [cashPosition ?? stated?.costOfCash, termsImportance, urgency ?? stated?.lossPerDay].filter(
    (answer) => answer !== null && answer !== undefined,
  ).length;
}
