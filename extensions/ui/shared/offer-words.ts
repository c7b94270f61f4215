import type { Failure } from '@deal-terms/core/contracts';
import type { Account } from '@deal-terms/core/crm';
import type { DealStateKind } from '@deal-terms/core/deal-state';
import { counterInWords, termsInWords, trialAnswerInWords } from '@deal-terms/core/offers';
import type {
  Approver,
  Concession,
  ConcessionState,
  OfferAnswer,
  OfferEvent,
  OfferStatus,
  Promised,
} from '@deal-terms/core/offers';
import { money } from '@deal-terms/core/words';
import { failureView } from './failure-view.ts';
import type { FailureView } from './failure-view.ts';
import { days } from './field-view.ts';
import { dateInWords, instantInWords, readerOf } from './reader.ts';

export type Tone = 'danger' | 'warning' | 'info' | 'success' | 'default';

const statuses: Record<OfferStatus, { readonly label: string; readonly tone: Tone }> = {
  none: { label: 'Nothing offered', tone: 'default' },
  awaiting_approval: { label: 'Awaiting approval', tone: 'info' },
  approved: { label: 'Approved', tone: 'success' },
  countered: { label: 'Approved at another discount', tone: 'warning' },
  rejected: { label: 'Approval refused', tone: 'danger' },
  offered: { label: 'Offered', tone: 'info' },
  agreed: { label: 'Agreed', tone: 'success' },
  wanted_more: { label: 'Customer wants more', tone: 'warning' },
  refused: { label: 'Refused', tone: 'danger' },
  no_answer: { label: 'No answer', tone: 'default' },
};

/** Where an offer stands, in a word or two, and its colour. */
export function statusView(status: OfferStatus): { readonly label: string; readonly tone: Tone } {
  return statuses[status];
}

/** Colour of a deal's state. */
export const stateTones: Record<DealStateKind, Tone> = {
  lost: 'default',
  won: 'success',
  no_amount: 'warning',
  no_rate: 'warning',
  nothing_known: 'default',
  trial_question: 'warning',
  nothing_to_offer: 'default',
  speed_unconfirmed: 'warning',
  offer_ready: 'success',
  awaiting_approval: 'info',
  approved: 'success',
  countered: 'success',
  declined: 'danger',
  offered: 'info',
  wanted_more: 'warning',
  refused: 'danger',
  no_answer: 'default',
  agreed: 'success',
  result_due: 'info',
  settled: 'success',
};

export const answerLabels: Record<OfferAnswer, string> = {
  accepted: 'Accepted',
  wanted_more: 'Wanted more',
  refused_terms: 'Refused the terms',
  refused_price: 'Refused the price',
  no_answer: 'No answer',
};

const concessionLabels: Record<Concession['what'], string> = {
  discount: 'Discount',
  speed: 'Faster delivery',
  longer_terms: 'Longer terms',
};
const stateLabels: Record<ConcessionState, { readonly label: string; readonly tone: Tone }> = {
  open: { label: 'Not known yet', tone: 'default' },
  earned: { label: 'Earned', tone: 'success' },
  not_earned: { label: 'Not earned', tone: 'danger' },
};

/** Whether concessions are earned, in a word or two, and its colour. */
export function concessionView(state: ConcessionState): { readonly label: string; readonly tone: Tone } {
  return stateLabels[state];
}

/** A concession with what it cost: "Discount, €3,000". */
export function concessionInWords(
  { what, cost }: Pick<Concession, 'what' | 'cost'>,
  currency: string,
  locale: string,
): string {
  return `${concessionLabels[what]}, ${money(cost, readerOf(locale, currency))}`;
}

const promiseLabels: Record<Promised['what'], string> = {
  delivery: 'Our delivery',
  payment: 'The customer’s payment',
  forecasts: 'The customer’s forecasts',
};

/** A promise and what came of it: "The customer’s payment: due 27 Sept 2026, came 20 Oct 2026, 23 days late." */
export function promiseInWords({ what, state, dueOn, doneOn, lateDays }: Promised, locale: string): string {
  if (what === 'forecasts')
    return `${promiseLabels[what]}: ${{ open: 'not known yet', kept: 'sent', broken: 'not sent' }[state]}.`;
  const due = dueOn === null ? '' : `due ${dateInWords(dueOn, locale)}, `;
  const late = lateDays === 0 ? '' : `, ${days(lateDays, locale)} late`;
  return `${promiseLabels[what]}: ${due}${doneOn === null ? `not done yet${late}` : `done ${dateInWords(doneOn, locale)}${late === '' ? ', in time' : late}`}.`;
}

/** Who is to approve: "Grace Whitfield"; nobody when the policy names none. */
export function approversInWords(approvers: readonly Approver[]): string {
  return approvers.length === 0
    ? 'nobody: the policy names no approver'
    : new Intl.ListFormat('en', { type: 'disjunction' }).format(approvers.map(({ name }) => name));
}

const verbs: Record<OfferEvent['action'], string> = {
  ask: 'asked for approval',
  offer: 'offered',
  approve: 'approved',
  counter: 'approved another discount',
  reject: 'refused approval',
  answer: 'recorded the answer',
  record: 'recorded the result',
  trial: 'asked the customer',
  correct_trial: 'corrected the answer',
};

/** One line of the history: when, who, what. */
export function eventInWords(event: OfferEvent, account: Account, locale: string): string {
  const detail = [
    ...('terms' in event ? [termsInWords(event, { locale })] : []),
    ...saidIn(event, locale),
    ...('note' in event && event.note !== '' ? [`“${event.note}”`] : []),
    ...('reason' in event && event.reason !== '' ? [`“${event.reason}”`] : []),
  ];
  return [`${instantInWords(event.at, account, locale)}, ${event.by} ${verbs[event.action]}.`, ...detail].join(' ');
}

function saidIn(event: OfferEvent, locale: string): string[] {
  if (event.action === 'trial' || event.action === 'correct_trial') return [trialAnswerInWords(event, { locale })];
  if (event.action !== 'answer') return [];
  const { answer, counterDiscount } = event;
  return [
    `${answerLabels[answer]}.`,
    ...(counterDiscount === null ? [] : [counterInWords(counterDiscount, { locale })]),
  ];
}

/** A failure of an offer function, with what it says of the offer. */
export function offerFailure(failure: Failure): FailureView {
  const view = failureView(failure);
  const { expedite: standing, fields } = failure;
  const where = statuses[(standing?.state ?? 'none') as OfferStatus].label.toLowerCase();
  if (failure.code === 'already_decided')
    return {
      ...view,
      text: `${standing?.by === undefined || standing.by === '' ? 'Somebody' : standing.by} acted first; yours was not taken. It stands at “${where}” now.`,
    };
  if (failure.code === 'not_possible')
    return {
      ...view,
      title: 'The offer has moved on',
      text: `It stands at “${where}” now, where this cannot be done.`,
    };
  if (failure.code === 'invalid_field' && fields !== undefined)
    return {
      ...view,
      title: 'That cannot be recorded',
      text: fields.map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`).join(' '),
    };
  return view;
}
