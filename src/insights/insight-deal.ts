import { decodeCustomerProfile } from '../crm/customer-profile-codec.ts';
import type { CustomerProfile } from '../crm/customer-profile.ts';
import { decodeDealFacts } from '../crm/deal-facts.ts';
import type { Account } from '../crm/ledger.ts';
import type { PolicyInForce } from '../crm/policy-in-force.ts';
import { readNumber, readText } from '../crm/property-values.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { resolveScoringInput } from '../crm/scoring-input.ts';
import { fields } from '../scoring/bands.ts';
import type { Field } from '../scoring/bands.ts';
import { scoreDeal } from '../scoring/score-deal.ts';

/** The answer most worth asking for on a deal, and what knowing it is worth. */
export type Question = { readonly field: Field; /** Home currency. */ readonly worth: number };

/** An open deal as far as the management table hears of it. */
export type InsightDeal = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal belongs to none; so with owners. */
  readonly companyId: string;
  readonly ownerId: string;
  /** In home currency; 0 when there is none, or no exchange rate. */
  readonly value: number;
  readonly answers: Pick<CustomerProfile, Field>;
  /** In the customer's own words. */
  readonly why: string | null;
  /** As stored; null when the deal was never scored. */
  readonly verdict: string | null;
  readonly bestTrade: string | null;
  /** Home currency, as stored. */
  readonly expectedGain: number;
  /** Null when every answer is known, none is worth asking for, or the deal cannot be scored. */
  readonly question: Question | null;
};

export type InsightBasis = {
  readonly account: Account;
  readonly policy: PolicyInForce;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/** Read beside `scoredDealPropertyNames`. */
export const insightPropertyNames = ['amount_in_home_currency'] as const;

/**
 * Reads an open deal and works out what asking its customer is worth.
 *
 * @param record - deal properties by name, `scoredDealPropertyNames` and `insightPropertyNames` of it
 * @param basis - policy, account and day
 */
export function insightDeal(record: PropertyValues, basis: InsightBasis): InsightDeal {
  const { dealId, dealName, companyId } = decodeDealFacts(record);
  const captured = decodeCustomerProfile(record);
  const { cashPosition, termsImportance, urgency } = captured;
  return {
    dealId,
    dealName: dealName ?? `Deal ${dealId}`,
    companyId: companyId ?? '',
    ownerId: readText(record['hubspot_owner_id']) ?? '',
    value: readNumber(record['amount_in_home_currency']) ?? 0,
    answers: { cashPosition, termsImportance, urgency },
    why: captured.customerWhy,
    verdict: readText(record['terms_verdict']),
    bestTrade: readText(record['terms_best_package']) === null ? null : readText(record['terms_best_trade']),
    expectedGain: readNumber(record['terms_expected_gain_home']) ?? 0,
    question: questionOf(record, captured, basis),
  };
}

function questionOf(record: PropertyValues, captured: CustomerProfile, basis: InsightBasis): Question | null {
  if (fields.every((field) => captured[field] !== null)) return null;
  const resolved = resolveScoringInput({ facts: decodeDealFacts(record), captured, ...basis });
  if (!resolved.ok) return null;
  const { valueOfInformation } = scoreDeal(resolved.input);
  const [field] = fields
    .filter((one) => captured[one] === null && valueOfInformation[one] > 0)
    .sort((one, other) => valueOfInformation[other] - valueOfInformation[one]);
  return field === undefined ? null : { field, worth: valueOfInformation[field] * resolved.exchangeRate };
}
