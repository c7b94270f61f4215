import { levers, nextQuestions } from '../scoring/index.ts';
import type { Band, Lever, NextQuestion, Verdict } from '../scoring/index.ts';
import type { FigureName } from '../evidence/evidence-schema.ts';
import { readAssumedFigures } from './assumed-figures.ts';
import { localDate } from './calendar.ts';
import type { Place } from './calendar.ts';
import type { ScorePropertyName } from './deal-property-names.ts';
import { readChoice, readChoices, readInstant, readNumber, readText } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/** Values of the properties `terms_negotiability_band` and `terms_verdict`, best first. */
export const bands = ['high', 'medium', 'low'] as const satisfies readonly Band[];
export const verdicts = ['trade', 'explore', 'hold'] as const satisfies readonly Verdict[];

/** Field of `StoredScore` → deal property: what searches sort and filter by. */
export const scorePropertyOf = {
  negotiability: 'terms_negotiability',
  band: 'terms_negotiability_band',
  answersKnown: 'terms_answers_known',
  verdict: 'terms_verdict',
  packageId: 'terms_best_package',
  bestTrade: 'terms_best_trade',
  levers: 'terms_levers',
  discount: 'terms_recommended_discount',
  openingDiscount: 'terms_opening_discount',
  limitDiscount: 'terms_limit_discount',
  sellerGain: 'terms_seller_gain',
  customerGain: 'terms_customer_gain',
  breakEvenRate: 'terms_break_even_rate',
  gainAtBankRate: 'terms_gain_at_bank_rate',
  expectedGain: 'terms_expected_gain',
  expectedGainHome: 'terms_expected_gain_home',
  daysSooner: 'terms_days_sooner',
  cashDaysReleased: 'terms_cash_days_released',
  nextQuestion: 'terms_next_question',
  scoredAtMs: 'terms_scored_at',
  scoredAmount: 'terms_scored_amount',
  policyVersion: 'terms_policy_version',
  modelVersion: 'terms_model_version',
  fingerprint: 'terms_score_inputs',
  evidence: 'terms_evidence',
  figuresAssumed: 'terms_figures_assumed',
  assumedFigures: 'terms_assumed_figures',
} as const satisfies Record<string, ScorePropertyName>;

/** A score as a deal keeps it. People may edit properties by hand, so each figure can be missing. */
export type StoredScore = {
  /** 0 to 100. */
  readonly negotiability: number | null;
  readonly band: Band | null;
  /** 0 to 3. */
  readonly answersKnown: number | null;
  readonly verdict: Verdict | null;
  /** Of the best offer, `payment option/days saved/forecast|none`; null when there is none worth making. `tradeOf` reads it. */
  readonly packageId: string | null;
  /** The best offer as a sentence for views and reports in HubSpot; screens word `tradeOf` instead. */
  readonly bestTrade: string | null;
  readonly levers: readonly Lever[];
  /** Fractions of the amount, negative for a premium: the fair one, where to open, and where we stop. */
  readonly discount: number | null;
  readonly openingDiscount: number | null;
  readonly limitDiscount: number | null;
  /** Money in the deal's currency. */
  readonly sellerGain: number | null;
  readonly customerGain: number | null;
  /** Cost of cash a year from which on the best offer pays, fraction; null also where it releases no cash or never pays. */
  readonly breakEvenRate: number | null;
  /** What is left of our gain at the bank's rate; null for a score made before it was kept. */
  readonly gainAtBankRate: number | null;
  readonly expectedGain: number | null;
  /** Money in home currency. */
  readonly expectedGainHome: number | null;
  readonly daysSooner: number | null;
  /** Currency-days, deal's currency. */
  readonly cashDaysReleased: number | null;
  readonly nextQuestion: NextQuestion | null;
  /** Epoch milliseconds, and the day it was in the account's time zone. */
  readonly scoredAtMs: number;
  readonly scoredOn: string;
  /** Deal amount the score rests on, deal's currency. */
  readonly scoredAmount: number | null;
  readonly policyVersion: number | null;
  readonly modelVersion: number | null;
  readonly fingerprint: string | null;
  /** How many of the five figures nobody typed and HubSpot did not know, and which; null for a score made before they were counted. */
  readonly figuresAssumed: number | null;
  readonly assumedFigures: readonly FigureName[];
};

/**
 * The score a deal carries. Never throws: what is malformed is missing.
 *
 * @param properties - deal properties by name; others are ignored
 * @param place - the account: says which day it was scored on
 * @returns null for a deal that was never scored
 */
export function decodeScore(properties: PropertyValues, place: Place): StoredScore | null {
  const of = (field: keyof typeof scorePropertyOf) => properties[scorePropertyOf[field]];
  const scoredAtMs = readInstant(of('scoredAtMs'));
  if (scoredAtMs === null) return null;
  return {
    negotiability: readNumber(of('negotiability')),
    band: readChoice(bands, of('band')),
    answersKnown: readNumber(of('answersKnown')),
    verdict: readChoice(verdicts, of('verdict')),
    packageId: readText(of('packageId')),
    bestTrade: readText(of('bestTrade')),
    levers: readChoices(levers, of('levers')),
    discount: readNumber(of('discount')),
    openingDiscount: readNumber(of('openingDiscount')),
    limitDiscount: readNumber(of('limitDiscount')),
    sellerGain: readNumber(of('sellerGain')),
    customerGain: readNumber(of('customerGain')),
    breakEvenRate: readNumber(of('breakEvenRate')),
    gainAtBankRate: readNumber(of('gainAtBankRate')),
    expectedGain: readNumber(of('expectedGain')),
    expectedGainHome: readNumber(of('expectedGainHome')),
    daysSooner: readNumber(of('daysSooner')),
    cashDaysReleased: readNumber(of('cashDaysReleased')),
    nextQuestion: readChoice(nextQuestions, of('nextQuestion')),
    scoredAtMs,
    scoredOn: localDate(scoredAtMs, place),
    scoredAmount: readNumber(of('scoredAmount')),
    policyVersion: readNumber(of('policyVersion')),
    modelVersion: readNumber(of('modelVersion')),
    fingerprint: readText(of('fingerprint')),
    figuresAssumed: readNumber(of('figuresAssumed')),
    assumedFigures: readAssumedFigures(of('assumedFigures')),
  };
}
