import { nativePropertyOf } from '../crm/deal-property-names.ts';
import type { Deal } from '../crm/decode-deal.ts';
import type { Account, DealTotals } from '../crm/ledger.ts';
import { scorePropertyOf } from '../crm/stored-score.ts';
import { closingChanceOf } from '../deal-state/push-list.ts';

/** Deal properties totals are made of. */
export const totalledPropertyNames: readonly string[] = [
  nativePropertyOf.currency,
  nativePropertyOf.exchangeRate,
  nativePropertyOf.isClosed,
  nativePropertyOf.isWon,
  nativePropertyOf.stageProbability,
  scorePropertyOf.scoredAtMs,
  scorePropertyOf.band,
  scorePropertyOf.expectedGainHome,
  scorePropertyOf.cashDaysReleased,
  scorePropertyOf.policyVersion,
  scorePropertyOf.modelVersion,
  scorePropertyOf.figuresAssumed,
  scorePropertyOf.assumedFigures,
];

/**
 * What stored scores come to. Money in home currency; cash of a deal in a foreign currency without a rate is not counted.
 *
 * @param deals - decoded with `totalledPropertyNames`
 * @param account - its home currency
 */
export function dealTotals(
  deals: readonly Deal[],
  account: Pick<Account, 'homeCurrency'>,
): Omit<DealTotals, 'countedAt'> {
  const byBand = { high: 0, medium: 0, low: 0, unscored: 0 };
  let expectedGain = 0;
  let weightedGain = 0;
  let cashDaysReleased = 0;
  for (const deal of deals) {
    const { score } = deal;
    byBand[score?.band ?? 'unscored'] += 1;
    const gain = score?.expectedGainHome ?? 0;
    expectedGain += gain;
    weightedGain += gain * closingChanceOf(deal);
    cashDaysReleased += (score?.cashDaysReleased ?? 0) * rateOf(deal, account);
  }
  return { deals: deals.length, byBand, expectedGain, weightedGain, cashDaysReleased };
}

/** What two lots of deals come to together. */
export function addTotals(
  one: Omit<DealTotals, 'countedAt'>,
  other: Omit<DealTotals, 'countedAt'>,
): Omit<DealTotals, 'countedAt'> {
  const { high, medium, low, unscored } = other.byBand;
  return {
    deals: one.deals + other.deals,
    byBand: {
      high: one.byBand.high + high,
      medium: one.byBand.medium + medium,
      low: one.byBand.low + low,
      unscored: one.byBand.unscored + unscored,
    },
    expectedGain: one.expectedGain + other.expectedGain,
    weightedGain: (one.weightedGain ?? one.expectedGain) + (other.weightedGain ?? other.expectedGain),
    cashDaysReleased: one.cashDaysReleased + other.cashDaysReleased,
  };
}

function rateOf({ facts }: Deal, { homeCurrency }: Pick<Account, 'homeCurrency'>): number {
  return (facts.currency ?? homeCurrency) === homeCurrency ? 1 : (facts.exchangeRate ?? 0);
}

/**
 * How many of the scores were made under another policy or model than those in force.
 *
 * @param deals - decoded with `totalledPropertyNames`
 */
export function outdatedScores(
  deals: readonly Deal[],
  inForce: { readonly policyVersion: number; readonly modelVersion: number },
): number {
  return deals.filter(
    ({ score }) =>
      score !== null && (score.policyVersion !== inForce.policyVersion || score.modelVersion !== inForce.modelVersion),
  ).length;
}

/**
 * How many scores rest on a gross margin that is assumed, and how many say what they rest on.
 *
 * @param deals - decoded with `totalledPropertyNames`
 */
export function assumedMargins(deals: readonly Deal[]): { readonly assumed: number; readonly scored: number } {
  const scores = deals.flatMap(({ score }) => (score === null || score.figuresAssumed === null ? [] : [score]));
  return {
    assumed: scores.filter(({ assumedFigures }) => assumedFigures.includes('grossMargin')).length,
    scored: scores.length,
  };
}
