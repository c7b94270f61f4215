import { useCallback, useEffect, useState } from 'react';
import { openDealReplySchema, openDealUid } from '@deal-terms/core/contracts';
import type { Failure, OpenDealReply } from '@deal-terms/core/contracts';
import { callFunction } from './call-function.ts';

type Opened = Extract<OpenDealReply, { ok: true }>;

export type OpenDeal =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly opened: Opened };

/** Asks `open-deal` once, and again on retry; an answer to an earlier try is dropped. */
export function useOpenDeal(): OpenDeal {
  const [tries, setTries] = useState(1);
  const [answer, setAnswer] = useState<{ readonly toTry: number; readonly reply: OpenDealReply } | null>(null);
  const retry = useCallback(() => { setTries((count) => count + 1); }, []);
  useEffect(() => {
    let isDropped = false;
    void callFunction(openDealUid, {}, openDealReplySchema).then((reply) => {
      if (!isDropped) setAnswer({ toTry: tries, reply });
    });
    return () => { isDropped = true; };
  }, [tries]);
  if (answer?.toTry !== tries) return { kind: 'loading' };
  return answer.reply.ok ? { kind: 'ready', opened: answer.reply } : { kind: 'failed', failure: answer.reply, retry };
}
