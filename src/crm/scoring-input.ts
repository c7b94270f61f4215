import { figureNames } from '../evidence/evidence-schema.ts';
import type { Evidence, FigureName, Finding } from '../evidence/evidence-schema.ts';
import type { Customer, ResolvedInput } from '../scoring/index.ts';
import type { Policy } from '../policy/index.ts';
import { readPaymentPlan, readTerms } from '../terms/index.ts';
import { daysBetween } from './calendar.ts';
import { deliveryDate } from './delivery-date.ts';
import type { CustomerProfile, ProfileField } from './customer-profile.ts';
import type { DealFacts, ExpediteStatus } from './deal-facts.ts';
import type { FieldError } from './field-error.ts';
import type { Account } from './ledger.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import { validateCustomerProfile } from './validate-customer-profile.ts';

/** A value the deal does not have and the seller's policy stands in for; numbers in the unit of the captured field. */
export type Assumption = { readonly field: ProfileField; readonly value: string | number; readonly from: 'policy' };

/** A figure the score rests on, and where it comes from; what a rep typed wins over what is found. */
export type Figure = {
  readonly name: FigureName;
  /** In the unit of the captured field; null for one that nothing stands in for. */
  readonly value: string | number | null;
  readonly from: 'typed' | 'found' | 'assumed';
  /** What HubSpot knows of it, whether or not it is taken. */
  readonly finding: Finding<string | number> | null;
};

export type ResolvedDeal = {
  readonly ok: true;
  /** What `scoreDeal` takes; money in `currency`. */
  readonly input: ResolvedInput;
  readonly assumptions: readonly Assumption[];
  /** All five, in the order of `figureNames`. */
  readonly figures: readonly Figure[];
  /** What was taken into account, to be stored with the score. */
  readonly evidence: Evidence;
  /** ISO 4217, the deal's. */
  readonly currency: string;
  /** Home money = deal money × rate; 1 for a deal in home currency. */
  readonly exchangeRate: number;
};

export type UnresolvedDeal =
  | { readonly ok: false; readonly code: 'missing_amount' | 'no_exchange_rate' }
  | { readonly ok: false; readonly code: 'invalid_field'; readonly fields: readonly FieldError[] };

