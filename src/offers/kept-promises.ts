import { addDays, daysBetween } from '../crm/index.ts';
import type { ConcessionState } from '../crm/index.ts';
import { customerPresentValue as presentValue, discountFactor, forceOfInterest } from '../scoring/discounting.ts';
import { duePayments, planOf, promisedLeadTimeDays } from './due-dates.ts';
import type { PutForward } from './negotiation.ts';
import type { Outcome } from './offer-event.ts';

/** Banks and weekends take this long: a payment this much late is in time. */
export const paymentToleranceDays = 3;

/** Something one side promised. `lateDays` counts to the day it was done, or to today while it is not. */
export type Promised = {
  readonly what: 'delivery' | 'payment' | 'forecasts';
  readonly by: 'us' | 'customer';
  readonly state: 'kept' | 'broken' | 'open';
  /** ISO dates; null for what has no day, or is not done. */
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly lateDays: number;
};

/** Something we gave, with what it cost in the deal's currency. */
export type Concession = {
  readonly what: 'discount' | 'speed' | 'longer_terms';
  readonly cost: number;
  readonly state: ConcessionState;
};

export type KeptPromises = {
  readonly promises: readonly Promised[];
  readonly concessions: readonly Concession[];
  /** Of all concessions: not earned as soon as the customer broke a promise. */
  readonly state: ConcessionState;
  /** Cost of the concessions not earned, deal's currency. */
  readonly lost: number;
  /** What the trade really gained us over today's terms; null until delivered, paid and forecasts known. */
  readonly realisedGain: number | null;
};

/** Money below this is none. */
const NONE = 1e-9;

/**
 * What came of agreed terms. A concession is earned when the customer keeps all it promised in return: payment by the agreed days, counted from the real
 * delivery, and its forecasts. Our own lateness moves those days and is told beside them; it earns us nothing.
 *
 * @param agreed - what was agreed
 * @param outcome - what was recorded; null for nothing yet
 * @param today - ISO date in the account's time zone: an open payment past its day is a broken promise
 */
export function keptPromises(
  agreed: Pick<PutForward, 'terms' | 'appraisal'>,
  outcome: Outcome | null,
  today: string,
): KeptPromises {
  const promises =
    outcome === null
      ? []
      : [
          delivery(agreed, outcome, today),
          payment(agreed, outcome, today),
          ...(agreed.terms.forecast ? [forecasts(outcome)] : []),
        ];
  const theirs = promises.filter(({ by }) => by === 'customer');
  const state: ConcessionState = theirs.some((promise) => promise.state === 'broken')
    ? 'not_earned'
    : theirs.length > 0 && theirs.every((promise) => promise.state === 'kept')
      ? 'earned'
      : 'open';
  const concessions = concessionsOf(agreed, outcome).map((concession) => ({ ...concession, state }));
  return {
    promises,
    concessions,
    state,
    lost: state === 'not_earned' ? concessions.reduce((sum, { cost }) => sum + cost, 0) : 0,
    realisedGain: outcome === null ? null : realisedGain(agreed, outcome),
  };
}

function delivery(
  agreed: Pick<PutForward, 'terms' | 'appraisal'>,
  { orderedOn, deliveredOn }: Outcome,
  today: string,
): Promised {
  const dueOn = addDays(orderedOn, Math.ceil(promisedLeadTimeDays(agreed)));
  return promise('delivery', 'us', dueOn, deliveredOn, today, 0);
}

function payment(agreed: Pick<PutForward, 'terms' | 'appraisal'>, outcome: Outcome, today: string): Promised {
  const due = duePayments(agreed, outcome.orderedOn, realLeadTimeDays(agreed, outcome, today)).at(-1);
  return promise('payment', 'customer', due?.dueOn ?? outcome.orderedOn, outcome.paidOn, today, paymentToleranceDays);
}

function promise(
  what: Promised['what'],
  by: Promised['by'],
  dueOn: string,
  doneOn: string | null,
  today: string,
  toleranceDays: number,
): Promised {
  const lateDays = Math.max(0, daysBetween(dueOn, doneOn ?? today));
  const state = lateDays > toleranceDays ? 'broken' : doneOn === null ? 'open' : 'kept';
  return { what, by, state, dueOn, doneOn, lateDays };
}

function forecasts({ forecastsSent }: Outcome): Promised {
  return {
    what: 'forecasts',
    by: 'customer',
    state: forecastsSent === null ? 'open' : forecastsSent ? 'kept' : 'broken',
    dueOn: null,
    doneOn: null,
    lateDays: 0,
  };
}

/** Days to the real delivery; while it is out, to the promised one or today, whichever is later: nobody owes for goods on their way. */
function realLeadTimeDays(
  agreed: Pick<PutForward, 'terms' | 'appraisal'>,
  { orderedOn, deliveredOn }: Outcome,
  today: string,
): number {
  return deliveredOn === null
    ? Math.max(promisedLeadTimeDays(agreed), daysBetween(orderedOn, today))
    : Math.max(0, daysBetween(orderedOn, deliveredOn));
}

function concessionsOf(
  agreed: Pick<PutForward, 'terms' | 'appraisal'>,
  outcome: Outcome | null,
): Omit<Concession, 'state'>[] {
  const {
    terms: { discount, daysSaved },
    appraisal: { deal, costOfCash, expediteCost },
  } = agreed;
  const timing = { leadTimeDays: promisedLeadTimeDays(agreed), daysBeyondTerms: 0 };
  const force = forceOfInterest(costOfCash);
  const waiting =
    deal.amount *
    (1 - discount) *
    (presentValue(force, deal.payments, { ...timing, leadTimeDays: deal.leadTimeDays }) -
      presentValue(force, planOf(agreed, null), timing));
  const given: Omit<Concession, 'state'>[] = [
    { what: 'discount', cost: deal.amount * discount },
    { what: 'speed', cost: daysSaved > 0 ? (outcome?.actualExpediteCost ?? expediteCost) : 0 },
    { what: 'longer_terms', cost: waiting },
  ];
  return given.filter(({ cost }) => cost > NONE);
}

/**
 * The seller's gain of docs/model.md section 5 with what really happened in place of what was expected: payments as agreed up to the last one, that one on the day it came,
 * the real cost of speed, the forecast's saving only where forecasts came.
 */
function realisedGain(agreed: Pick<PutForward, 'terms' | 'appraisal'>, outcome: Outcome): number | null {
  const {
    terms: { discount, forecast, daysSaved },
    appraisal,
  } = agreed;
  const { orderedOn, deliveredOn, paidOn, forecastsSent } = outcome;
  if (deliveredOn === null || paidOn === null || (forecast && forecastsSent === null)) return null;
  const due = duePayments(agreed, orderedOn, Math.max(0, daysBetween(orderedOn, deliveredOn)));
  const lastDay = Math.max(0, daysBetween(orderedOn, paidOn));
  const force = forceOfInterest(appraisal.costOfCash);
  const paid = due.reduce(
    (sum, { share, day }, index) =>
      sum + share * discountFactor(force, index === due.length - 1 ? lastDay : Math.min(day, lastDay)),
    0,
  );
  const speed = daysSaved > 0 ? (outcome.actualExpediteCost ?? appraisal.expediteCost) : 0;
  const saving = forecast && forecastsSent === true ? appraisal.forecastSaving : 0;
  return (
    appraisal.deal.amount * (1 - discount) * paid -
    appraisal.valueToday +
    (saving - speed) * discountFactor(force, appraisal.supplierPaymentDay)
  );
}
