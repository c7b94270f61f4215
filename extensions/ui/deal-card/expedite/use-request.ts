import { useEffect, useState } from 'react';
import {
  openExpediteReplySchema,
  openExpediteUid,
  requestExpediteReplySchema,
  requestExpediteUid,
} from '@deal-terms/core/contracts';
import type { Failure, OpenExpediteReply, RequestExpediteRequest } from '@deal-terms/core/contracts';
import type { CardProps } from '../../shared/card-props.ts';
import { callForDeal } from '../../shared/call-function.ts';
import { useReply } from '../../shared/use-reply.ts';
import type { Asked } from '../../shared/use-reply.ts';
import { expediteFailure } from '../../shared/expedite-words.ts';

type Opened = Extract<OpenExpediteReply, { ok: true }>;

/** What the rep does with a deal's request. */
export type RequestCalls = {
  /** How many calls have been answered: after each the request may stand elsewhere. */
  readonly answered: number;
  readonly isSending: boolean;
  /** Of the last call; null when it went well. */
  readonly failure: Failure | null;
  readonly send: (request: RequestExpediteRequest) => void;
};

const open = () => callForDeal(openExpediteUid, {}, openExpediteReplySchema);

const done: Record<RequestExpediteRequest['action'], string> = {
  request: 'Sent to operations.',
  update: 'The request is changed; operations decide anew.',
  withdraw: 'The request is withdrawn.',
  accept: 'Taken. A slot is held until the offer expires.',
};

/** A deal's latest request, read when it is shown and again after each answered call. */
export function useOpenRequest(answered: number): Asked<Opened> {
  const opened = useReply(open);
  const retry = opened.kind === 'loading' ? null : opened.retry;
  useEffect(() => {
    if (answered > 0) retry?.();
    // Only an answered call is a reason to read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [answered]);
  return opened;
}

/** Sends what the rep does with the request; a second click while a call is under way does nothing. */
export function useRequest({ addAlert, refreshObjectProperties }: CardProps['actions'], locale: string): RequestCalls {
  const [answered, setAnswered] = useState(0);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = (request: RequestExpediteRequest) => {
    if (isSending) return;
    setSending(true);
    void callForDeal(requestExpediteUid, request, requestExpediteReplySchema).then((reply) => {
      setSending(false);
      setFailure(reply.ok ? null : reply);
      if (reply.ok) {
        addAlert({ type: 'success', message: done[request.action] });
        refreshObjectProperties();
      } else {
        const { title, text } = expediteFailure(reply, locale);
        addAlert({ type: 'warning', title, message: text });
      }
      if (reply.ok || reply.expedite !== undefined) setAnswered((count) => count + 1);
    });
  };
  return { answered, isSending, failure, send };
}
