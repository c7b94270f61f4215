import type { Account, DealTotals } from '../crm/ledger.ts';
import { readNumber, readText } from '../crm/property-values.ts';
import type { PropertyValues } from '../crm/property-values.ts';

/** What `dealTotals` reads of a deal. */
export const totalledPropertyNames = [
  'terms_negotiability_band',
  'terms_expected_gain_home',
  'terms_cash_days_released',
  'deal_currency_code',
  'hs_exchange_rate',
  'hs_deal_stage_probability',
  'terms_policy_version',
  'terms_model_version',
] as const;

/**
 * What stored scores come to. Money in home currency; cash of a deal in a foreign currency without a rate is not counted.
 *
 * @param records - deal properties by name, `totalledPropertyNames` of each
 * @param account - its home currency
 */
export function dealTotals(
  records: readonly PropertyValues[],
  account: Pick<Account, 'homeCurrency'>,
): Omit<DealTotals, 'countedAt'> {
  const byBand = { high: 0, medium: 0, low: 0, unscored: 0 };
  let expectedGain = 0;
  let weightedGain = 0;
  let cashDaysReleased = 0;
  for (const record of records) {
    const band = readText(record['terms_negotiability_band']);
    byBand[band === 'high' || band === 'medium' || band === 'low' ? band : 'unscored'] += 1;
    const gain = readNumber(record['terms_expected_gain_home']) ?? 0;
    expectedGain += gain;
    weightedGain += gain * (readNumber(record['hs_deal_stage_probability']) ?? 1);
    cashDaysReleased += (readNumber(record['terms_cash_days_released']) ?? 0) * rateOf(record, account);
  }
  return { deals: records.length, byBand, expectedGain, weightedGain, cashDaysReleased };
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

function rateOf(record: PropertyValues, { homeCurrency }: Pick<Account, 'homeCurrency'>): number {
  const currency = readText(record['deal_currency_code'])?.toUpperCase() ?? homeCurrency;
  return currency === homeCurrency ? 1 : (readNumber(record['hs_exchange_rate']) ?? 0);
}

/**
 * How many of the scores were made under another policy or model than those in force.
 *
 * @param records - deal properties by name, `totalledPropertyNames` of each
 */
export function outdatedScores(
  records: readonly PropertyValues[],
  inForce: { readonly policyVersion: number; readonly modelVersion: number },
): number {
  return records.filter((record) => {
    const [policy, model] = [readNumber(record['terms_policy_version']), readNumber(record['terms_model_version'])];
    return model !== null && (policy !== inForce.policyVersion || model !== inForce.modelVersion);
  }).length;
}
