import type { Policy } from '../policy/index.ts';
import type { Constraint, Field } from './bands.ts';
import { costOfCash } from './cost-of-cash.ts';
import type { Customer, Deal, ResolvedInput } from './input.ts';
import type { PaymentPlan } from './payment-plan.ts';
import { meanPaymentDay, prepaidShare } from './payment-plan.ts';

/** The deal on the table and what is known of the customer, with the policy's figures looked up: what every later step needs. */
export type Situation = {
  readonly policy: Policy;
  readonly amount: number;
  /** Direct cost, money. */
  readonly directCost: number;
  readonly leadTimeDays: number;
  readonly plan: PaymentPlan;
  readonly daysBeyondTerms: number;
  /** Mean payment day and prepaid share of today's plan at today's lead time. */
  readonly paymentDay: number;
  readonly prepaid: number;
  /** The seller's annual cost of cash. */
  readonly sellerRate: number;
  /** Days from the order by which the customer needs delivery; assumed by the policy's horizon when unknown. */
  readonly neededInDays: number;
  /** Whether the need date was said and lies before today's lead time: then "no urgency" is ruled out. */
  readonly lateToday: boolean;
  readonly answers: { readonly [F in Field]: string | null };
  readonly constraints: readonly Constraint[];
  readonly willingToForecast: boolean;
  /** Yearly hazard; one-off cost of an exception to terms; cost per share prepaid (fractions of the amount). */
  readonly defaultHazard: number;
  readonly termsFriction: number;
  readonly prepaymentRisk: number;
};

/** Looks a deal up in the policy (model sections 2 to 5). */
export function readSituation({ deal, customer = {}, policy }: ResolvedInput): Situation {
  const { amount, leadTimeDays, payments: plan } = deal;
  const daysBeyondTerms = customer.daysBeyondTerms ?? 0;
  const neededInDays = customer.neededInDays ?? null;
  return {
    policy, amount, leadTimeDays, plan, daysBeyondTerms,
    directCost: amount * (1 - deal.grossMargin),
    paymentDay: meanPaymentDay(plan, leadTimeDays, daysBeyondTerms),
    prepaid: prepaidShare(plan, leadTimeDays, daysBeyondTerms),
    sellerRate: costOfCash(amount, policy),
    neededInDays: neededInDays ?? leadTimeDays - policy.urgencyHorizonDays,
    lateToday: isLateToday(deal, customer),
    answers: { cashPosition: customer.cashPosition ?? null, termsImportance: customer.termsImportance ?? null, urgency: customer.urgency ?? null },
    constraints: customer.constraints ?? [],
    willingToForecast: customer.forecast === 'willing',
    defaultHazard: policy.beliefs.defaultHazard[customer.cashPosition ?? 'unknown'],
    termsFriction: policy.beliefs.termsFriction[customer.termsImportance ?? 'unknown'],
    prepaymentRisk: policy.beliefs.prepaymentRisk[customer.relationship ?? 'unknown'],
  };
}

/** Whether a customer said when it needs the goods, and today's lead time is longer: then it is not without urgency. */
export function isLateToday({ leadTimeDays }: Pick<Deal, 'leadTimeDays'>, { neededInDays }: Customer): boolean {
  return typeof neededInDays === 'number' && neededInDays < leadTimeDays;
}
