import { addDays } from '../crm/index.ts';
import type { OfferAnswer, OfferStatus } from '../crm/index.ts';
import type { Appraisal } from './appraisal.ts';
import type { OfferAction, OfferEvent, Outcome, TrialAnswer } from './offer-event.ts';
import type { OfferedTerms } from './offered-terms.ts';

/** Terms with what was estimated of them, and by whom and when (ISO 8601) they were put forward. */
export type PutForward = {
  readonly terms: OfferedTerms;
  readonly appraisal: Appraisal;
  readonly by: string;
  readonly at: string;
};

/** A deal's offer as all that happened to it has left it. */
export type Negotiation = {
  readonly status: OfferStatus;
  /** Of the last event; 0 when there was none. */
  readonly revision: number;
  /** What is asked or offered now; null before the first. */
  readonly proposal: PutForward | null;
  /** What the customer was offered last; null before. */
  readonly offer: PutForward | null;
  /** The last approval; `approvalChangesFor` says whether it covers an offer. */
  readonly approved: PutForward | null;
  /** Its last day, ISO date; null before there was one. */
  readonly approvedUntil: string | null;
  /** Of the last decision on an approval; null when nothing was said. */
  readonly reason: string | null;
  readonly answer: { readonly answer: OfferAnswer; readonly answeredOn: string; readonly note: string } | null;
  readonly outcome: Outcome | null;
  /** The last trial question, with what the customer said as it was corrected last; null before the first. */
  readonly trial: AnsweredTrial | null;
};

/** A trial question put to the customer. */
export type AnsweredTrial = PutForward & {
  /** Of the event that recorded it. */
  readonly revision: number;
  readonly said: TrialAnswer | 'not_asked';
};

/** An answer to a trial question can be corrected for a day. */
const CORRECTABLE_MS = 86_400_000;

/** Whether what was recorded of a trial question can still be corrected. */
export function isCorrectable({ at }: Pick<AnsweredTrial, 'at'>, nowMs: number): boolean {
  return nowMs - Date.parse(at) <= CORRECTABLE_MS;
}

export const noNegotiation: Negotiation = {
  status: 'none',
  revision: 0,
  proposal: null,
  offer: null,
  approved: null,
  approvedUntil: null,
  reason: null,
  answer: null,
  outcome: null,
  trial: null,
};

const statusOfAnswer: Record<OfferAnswer, OfferStatus> = {
  accepted: 'agreed',
  wanted_more: 'wanted_more',
  refused_terms: 'refused',
  refused_price: 'refused',
  no_answer: 'no_answer',
};

/** Whether something can be done where an offer stands. An answer may be corrected until the first outcome is recorded. */
export function isPossible({ status, offer, outcome, trial }: Negotiation, action: OfferAction['action']): boolean {
  switch (action) {
    case 'ask':
    case 'offer':
    case 'trial':
      return status !== 'agreed';
    case 'correct_trial':
      return status !== 'agreed' && trial !== null;
    case 'approve':
    case 'counter':
    case 'reject':
      return status === 'awaiting_approval';
    case 'answer':
      return (
        offer !== null &&
        outcome === null &&
        !['awaiting_approval', 'approved', 'countered', 'rejected'].includes(status)
      );
    case 'record':
      return status === 'agreed';
  }
}

/**
 * What all that happened comes to.
 *
 * @param events - of one deal, by revision; what cannot be done where it stands is passed over
 */
export function negotiationOf(events: readonly OfferEvent[]): Negotiation {
  return events.reduce(
    (before, event) =>
      isPossible(before, event.action) ? after(before, event) : { ...before, revision: event.revision },
    noNegotiation,
  );
}

function after(before: Negotiation, event: OfferEvent): Negotiation {
  const { revision, by, at } = event;
  switch (event.action) {
    case 'ask':
      return {
        ...before,
        revision,
        status: 'awaiting_approval',
        proposal: { terms: event.terms, appraisal: event.appraisal, by, at },
        reason: null,
      };
    case 'offer': {
      const offer = { terms: event.terms, appraisal: event.appraisal, by, at };
      return { ...before, revision, status: 'offered', proposal: offer, offer, reason: null, answer: null };
    }
    case 'approve':
      return {
        ...before,
        revision,
        status: 'approved',
        approved: before.proposal,
        approvedUntil: lastDay(event),
        reason: event.reason || null,
      };
    case 'counter': {
      const approved = { terms: event.terms, appraisal: event.appraisal, by, at };
      return {
        ...before,
        revision,
        status: 'countered',
        proposal: approved,
        approved,
        approvedUntil: lastDay(event),
        reason: event.reason || null,
      };
    }
    case 'reject':
      return { ...before, revision, status: 'rejected', reason: event.reason || null };
    case 'answer':
      return {
        ...before,
        revision,
        status: statusOfAnswer[event.answer],
        answer: { answer: event.answer, answeredOn: event.answeredOn, note: event.note },
      };
    case 'record':
      return { ...before, revision, outcome: event.outcome };
    case 'trial': {
      const { terms, appraisal, said } = event;
      return { ...before, revision, trial: { terms, appraisal, by, at, revision, said } };
    }
    case 'correct_trial':
      return before.trial?.revision === event.corrects
        ? { ...before, revision, trial: { ...before.trial, said: event.said } }
        : { ...before, revision };
  }
}

/** How long approvals hold that were given before they had a last day. */
const undatedApprovalDays = 14;

function lastDay({ validUntil, at }: { readonly validUntil?: string | undefined; readonly at: string }): string {
  return validUntil ?? addDays(at.slice(0, 10), undatedApprovalDays);
}
