import { levers, MODEL_VERSION, packageTerms, walkAwayDiscount } from '../scoring/index.ts';
import type { Offer, ScoreResult } from '../scoring/index.ts';
import { encodeEvidence } from '../evidence/evidence-schema.ts';
import { bestTrade } from '../words/index.ts';
import { readAssumedFigures, writeAssumedFigures } from './assumed-figures.ts';
import { scorePropertyNames } from './deal-property-names.ts';
import type { ScorePropertyName } from './deal-property-names.ts';
import { readChoices, readNumber, readText, writeNumber } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';
import { scoreFingerprint } from './score-fingerprint.ts';
import type { ResolvedDeal } from './scoring-input.ts';

/** Stored sentences are read by everybody in the account: they are written in one language. */
const writtenFor = { locale: 'en' };

export type ScoreToEncode = {
  readonly result: ScoreResult;
  /** What the result was worked out from. */
  readonly resolved: ResolvedDeal;
  readonly policyVersion: number;
  /** ISO 8601 instant in UTC. */
  readonly scoredAt: string;
};

/**
 * A score as HubSpot property values, money rounded to cents, the chance to four decimals; "" clears what a deal without an offer does not have.
 *
 * @param score - result, its input, the policy's version and the instant
 * @returns all score properties
 */
export function encodeScore({
  result,
  resolved,
  policyVersion,
  scoredAt,
}: ScoreToEncode): Record<ScorePropertyName, string> {
  const [offer] = result.offers;
  return {
    terms_negotiability: rounded(result.negotiability, 4),
    terms_negotiability_band: result.band,
    terms_answers_known: writeNumber(result.answersKnown),
    terms_verdict: result.verdict,
    terms_expected_gain: rounded(result.expectedGain, 2),
    terms_expected_gain_home: rounded(result.expectedGain * resolved.exchangeRate, 2),
    terms_next_question: result.nextQuestion ?? '',
    ...(offer === undefined ? noOffer : encodeOffer(offer, result, resolved)),
    terms_scored_at: scoredAt,
    terms_scored_amount: writeNumber(resolved.input.deal.amount),
    terms_policy_version: writeNumber(policyVersion),
    terms_model_version: writeNumber(MODEL_VERSION),
    terms_score_inputs: fingerprintOf(resolved, policyVersion),
    ...encodeFigures(resolved),
  };
}

/**
 * Fingerprint a score of this deal carries: today's, to be compared with the stored one.
 *
 * @param resolved - the deal's input now
 * @param policyVersion - `scoresSince` of the policy in force
 */
export function fingerprintOf(resolved: ResolvedDeal, policyVersion: number): string {
  return scoreFingerprint(resolved.input, {
    policyVersion,
    modelVersion: MODEL_VERSION,
    exchangeRate: resolved.exchangeRate,
  });
}

/**
 * The properties to write so that a record holding `stored` holds `wanted`. Values are compared as what they mean (`60000.0` is `60000`);
 * a new `terms_scored_at` alone is no change.
 *
 * @param stored - deal properties by name
 * @param wanted - score properties; one that is left out is left alone
 * @returns only those that differ, with the instant if there are any
 */
export function scoreChanges(
  stored: PropertyValues,
  wanted: Partial<Record<ScorePropertyName, string>>,
): Partial<Record<ScorePropertyName, string>> {
  const changed = scorePropertyNames.filter(
    (name) =>
      name !== 'terms_scored_at' && name in wanted && meaning(name, stored[name]) !== meaning(name, wanted[name]),
  );
  if (changed.length === 0) return {};
  const changes = changed.map((name) => [name, wanted[name]] as const);
  return Object.fromEntries([...changes, ['terms_scored_at', wanted.terms_scored_at] as const]);
}

type FigurePropertyName = 'terms_evidence' | 'terms_figures_assumed' | 'terms_assumed_figures';

/**
 * What a score rests on that nobody typed, as property values.
 *
 * @param resolved - the deal with its evidence
 */
export function encodeFigures({ figures, evidence }: ResolvedDeal): Record<FigurePropertyName, string> {
  const assumed = figures.filter(({ from }) => from === 'assumed').map(({ name }) => name);
  return {
    terms_evidence: encodeEvidence(evidence),
    terms_figures_assumed: writeNumber(assumed.length),
    terms_assumed_figures: writeAssumedFigures(assumed),
  };
}

type OfferPropertyName =
  | 'terms_best_package'
  | 'terms_best_trade'
  | 'terms_levers'
  | 'terms_recommended_discount'
  | 'terms_opening_discount'
  | 'terms_limit_discount'
  | 'terms_seller_gain'
  | 'terms_customer_gain'
  | 'terms_break_even_rate'
  | 'terms_gain_at_bank_rate'
  | 'terms_days_sooner'
  | 'terms_cash_days_released';

const noOffer: Record<OfferPropertyName, string> = {
  terms_best_package: '',
  terms_best_trade: '',
  terms_levers: '',
  terms_recommended_discount: '',
  terms_opening_discount: '',
  terms_limit_discount: '',
  terms_seller_gain: '',
  terms_customer_gain: '',
  terms_break_even_rate: '',
  terms_gain_at_bank_rate: '',
  terms_days_sooner: '',
  terms_cash_days_released: '',
};

function encodeOffer(offer: Offer, result: ScoreResult, { input }: ResolvedDeal): Record<OfferPropertyName, string> {
  const terms = packageTerms(input, offer.packageId);
  return {
    terms_best_package: offer.packageId,
    terms_best_trade: bestTrade(result, input, writtenFor),
    terms_levers: terms.leversAt(offer.discount).join(';'),
    terms_recommended_discount: rounded(offer.discount, 6),
    terms_opening_discount: rounded(offer.openingDiscount, 6),
    terms_limit_discount: rounded(walkAwayDiscount(input, offer), 6),
    terms_seller_gain: rounded(offer.sellerGain, 2),
    terms_customer_gain: rounded(offer.customerGain, 2),
    terms_break_even_rate: offer.breakEvenRate === null ? '' : rounded(offer.breakEvenRate, 6),
    terms_gain_at_bank_rate: rounded(offer.sellerGainAtBankRate, 2),
    terms_days_sooner: rounded(terms.daysSooner, 2),
    terms_cash_days_released: rounded(terms.cashDaysReleased(offer.discount), 0),
  };
}

function rounded(value: number, decimals: number): string {
  return writeNumber(Number(value.toFixed(decimals)));
}

/** Texts that could be taken for numbers. */
const texts: ReadonlySet<ScorePropertyName> = new Set([
  'terms_best_package',
  'terms_best_trade',
  'terms_score_inputs',
  'terms_evidence',
]);

/** Values that mean the same have the same meaning: numbers by size, choices as a set, texts as they stand. */
function meaning(name: ScorePropertyName, value: string | null | undefined): string {
  const text = readText(value) ?? '';
  if (texts.has(name)) return text;
  if (name === 'terms_assumed_figures') return writeAssumedFigures(readAssumedFigures(text));
  if (name === 'terms_levers') return readChoices(levers, text).join(';');
  const number = readNumber(text);
  return number === null ? text : writeNumber(number);
}
