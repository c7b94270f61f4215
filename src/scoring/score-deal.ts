import { fields } from '../vocabulary/bands.ts';
import { customersOf } from './customers.ts';
import { costOfCashAt } from './cost-of-cash.ts';
import { agreementProbability, evaluate, mostAgreement, openStakes, refusalCostOf, valueAt } from './evaluation.ts';
import type { Evaluation } from './evaluation.ts';
import type { NextQuestion, ValueOfInformation } from './information.ts';
import { bestTimesWeight, nextQuestion, valueOfInformation, weightsByValue } from './information.ts';
import type { ResolvedInput } from './input.ts';
import type { Offer, Ranked } from './offers.ts';
import { menuOf, offerOf, openingOf } from './offers.ts';
import { listPackages } from './packages.ts';
import type { Position } from './position.ts';
import { positionToday } from './position.ts';
import { audienceOf, prospectOf } from './prospect.ts';
import type { Audience } from './prospect.ts';
import { isKnown, readSituation } from './situation.ts';
import type { Situation } from './situation.ts';
import type { Standing } from './standing.ts';
import { standingsOf } from './standing.ts';
import { SAME_NEGOTIABILITY } from '../vocabulary/tolerance.ts';
import type { TrialQuestion } from './trial-question.ts';
import { trialQuestion } from './trial-question.ts';

/** Where the bands and verdicts begin (docs/model.md section 7). */
const HIGH = 70;
const MEDIUM = 40;
const WORTH_EXPLORING = 30;
const INFORMED_BY = 2;

export type Band = 'high' | 'medium' | 'low';
export type Verdict = 'trade' | 'explore' | 'hold';

/** What the model says of one deal (docs/model.md section 9). Money in the deal's currency. */
export type ScoreResult = {
  readonly id: string;
  /** The seller's annual cost of cash the result rests on. */
  readonly costOfCash: number;
  /** 0–100: the chance, given what is known, heard and assumed, that some trade which suits us also suits the customer. */
  readonly negotiability: number;
  /** What following the menu's best opening brings on average, refusals counted. */
  readonly expectedGain: number;
  /** 0–3. */
  readonly answersKnown: number;
  /** Whether what the customer said contradicts what is known of it; its answers then only stand for themselves. */
  readonly answersContradict: boolean;
  readonly band: Band;
  readonly verdict: Verdict;
  readonly before: Position;
  readonly packagesConsidered: number;
  readonly valueOfInformation: ValueOfInformation;
  readonly trial: TrialQuestion | null;
  readonly nextQuestion: NextQuestion | null;
  readonly offers: readonly Offer[];
};

/** Whether a negotiability reaches a threshold, but for rounding. */
function reaches(negotiability: number, threshold: number): boolean {
  return negotiability >= threshold - SAME_NEGOTIABILITY;
}

/** Band of a negotiability: nobody's guess is called high. */
function bandOf(negotiability: number, isInformed: boolean): Band {
  if (reaches(negotiability, HIGH) && isInformed) return 'high';
  return reaches(negotiability, MEDIUM) ? 'medium' : 'low';
}

function verdictOf(negotiability: number, band: Band, question: NextQuestion | null, hasOffer: boolean): Verdict {
  if (band === 'high' && hasOffer) return 'trade';
  return reaches(negotiability, WORTH_EXPLORING) || question !== null ? 'explore' : 'hold';
}

/** Chance of agreeing on something, those who never trade set aside at first, of 100 (docs/model.md section 7). */
function negotiabilityOf(evaluations: readonly Evaluation[], situation: Situation, audience: Audience): number {
  const mostFirst = evaluations
    .map((evaluation) => ({ evaluation, most: mostAgreement(evaluation, situation, audience) }))
    .sort((one, other) => other.most - one.most);
  let best = 0;
  for (const { evaluation, most } of mostFirst) {
    if (most <= best) break;
    best = Math.max(best, agreementProbability(evaluation, situation, audience));
  }
  return Math.min(100, (100 * best) / (1 - situation.policy.silence));
}

/** What following the menu brings on average: the best of its opening offers (docs/model.md section 7, expected gain). */
function expectedGainOf(menu: readonly Ranked[], situation: Situation): number {
  return menu.reduce(
    (most, ranked) => Math.max(most, valueAt(ranked.evaluation, openingOf(ranked, situation), situation)),
    0,
  );
}

/**
 * Scores one deal (docs/model.md sections 1 to 9): whether trading terms against price or speed suits both sides, and how.
 *
 * @param input - parsed, with a whole policy; see `parseScoringInput`
 * @returns the result of docs/model.md section 9, its keys in that order
 */
export function scoreDeal(input: ResolvedInput): ScoreResult {
  const situation = readSituation(input);
  const { policy, known, sellerRate } = situation;
  const customers = customersOf(situation);
  const audience = audienceOf(customers, customers.areIndependent);
  const packages = listPackages(situation);
  const standings = standingsOf(packages, situation);
  const cost = costOfCashAt(sellerRate, policy);
  const stakes = openStakes(weightsByValue(customers));
  const evaluations = packages.map((one, index) => {
    const prospect = prospectOf(one, standings[index] as Standing, situation, customers);
    return evaluate(prospect, cost, situation, audience, stakes);
  });

  const menu = menuOf(evaluations, situation);
  const refusalCost = refusalCostOf(situation);
  const value = valueOfInformation(stakes, refusalCost);
  const trial = trialQuestion(evaluations, bestTimesWeight(stakes.all, 1, refusalCost), situation, audience);
  const question = nextQuestion(value, trial?.value ?? null, situation);
  const negotiability = negotiabilityOf(evaluations, situation, audience);
  const answersKnown = fields.filter((field) => isKnown(known[field])).length;
  const isInformed = answersKnown >= INFORMED_BY || menu.some(({ evaluation }) => evaluation.agreed !== null);
  const band = bandOf(negotiability, isInformed);
  return {
    id: input.id,
    costOfCash: sellerRate,
    negotiability,
    expectedGain: expectedGainOf(menu, situation),
    answersKnown,
    answersContradict: customers.contradicted,
    band,
    verdict: verdictOf(negotiability, band, question, menu.length > 0),
    before: positionToday(situation),
    packagesConsidered: packages.length,
    valueOfInformation: value,
    trial,
    nextQuestion: question,
    offers: menu.map((ranked) => offerOf(ranked, situation, audience)),
  };
}