export type DealToResolve = {
  readonly facts: DealFacts;
  readonly captured: CustomerProfile;
  readonly policy: PolicyInForce;
  readonly account: Account;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/** Operations have named a number of days and their cost. */
const granted: readonly ExpediteStatus[] = ['approved', 'held', 'countered', 'shipped'];
const refused: readonly ExpediteStatus[] = ['declined', 'expired'];

/**
 * What the model is to score for a deal of the CRM (docs/architecture.md section 7): the policy's figures where the deal has none,
 * the policy's money brought into the deal's currency, days counted from the order, an answered expedite request in place of the estimate.
 *
 * @param deal - facts, answers, policy, account and day
 * @returns the model's input with what was assumed, or why there is none
 */
export function resolveScoringInput(deal: DealToResolve): ResolvedDeal | UnresolvedDeal {
  const { facts, captured, policy, account } = deal;
  const fields = validateCustomerProfile(captured);
  if (fields.length > 0) return { ok: false, code: 'invalid_field', fields };
  if (facts.amount === null || facts.amount <= 0) return { ok: false, code: 'missing_amount' };
  const currency = facts.currency ?? account.homeCurrency;
  const exchangeRate = currency === account.homeCurrency ? 1 : facts.exchangeRate;
  if (exchangeRate === null || exchangeRate <= 0) return { ok: false, code: 'no_exchange_rate' };
  const figures = figuresOf(captured, facts.evidence);
  const { terms, assumptions } = termsOf(figures, deal);
  const input: ResolvedInput = {
    id: facts.dealId,
    deal: { amount: facts.amount, currency, ...terms },
    customer: customerOf(deal, figures),
    policy: withExpedite(inDealCurrency(policy.model, exchangeRate), facts),
  };
  return { ok: true, input, assumptions, figures, evidence: facts.evidence, currency, exchangeRate };
}

/** The five figures of a deal, each with where it comes from. */
export function figuresOf(captured: CustomerProfile, evidence: Evidence): Figure[] {
  return figureNames.map((name) => figureOf(name, captured, evidence));
}

function figureOf(name: FigureName, captured: CustomerProfile, evidence: Evidence): Figure {
  const found = evidence[name];
  // Somebody may have edited the stored text; terms that cannot be read are none.
  const finding = found === undefined || (name === 'paymentPlan' && !readTerms(String(found.value)).ok) ? null : found;
  const typed = captured[name];
  if (typed !== null) return { name, value: typed, from: 'typed', finding };
  return finding === null
    ? { name, value: null, from: 'assumed', finding }
    : { name, value: finding.value, from: 'found', finding };
}

/** A figure's value, by name: `figureOf` made it from the field or the finding of that name. */
function valueOf<Name extends FigureName>(figures: readonly Figure[], name: Name): CustomerProfile[Name] {
  return (figures.find((figure) => figure.name === name)?.value ?? null) as CustomerProfile[Name];
}

function termsOf(figures: readonly Figure[], { facts, policy: { app } }: DealToResolve) {
  const assumptions: Assumption[] = [];
  const orAssumed = <T extends string | number>(field: ProfileField, value: T | null, standIn: T): T => {
    if (value !== null) return value;
    assumptions.push({ field, value: standIn, from: 'policy' });
    return standIn;
  };
  const paymentPlan = orAssumed('paymentPlan', valueOf(figures, 'paymentPlan'), app.defaultPaymentPlan);
  const leadTimeDays = orAssumed('leadTimeDays', valueOf(figures, 'leadTimeDays'), app.defaultLeadTimeDays);
  const grossMargin = orAssumed('grossMargin', valueOf(figures, 'grossMargin'), app.defaultGrossMargin);
  const plan = readPaymentPlan(paymentPlan, deliveryDate(facts, leadTimeDays));
  if (!plan.ok)
    throw new Error('resolveScoringInput needs a policy whose defaultPaymentPlan parses; readPolicy gives one');
  return { terms: { grossMargin, leadTimeDays, payments: plan.plan }, assumptions };
}

function customerOf({ facts, captured, today }: DealToResolve, figures: readonly Figure[]): Customer {
  const closesOn = facts.closesOn ?? today;
  const orderedOn = closesOn > today ? closesOn : today;
  return {
    cashPosition: captured.cashPosition,
    termsImportance: captured.termsImportance,
    urgency: captured.urgency,
    neededInDays: captured.neededBy === null ? null : daysBetween(orderedOn, captured.neededBy),
    relationship: valueOf(figures, 'relationship'),
    forecast: captured.forecast,
    constraints: captured.constraints,
    daysBeyondTerms: valueOf(figures, 'daysBeyondTerms'),
    ...statedOf(captured),
    ...(facts.said.answers.length === 0 ? {} : { answers: [...facts.said.answers] }),
  };
}

/** What the customer put a figure on; without any, the input is what it was before there were such figures. */
function statedOf({ statedCostOfCash, statedLossPerDay }: CustomerProfile): Pick<Customer, 'stated'> {
  return statedCostOfCash === null && statedLossPerDay === null
    ? {}
    : { stated: { costOfCash: statedCostOfCash, lossPerDay: statedLossPerDay } };
}

function inDealCurrency(policy: Policy, exchangeRate: number): Policy {
  return {
    ...policy,
    backlog: { ...policy.backlog, unfundedCost: policy.backlog.unfundedCost / exchangeRate },
    expedite: { ...policy.expedite, fixedCost: policy.expedite.fixedCost / exchangeRate },
    materialGain: { ...policy.materialGain, sellerMoney: policy.materialGain.sellerMoney / exchangeRate },
  };
}

function withExpedite(policy: Policy, { expedite: { status, daysSaved, cost } }: DealFacts): Policy {
  if (daysSaved === null || daysSaved <= 0) return policy;
  if (granted.includes(status) && cost !== null && cost >= 0)
    return { ...policy, expedite: { ...policy.expedite, daysSaved: [daysSaved], fixedCost: cost, costPerDay: 0 } };
  if (refused.includes(status))
    return {
      ...policy,
      expedite: { ...policy.expedite, daysSaved: policy.expedite.daysSaved.filter((days) => days !== daysSaved) },
    };
  return policy;
}
