import type { ConcessionState, Deal } from '../crm/index.ts';
import { hasCustomerAnswers } from './customer-answers.ts';

/** Where a negotiation stands, in the order a deal goes through it. */
export const dealStateKinds = [
  'lost',
  'won',
  'no_amount',
  'no_rate',
  'nothing_known',
  'trial_question',
  'nothing_to_offer',
  'speed_unconfirmed',
  'offer_ready',
  'awaiting_approval',
  'approved',
  'countered',
  'declined',
  'offered',
  'wanted_more',
  'refused',
  'no_answer',
  'agreed',
  'result_due',
  'settled',
] as const;
export type DealStateKind = (typeof dealStateKinds)[number];

/** The one thing to do next; `none` where nothing is left to do. */
export const nextSteps = [
  'none',
  'enter_amount',
  'enter_rate',
  'ask_customer',
  'ask_operations',
  'offer',
  'remind_approver',
  'record_answer',
  'offer_again',
  'close_agreement',
  'record_result',
] as const;
export type NextStep = (typeof nextSteps)[number];

export type DealState = {
  readonly kind: DealStateKind;
  readonly next: NextStep;
  /** ISO date from which it stands there, for offers and answers; null where nothing says it. */
  readonly since: string | null;
  /** Whether this deal's terms are no longer to be traded: agreed, lost, or over. */
  readonly isTradeClosed: boolean;
};

/** A deal as far as its state goes. */
export type DealToPlace = Pick<Deal, 'customer' | 'offer' | 'expedite'> & {
  readonly facts: Pick<Deal['facts'], 'amount' | 'currency' | 'exchangeRate' | 'isClosed' | 'isWon'>;
  /** What the score advises; null for a deal without a score. */
  readonly advice: {
    /** Days sooner the best offer promises; null when there is nothing worth offering. */
    readonly daysSaved: number | null;
    /** Whether asking comes before offering: `isQuestionFirst`. */
    readonly isQuestionFirst: boolean;
  } | null;
  /** Home currency of the account, ISO 4217: a foreign deal needs an exchange rate. */
  readonly homeCurrency: string;
};

const nextOf: Record<DealStateKind, NextStep> = {
  lost: 'none',
  won: 'none',
  no_amount: 'enter_amount',
  no_rate: 'enter_rate',
  nothing_known: 'ask_customer',
  trial_question: 'ask_customer',
  nothing_to_offer: 'none',
  speed_unconfirmed: 'ask_operations',
  offer_ready: 'offer',
  awaiting_approval: 'remind_approver',
  approved: 'offer',
  countered: 'offer',
  declined: 'offer_again',
  offered: 'record_answer',
  wanted_more: 'offer_again',
  refused: 'offer_again',
  no_answer: 'offer_again',
  agreed: 'close_agreement',
  result_due: 'record_result',
  settled: 'none',
};

const closedTrades: readonly DealStateKind[] = ['lost', 'won', 'agreed', 'result_due', 'settled'];

/**
 * Where a deal's negotiation stands and what comes next. What the customer and approvers said outranks what the score
 * advises: nobody is told to offer what was agreed.
 *
 * @param deal - decoded, with what its score advises
 */
export function dealStateOf(deal: DealToPlace): DealState {
  const kind = kindOf(deal);
  return { kind, next: nextOf[kind], since: sinceOf(kind, deal), isTradeClosed: closedTrades.includes(kind) };
}

function kindOf(deal: DealToPlace): DealStateKind {
  const { facts, offer } = deal;
  if (offer.status === 'agreed') return agreedKind(offer.concessions, facts);
  if (facts.isClosed && !facts.isWon) return 'lost';
  if (facts.isWon && isBoughtAsItWas(deal)) return 'won';
  switch (offer.status) {
    case 'awaiting_approval':
    case 'approved':
    case 'countered':
    case 'offered':
    case 'wanted_more':
    case 'refused':
    case 'no_answer':
      return offer.status;
    case 'rejected':
      return 'declined';
    case 'none':
      return beforeTheFirstOffer(deal);
  }
}

/** Whether nothing is on the table of a deal that is won: no offer that waits, none that operations still work for. */
function isBoughtAsItWas({ offer, expedite }: DealToPlace): boolean {
  const isTurnedDown = ['none', 'rejected', 'wanted_more', 'refused', 'no_answer'].includes(offer.status);
  return isTurnedDown && ['none', 'declined', 'expired', 'shipped'].includes(expedite.status);
}

/** A lost deal with agreed terms is lost all the same; concessions are settled once it is known whether they were earned. */
function agreedKind(
  concessions: ConcessionState | null,
  { isClosed, isWon }: Pick<DealToPlace['facts'], 'isClosed' | 'isWon'>,
): DealStateKind {
  if (isClosed && !isWon) return 'lost';
  if (concessions === 'earned' || concessions === 'not_earned') return 'settled';
  return isWon ? 'result_due' : 'agreed';
}

function beforeTheFirstOffer({ facts, customer, advice, expedite, homeCurrency }: DealToPlace): DealStateKind {
  if (facts.amount === null || facts.amount <= 0) return 'no_amount';
  const isForeign = facts.currency !== null && facts.currency !== homeCurrency;
  if (isForeign && (facts.exchangeRate === null || facts.exchangeRate <= 0)) return 'no_rate';
  if (advice === null || !hasCustomerAnswers(customer)) return 'nothing_known';
  if (advice.isQuestionFirst && !isWithOperations(advice, expedite)) return 'trial_question';
  if (advice.daysSaved === null) return 'nothing_to_offer';
  return advice.daysSaved > 0 && !isSpeedConfirmed(expedite.status, expedite.daysSaved, advice.daysSaved)
    ? 'speed_unconfirmed'
    : 'offer_ready';
}

/** Whether the rep has gone on to ask operations for the speed of the offer: then the next step is theirs, or follows from what they said. */
function isWithOperations(
  { daysSaved }: NonNullable<DealToPlace['advice']>,
  { status }: DealToPlace['expedite'],
): boolean {
  return (daysSaved ?? 0) > 0 && status !== 'none' && status !== 'expired';
}

/**
 * Whether operations said yes to as many days as an offer promises.
 *
 * @param status - of the deal's request for an expedited shipment
 * @param granted - days operations named; null when they named none
 * @param promised - days sooner of the offer; 0 needs nobody
 */
export function isSpeedConfirmed(
  status: DealToPlace['expedite']['status'],
  granted: number | null,
  promised: number,
): boolean {
  if (promised <= 0) return true;
  return (
    (status === 'held' || status === 'approved' || status === 'shipped') && granted !== null && granted >= promised
  );
}

function sinceOf(kind: DealStateKind, { offer }: DealToPlace): string | null {
  switch (kind) {
    case 'offered':
      return offer.offeredOn;
    case 'wanted_more':
    case 'refused':
    case 'no_answer':
    case 'agreed':
    case 'result_due':
    case 'settled':
      return offer.answeredOn;
    default:
      return null;
  }
}
