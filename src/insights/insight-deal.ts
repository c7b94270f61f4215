import type { CustomerProfile } from '../crm/customer-profile.ts';
import { nativePropertyOf } from '../crm/deal-property-names.ts';
import { decodeDeal } from '../crm/decode-deal.ts';
import type { Deal } from '../crm/decode-deal.ts';
import type { Account } from '../crm/ledger.ts';
import type { PolicyInForce } from '../crm/policy-in-force.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { resolveScoringInput } from '../crm/scoring-input.ts';
import { fields } from '../vocabulary/bands.ts';
import type { Field } from '../vocabulary/bands.ts';
import { scoreDeal } from '../scoring/score-deal.ts';
import type { Verdict } from '../scoring/index.ts';

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
  readonly verdict: Verdict | null;
  readonly bestTrade: string | null;
  /** Home currency, as stored. */
  readonly expectedGain: number;
  /** 0 to 1; null when the stage says none. */
  readonly closingChance: number | null;
  /** Whether the customer said yes to an offer: then nothing is left to ask or to trade. */
  readonly isAgreed: boolean;
  /** Null when every answer is known, none is worth asking for, all is agreed, or the deal cannot be scored. */
  readonly question: Question | null;
};

export type InsightBasis = {
  readonly account: Account;
  readonly policy: PolicyInForce;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/** Read beside `scoredDealPropertyNames`. */
export const insightPropertyNames: readonly string[] = [nativePropertyOf.amountHome, nativePropertyOf.stageProbability];

/**
 * Reads an open deal and works out what asking its customer is worth.
 *
 * @param record - deal properties by name, `scoredDealPropertyNames` and `insightPropertyNames` of it
 * @param basis - policy, account and day
 */
export function insightDeal(record: PropertyValues, basis: InsightBasis): InsightDeal {
  const deal = decodeDeal(record, basis.account);
  const { facts, customer, score } = deal;
  const { cashPosition, termsImportance, urgency } = customer;
  return {
    dealId: deal.id,
    dealName: deal.name,
    companyId: facts.companyId ?? '',
    ownerId: facts.ownerId ?? '',
    value: facts.amountHome ?? 0,
    answers: { cashPosition, termsImportance, urgency },
    why: customer.customerWhy,
    verdict: score?.verdict ?? null,
    bestTrade: score?.packageId == null ? null : score.bestTrade,
    expectedGain: score?.expectedGainHome ?? 0,
    closingChance: facts.stageProbability,
    isAgreed: facts.said.agreed !== null,
    question: questionOf(deal, basis),
  };
}

function questionOf({ facts, customer }: Deal, basis: InsightBasis): Question | null {
  if (facts.said.agreed !== null || fields.every((field) => customer[field] !== null)) return null;
  const resolved = resolveScoringInput({ facts, captured: customer, ...basis });
  if (!resolved.ok) return null;
  const { valueOfInformation } = scoreDeal(resolved.input);
  const [field] = fields
    .filter((one) => customer[one] === null && valueOfInformation[one] > 0)
    .sort((one, other) => valueOfInformation[other] - valueOfInformation[one]);
  return field === undefined ? null : { field, worth: valueOfInformation[field] * resolved.exchangeRate };
}
