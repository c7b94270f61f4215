import { useCallback, useEffect, useState } from 'react';
import {
  decideExpediteReplySchema,
  decideExpediteUid,
  openTicketReplySchema,
  openTicketUid,
} from '@deal-terms/core/contracts';
import type { DecideExpediteRequest, Failure, OpenTicketReply, OpenTicketRequest } from '@deal-terms/core/contracts';
import type { CardProps } from '../shared/card-props.ts';
import { callForTicket } from '../shared/call-function.ts';
import { expediteFailure } from '../shared/expedite-words.ts';

export type OpenedTicket = Extract<OpenTicketReply, { ok: true }>;
type Considering = OpenTicketRequest['considering'];

/** A request as operations see it, and what they decide. */
export type TicketCalls = {
  /** The last that was read; null before the first answer. */
  readonly ticket: OpenedTicket | null;
  /** Why it could not be read; null when it could. */
  readonly problem: Failure | null;
  readonly isReading: boolean;
  /** Until the ticket is read as the decision left it. */
  readonly isSending: boolean;
  /** Of the last decision; null when it went well. */
  readonly failure: Failure | null;
  /** Reads again, with a date and cost that are thought about. */
  readonly consider: (considering: Considering) => void;
  readonly decide: (request: DecideExpediteRequest) => void;
};

const done: Record<DecideExpediteRequest['decision']['action'], string> = {
  accept: 'Accepted. A slot is held until the offer expires.',
  counter: 'The counter-offer is with the rep.',
  decline: 'Declined. The rep is told why.',
  confirm: 'Confirmed. The slot is held for good.',
  ship: 'Shipped. For a day this can be set right here.',
  correct: 'The actual cost is corrected.',
  unship: 'Not shipped after all: the promise stands.',
  release: 'The promise is taken back; the request is open again.',
};

/** Reads the ticket's request and sends decisions. What is on the screen stays there while another answer is awaited; late answers are dropped. */
export function useTicket({ addAlert, refreshObjectProperties }: CardProps['actions'], locale: string): TicketCalls {
  const [asked, setAsked] = useState<{ readonly considering: Considering }>({ considering: null });
  const [ticket, setTicket] = useState<OpenedTicket | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [answered, setAnswered] = useState<object | null>(null);
  const [isSending, setSending] = useState(false);
  const [afterDecision, setAfterDecision] = useState<object | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isDropped = false;
    void callForTicket(openTicketUid, asked, openTicketReplySchema).then((reply) => {
      if (isDropped) return;
      setAnswered(asked);
      setProblem(reply.ok ? null : reply);
      if (reply.ok) setTicket(reply);
    });
    return () => {
      isDropped = true;
    };
  }, [asked]);
  const consider = useCallback((considering: Considering) => {
    setAsked({ considering });
  }, []);
  const isReading = answered !== asked;
  // A decision on the ticket as it was before the last one would be refused as somebody else's.
  const isFollowedUp = isReading && asked === afterDecision;
  const decide = (request: DecideExpediteRequest) => {
    if (isSending || isFollowedUp) return;
    setSending(true);
    void callForTicket(decideExpediteUid, request, decideExpediteReplySchema).then((reply) => {
      setSending(false);
      setFailure(reply.ok ? null : reply);
      if (reply.ok) {
        addAlert({ type: 'success', message: done[request.decision.action] });
        refreshObjectProperties();
      } else {
        const { title, text } = expediteFailure(reply, locale);
        addAlert({ type: 'warning', title, message: text });
      }
      if (reply.ok || reply.code === 'already_decided' || reply.code === 'not_possible') {
        const next = { considering: null };
        setAsked(next);
        setAfterDecision(next);
      }
    });
  };
  return { ticket, problem, isReading, isSending: isSending || isFollowedUp, failure, consider, decide };
}
