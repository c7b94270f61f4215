import type { Policy } from '../policy/index.ts';
import type { Constraint, Field } from './bands.ts';
import { costOfCash } from './cost-of-cash.ts';
import { customerPresentValue, sellerPresentValue } from './discounting.ts';
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
  /** Present value of today's price by today's plan, money: to the seller, and to a customer by its annual cost of cash (model section 5, P_S and P_C). */
  readonly sellerValueToday: number;
  readonly customerValueToday: (annualRate: number) => number;
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
  const sellerRate = costOfCash(amount, policy);
  const defaultHazard = policy.beliefs.defaultHazard[customer.cashPosition ?? 'unknown'];
  return {
    policy,
    amount,
    leadTimeDays,
    plan,
    daysBeyondTerms,
    sellerRate,
    defaultHazard,
    directCost: amount * (1 - deal.grossMargin),
    paymentDay: meanPaymentDay(plan, leadTimeDays, daysBeyondTerms),
    prepaid: prepaidShare(plan, leadTimeDays, daysBeyondTerms),
    sellerValueToday: amount * sellerPresentValue(sellerRate, defaultHazard, plan, { leadTimeDays, daysBeyondTerms }),
    customerValueToday: remembered(
      (annualRate) => amount * customerPresentValue(annualRate, plan, { leadTimeDays, daysBeyondTerms }),
    ),
    neededInDays: neededInDays ?? leadTimeDays - policy.urgencyHorizonDays,
    lateToday: isLateToday(deal, customer),
    answers: {
      cashPosition: customer.cashPosition ?? null,
      termsImportance: customer.termsImportance ?? null,
      urgency: customer.urgency ?? null,
    },
    constraints: customer.constraints ?? [],
    willingToForecast: customer.forecast === 'willing',
    termsFriction: policy.beliefs.termsFriction[customer.termsImportance ?? 'unknown'],
    prepaymentRisk: policy.beliefs.prepaymentRisk[customer.relationship ?? 'unknown'],
  };
}

/** Every package asks for the same few rates. */
function remembered(work: (annualRate: number) => number): (annualRate: number) => number {
  const known = new Map<number, number>();
  return (annualRate) => {
    const value = known.get(annualRate) ?? work(annualRate);
    known.set(annualRate, value);
    return value;
  };
}

/** Whether a customer said when it needs the goods, and today's lead time is longer: then it is not without urgency. */
export function isLateToday({ leadTimeDays }: Pick<Deal, 'leadTimeDays'>, { neededInDays }: Customer): boolean {
  return typeof neededInDays === 'number' && neededInDays < leadTimeDays;
}
