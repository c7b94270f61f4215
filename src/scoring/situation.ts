import type { Policy } from '../policy/index.ts';
import type { Constraint, Field } from '../vocabulary/bands.ts';
import { annualCostOfCash } from './cost-of-cash.ts';
import { customerPresentValue, receiptsOf, sellerPresentValue } from './discounting.ts';
import type { CostOfCash, Receipt } from './discounting.ts';
import type { Answer, Customer, Deal, ResolvedInput } from './input.ts';
import type { PaymentPlan, Timing } from '../vocabulary/payment-plan.ts';
import { meanPaymentDay, prepaidShare, prepayment, wholePlan } from '../vocabulary/payment-plan.ts';

/** What is known of one uncertain field: a figure the customer stated (in the model's units), a band, or neither. */
export type Known = { readonly figure: number | null; readonly band: string | null };

/** The deal on the table and what is known of the customer, with the policy's figures looked up: what every later step needs. */
export type Situation = {
  readonly policy: Policy;
  readonly amount: number;
  readonly grossMargin: number;
  /** Direct cost, money. */
  readonly directCost: number;
  readonly plan: PaymentPlan;
  readonly timing: Timing;
  /** Mean payment day, prepaid share and prepayment of today's plan at today's lead time. */
  readonly paymentDay: number;
  readonly prepaid: number;
  readonly prepayment: number;
  /** What today's plan brings and when. */
  readonly receipts: readonly Receipt[];
  /** Present value to the seller of today's price by today's plan, money, at a cost of cash. */
  readonly sellerValueToday: (cost: CostOfCash) => number;
  /** The seller's annual cost of cash. */
  readonly sellerRate: number;
  /** Present value to the customer of today's price by today's plan, money, by the force of interest of its cost of cash. */
  readonly customerValueToday: (force: number) => number;
  /** Days from the order by which the customer needs delivery; assumed by the policy's horizon when unknown. */
  readonly neededInDays: number;
  /** Whether the need date was said and lies before today's lead time: then "no urgency" is ruled out. */
  readonly lateToday: boolean;
  readonly known: { readonly [F in Field]: Known };
  readonly answers: readonly Answer[];
  readonly constraints: readonly Constraint[];
  readonly willingToForecast: boolean;
  /** Yearly hazard; one-off cost of an exception to terms; cost of a full prepayment (fractions of the amount). */
  readonly defaultHazard: number;
  readonly termsFriction: number;
  readonly prepaymentRisk: number;
};

/** Looks a deal up in the policy (docs/model.md sections 2 to 5). */
export function readSituation({ deal, customer = {}, policy }: ResolvedInput): Situation {
  const { amount, grossMargin, leadTimeDays } = deal;
  const plan = wholePlan(deal.payments);
  const timing = { leadTimeDays, daysBeyondTerms: customer.daysBeyondTerms ?? 0 };
  const paymentDay = meanPaymentDay(plan, timing);
  const defaultHazard = policy.beliefs.defaultHazard[customer.cashPosition ?? 'unknown'];
  const receipts = receiptsOf(plan, timing, defaultHazard);
  return {
    policy,
    amount,
    grossMargin,
    plan,
    timing,
    paymentDay,
    defaultHazard,
    directCost: amount * (1 - grossMargin),
    prepaid: prepaidShare(plan, timing),
    prepayment: prepayment(plan, timing),
    receipts,
    sellerValueToday: lastRemembered((cost) => amount * sellerPresentValue(receipts, cost)),
    sellerRate: annualCostOfCash(amount * paymentDay, policy),
    customerValueToday: remembered((force) => amount * customerPresentValue(force, plan, timing)),
    neededInDays: customer.neededInDays ?? leadTimeDays - policy.urgencyHorizonDays,
    lateToday: isLateToday(deal, customer),
    known: knownOf(amount, customer),
    answers: (customer.answers ?? []).map((answer) => ({ ...answer, payments: wholePlan(answer.payments) })),
    constraints: customer.constraints ?? [],
    willingToForecast: customer.forecast === 'willing',
    termsFriction: policy.beliefs.termsFriction[customer.termsImportance ?? 'unknown'],
    prepaymentRisk: policy.beliefs.prepaymentRisk[customer.relationship ?? 'unknown'],
  };
}

/** What a customer is known for; a loss stated in money becomes a fraction of the amount (docs/model.md section 6). */
function knownOf(amount: number, customer: Customer): Situation['known'] {
  const { costOfCash, lossPerDay } = customer.stated ?? {};
  return {
    cashPosition: { figure: costOfCash ?? null, band: customer.cashPosition ?? null },
    termsImportance: { figure: null, band: customer.termsImportance ?? null },
    urgency: {
      figure: lossPerDay === undefined || lossPerDay === null ? null : lossPerDay / amount,
      band: customer.urgency ?? null,
    },
  };
}

/** Whether a field has a figure or a band (docs/model.md section 7, answers known). */
export function isKnown({ figure, band }: Known): boolean {
  return figure !== null || band !== null;
}

/** Every package asks for the same few rates. */
function remembered<Asked>(work: (asked: Asked) => number): (asked: Asked) => number {
  const known = new Map<Asked, number>();
  return (asked) => {
    let value = known.get(asked);
    if (value === undefined) {
      value = work(asked);
      known.set(asked, value);
    }
    return value;
  };
}

/** All packages ask at one cost of cash, then all at the next. */
function lastRemembered<Asked>(work: (asked: Asked) => number): (asked: Asked) => number {
  let last: Asked | null = null;
  let value = 0;
  return (asked) => {
    if (asked !== last) value = work(asked);
    last = asked;
    return value;
  };
}

/** Whether a customer said when it needs the goods, and today's lead time is longer: then it is not without urgency. */
export function isLateToday({ leadTimeDays }: Pick<Deal, 'leadTimeDays'>, { neededInDays }: Customer): boolean {
  return typeof neededInDays === 'number' && neededInDays < leadTimeDays;
}
