import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '@deal-terms/core/contracts';

/** An app function's answer on its way to the screen. */
export type Asked<Success> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly reply: Success; readonly retry: () => void };

/**
 * Asks an app function once, and again on retry; an answer to an earlier try is dropped.
 *
 * @param ask - the call; the same function as long as the question is the same
 */
export function useReply<Success extends { readonly ok: true }>(ask: () => Promise<Success | Failure>): Asked<Success> {
  const [tries, setTries] = useState(1);
  const [answer, setAnswer] = useState<{ readonly toTry: number; readonly reply: Success | Failure } | null>(null);
  const retry = useCallback(() => {
    setTries((count) => count + 1);
  }, []);
  useEffect(() => {
    let isDropped = false;
    void ask().then((reply) => {
      if (!isDropped) setAnswer({ toTry: tries, reply });
    });
    return () => {
      isDropped = true;
    };
  }, [ask, tries]);
  if (answer?.toTry !== tries) return { kind: 'loading' };
  return answer.reply.ok
    ? { kind: 'ready', reply: answer.reply, retry }
    : { kind: 'failed', failure: answer.reply, retry };
}
