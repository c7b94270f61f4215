import type { Field } from './bands.ts';
import { fields } from './bands.ts';
import { evaluate } from './evaluation.ts';
import type { ValueOfInformation } from './information.ts';
import { expectedGain, nextQuestion, valueOfInformation } from './information.ts';
import type { ResolvedInput } from './input.ts';
import type { Offer } from './offers.ts';
import { agreementProbability, menuOf } from './offers.ts';
import { listPackages } from './packages.ts';
import type { Position } from './position.ts';
import { positionToday } from './position.ts';
import { readSituation } from './situation.ts';
import { beliefsOf } from './uncertainty.ts';

/** Version of the model; a stored score of another version is stale. */
export const MODEL_VERSION = 1;

/** Where the bands and verdicts of section 7 begin. */
const HIGH = 70;
const MEDIUM = 40;
const WORTH_EXPLORING = 30;
const ANSWERS_FOR_HIGH = 2;

export type Band = 'high' | 'medium' | 'low';
export type Verdict = 'trade' | 'explore' | 'hold';

/** What the model says of one deal (model section 9). Money in the deal's currency. */
export type ScoreResult = {
  readonly id: string;
  /** The seller's annual cost of cash the result rests on. */
  readonly costOfCash: number;
  /** 0–100: the chance, given what is known and assumed, that some trade which suits us also suits the customer. */
  readonly negotiability: number;
  readonly expectedGain: number;
  /** 0–3. */
  readonly answersKnown: number;
  readonly band: Band;
  readonly verdict: Verdict;
  readonly before: Position;
  readonly packagesConsidered: number;
  readonly valueOfInformation: ValueOfInformation;
  readonly nextQuestion: Field | null;
  readonly offers: readonly Offer[];
};

/** Band of a negotiability: nobody's guess is called high. */
function bandOf(negotiability: number, answersKnown: number): Band {
  if (negotiability >= HIGH && answersKnown >= ANSWERS_FOR_HIGH) return 'high';
  return negotiability >= MEDIUM ? 'medium' : 'low';
}

function verdictOf(negotiability: number, band: Band, question: Field | null, offers: readonly Offer[]): Verdict {
  if (band === 'high' && offers.length > 0) return 'trade';
  return negotiability >= WORTH_EXPLORING || question !== null ? 'explore' : 'hold';
}

/**
 * Scores one deal (model sections 1 to 9): whether trading terms against price or speed suits both sides, and how.
 *
 * @param input - parsed, with a whole policy; see `parseScoringInput`
 * @returns the result of model section 9, its keys in that order
 */
export function scoreDeal(input: ResolvedInput): ScoreResult {
  const situation = readSituation(input);
  const beliefs = beliefsOf(situation);
  const packages = listPackages(situation);
  const evaluations = packages.map((one) => evaluate(one, situation, beliefs, 'material'));

  const offers = menuOf(evaluations, situation);
  const value = valueOfInformation(evaluations, beliefs);
  const question = nextQuestion(value, situation);
  const negotiability =
    100 * evaluations.reduce((best, evaluation) => Math.max(best, agreementProbability(evaluation)), 0);
  const answersKnown = fields.filter((field) => situation.answers[field] !== null).length;
  const band = bandOf(negotiability, answersKnown);
  return {
    id: input.id,
    costOfCash: situation.sellerRate,
    negotiability,
    expectedGain: expectedGain(evaluations),
    answersKnown,
    band,
    verdict: verdictOf(negotiability, band, question, offers),
    before: positionToday(situation),
    packagesConsidered: packages.length,
    valueOfInformation: value,
    nextQuestion: question,
    offers,
  };
}
