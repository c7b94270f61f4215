import { useState } from 'react';
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

/** A deal's request as the rep sees it, and what the rep does with it. */
export type RequestCalls = {
  readonly opened: Asked<Opened>;
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

/** Reads the request and sends what the rep does; a second click while a call is under way does nothing. */
export function useRequest(
  { addAlert, refreshObjectProperties }: CardProps['actions'],
  onDone: () => void,
): RequestCalls {
  const opened = useReply(open);
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
        onDone();
      } else {
        const { title, text } = expediteFailure(reply);
        addAlert({ type: 'warning', title, message: text });
      }
      if (opened.kind === 'ready' && (reply.ok || reply.expedite !== undefined)) opened.retry();
    });
  };
  return { opened, isSending, failure, send };
}
