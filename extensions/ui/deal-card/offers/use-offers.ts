import { useMemo, useState } from 'react';
import {
  decideOfferReplySchema,
  decideOfferUid,
  offerTermsReplySchema,
  offerTermsUid,
} from '@deal-terms/core/contracts';
import type { DecideOfferRequest, Failure, OfferTermsRequest } from '@deal-terms/core/contracts';
import { offerPropertyOf } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';
import { decodeOfferLog, negotiationOf } from '@deal-terms/core/offers';
import type { Negotiation, OfferEvent } from '@deal-terms/core/offers';
import type { CardProps } from '../../shared/card-props.ts';
import { callForDeal } from '../../shared/call-function.ts';
import { offerFailure } from '../../shared/offer-words.ts';

type Without<Request, Keys extends string> = Request extends unknown ? Omit<Request, Keys> : never;
/** What a rep does, and an approver; revision and name are added where it is sent. */
export type RepAction = Without<OfferTermsRequest, 'revision' | 'by'>;
export type ApproverAction = Without<DecideOfferRequest, 'revision' | 'by'>;

/** A deal's offers as the card has them, and what can be done. */
export type OfferCalls = {
  readonly events: readonly OfferEvent[];
  readonly negotiation: Negotiation;
  readonly isSending: boolean;
  /** Of the last call; null when it went well. */
  readonly failure: Failure | null;
  readonly send: (action: RepAction) => void;
  readonly decide: (action: ApproverAction) => void;
};

const done: Record<RepAction['action'] | ApproverAction['action'], string> = {
  offer: 'The offer is on record.',
  ask: 'Sent for approval.',
  answer: 'The answer is on record.',
  record: 'The result is on record.',
  trial: 'Their answer is on record.',
  correct_trial: 'The answer is corrected.',
  remind: 'Reminded: they have a task for it.',
  set_amount: 'The deal’s amount is the agreed price; the amount before is kept.',
  approve: 'Approved.',
  counter: 'Approved at your discount.',
  reject: 'Approval refused.',
};

function doneInWords(action: RepAction | ApproverAction): string {
  return action.action === 'set_amount' && action.to === 'list'
    ? 'The deal’s amount is the one before again.'
    : done[action.action];
}

/**
 * Follows the deal's log of offers and sends what is done; a second click while a call is under way does nothing.
 *
 * @param record - deal properties, live
 * @param by - whoever acts
 * @param onDone - called when something was recorded
 */
export function useOffers(
  record: PropertyValues,
  by: string,
  { addAlert, refreshObjectProperties }: CardProps['actions'],
  onDone: (action: (RepAction | ApproverAction)['action']) => void,
): OfferCalls {
  const log = record[offerPropertyOf.log];
  const stored = useMemo(() => decodeOfferLog(log), [log]);
  const [answeredWith, setAnsweredWith] = useState<readonly OfferEvent[]>([]);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // The answer of a call is ahead of the page's properties for a moment.
  const events = lastRevision(answeredWith) > lastRevision(stored) ? answeredWith : stored;
  const negotiation = useMemo(() => negotiationOf(events), [events]);

  const act = (action: RepAction | ApproverAction) => {
    if (isSending) return;
    setSending(true);
    void callFor(action, { revision: negotiation.revision, by }).then((reply) => {
      setSending(false);
      setFailure(reply.ok ? null : reply);
      if (reply.ok) {
        setAnsweredWith(reply.events);
        const isRemindedBefore = 'reminder' in reply && reply.reminder === 'sent_before';
        addAlert(
          isRemindedBefore
            ? { type: 'warning', message: 'They were reminded today already.' }
            : { type: 'success', message: doneInWords(action) },
        );
        onDone(action.action);
      } else {
        const { title, text } = offerFailure(reply);
        addAlert({ type: 'warning', title, message: text });
      }
      if (reply.ok || reply.code === 'already_decided') refreshObjectProperties();
    });
  };
  return { events, negotiation, isSending, failure, send: act, decide: act };
}

function callFor(action: RepAction | ApproverAction, common: { readonly revision: number; readonly by: string }) {
  return 'key' in action
    ? callForDeal(decideOfferUid, { ...action, ...common }, decideOfferReplySchema)
    : callForDeal(offerTermsUid, { ...action, ...common }, offerTermsReplySchema);
}

function lastRevision(events: readonly OfferEvent[]): number {
  return events.at(-1)?.revision ?? 0;
}
