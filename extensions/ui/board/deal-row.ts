import type { Account, PropertyValues } from '@deal-terms/core/crm';
import { isTimeZone, localDate, parseInstant, readNumber, readText, scoreProperties } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { count, money } from '@deal-terms/core/words';
import { dateInWords, readerOf } from '../shared/reader.ts';
import type { AccountNames } from '../shared/account-names.ts';

/** A deal as a line of the board. */
export type DealRow = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal belongs to none. */
  readonly companyId: string;
  readonly owner: string;
  readonly stage: string;
  readonly closes: string;
  /** In the deal's currency. */
  readonly amount: string;
  /** Null for a deal nobody has scored; so is everything below. */
  readonly score: ScoreColumns | null;
};

export type ScoreColumns = {
  /** Whole, rounded down; a chance is never shown as certain. */
  readonly negotiability: string;
  readonly band: string;
  readonly tone: 'success' | 'warning' | 'default';
  readonly answers: string;
  readonly verdict: string;
  /** What to ask and to give; the price is on the deal. */
  readonly bestTrade: string;
  /** In home currency: what the board sorts by. */
  readonly expectedGain: string;
  readonly daysSooner: string;
  /** Null when no further answer is worth asking for. */
  readonly nextQuestion: string | null;
  readonly scoredOn: string;
  /** Why the score is out of date; null when policy and model are those in force. */
  readonly outdated: string | null;
};

export type RowBasis = {
  readonly account: Account;
  readonly policyVersion: number;
  readonly names: AccountNames;
  readonly locale: string;
};

const nothing = '–';
const tones = new Map([
  ['high', 'success'],
  ['medium', 'warning'],
] as const);

/**
 * @param record - deal properties by name, `exportedPropertyNames` of them and `hs_object_id`
 * @param basis - who reads, and the names of what the record names by id
 */
export function dealRow(record: PropertyValues, basis: RowBasis): DealRow {
  const { account, names, locale } = basis;
  const amount = readNumber(record['amount']);
  const closes = readText(record['closedate']);
  const owner = readText(record['hubspot_owner_id']);
  const dealId = record['hs_object_id'] ?? '';
  return {
    dealId,
    dealName: readText(record['dealname']) ?? `Deal ${dealId}`,
    companyId: readText(record['hs_primary_associated_company']) ?? '',
    owner: owner === null ? 'Nobody' : names.owner(owner),
    stage: names.stage(readText(record['dealstage']) ?? ''),
    closes: closes === null ? nothing : dateInWords(closes.slice(0, 10), locale),
    amount:
      amount === null
        ? nothing
        : money(amount, readerOf(locale, readText(record['deal_currency_code']) ?? account.homeCurrency)),
    score: readText(record['terms_scored_at']) === null ? null : scoreColumns(record, basis),
  };
}

function scoreColumns(record: PropertyValues, { account, policyVersion, locale }: RowBasis): ScoreColumns {
  const number = (name: string) => readNumber(record[name]);
  const orNothing = (value: number | null, words: (value: number) => string) =>
    value === null ? nothing : words(value);
  const isOldPolicy = number('terms_policy_version') !== policyVersion;
  return {
    negotiability: orNothing(number('terms_negotiability'), (value) => String(Math.min(99, Math.floor(value)))),
    band: labelOf('terms_negotiability_band', record) ?? nothing,
    tone: tones.get(record['terms_negotiability_band'] as 'high' | 'medium') ?? 'default',
    answers: orNothing(number('terms_answers_known'), (value) => `${value} of 3 answers`),
    verdict: labelOf('terms_verdict', record) ?? nothing,
    bestTrade: swapOf(readText(record['terms_best_trade']) ?? 'None worth offering'),
    expectedGain: orNothing(number('terms_expected_gain_home'), (value) =>
      money(value, readerOf(locale, account.homeCurrency)),
    ),
    daysSooner: orNothing(number('terms_days_sooner'), (value) => count(value, { locale })),
    nextQuestion: labelOf('terms_next_question', record),
    scoredOn: scoredOn(record, account, locale),
    outdated:
      isOldPolicy || number('terms_model_version') !== MODEL_VERSION
        ? `${isOldPolicy ? 'Policy' : 'Model'} changed since`
        : null,
  };
}

/** The first of the sentences a best trade is stored as. */
function swapOf(bestTrade: string): string {
  const end = bestTrade.indexOf('. ');
  return end < 0 ? bestTrade : bestTrade.slice(0, end + 1);
}

function scoredOn(record: PropertyValues, account: Account, locale: string): string {
  const epochMs = parseInstant(readText(record['terms_scored_at']) ?? '');
  return epochMs === null
    ? nothing
    : dateInWords(localDate(epochMs, isTimeZone(account.timeZone) ? account : { timeZone: 'UTC' }), locale);
}

/** Label of the option a record holds, as its property's definition has it. */
function labelOf(name: (typeof scoreProperties)[number]['name'], record: PropertyValues): string | null {
  const definition = scoreProperties.find((property) => property.name === name);
  const value = readText(record[name]);
  if (value === null || definition === undefined || !('options' in definition)) return value;
  return definition.options.find((option) => option.value === value)?.label ?? value;
}
