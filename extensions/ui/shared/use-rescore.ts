import { useEffect, useRef, useState } from 'react';
import { rescoreDealsAtOnce, rescoreDealsReplySchema, rescoreDealsUid } from '@deal-terms/core/contracts';
import type { Failure, RescoreDealsReply } from '@deal-terms/core/contracts';
import { callForPage } from './call-function.ts';

/** What `rescore-deals` counted, over all calls. */
export type RescoreCounts = Omit<Extract<RescoreDealsReply, { ok: true }>, 'ok'>;

export type Rescore =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly wanted: number; readonly isStopping: boolean }
  /** `left` deals were not reached: cancelled, or stopped by a failure. */
  | {
      readonly kind: 'ended';
      readonly counts: RescoreCounts;
      readonly left: readonly string[];
      readonly failure: Failure | null;
    };

const none: RescoreCounts = { deals: 0, scored: 0, changed: 0, skipped: 0, failed: 0, unscored: [] };
/** Doing it again does no harm: a score is what it is. */
const passing: ReadonlySet<Failure['code']> = new Set(['rate_limited', 'unavailable', 'deadline']);
const triesAtMost = 3;
const pauseMs = 2_000;

/**
 * Rescores deals, a hundred in a call, one call after the other.
 *
 * @param onEnd - told when nothing more will change
 */
export function useRescore(onEnd: () => void) {
  const [state, setState] = useState<Rescore>({ kind: 'idle' });
  const isCancelled = useRef(false);
  const leave = () => {
    isCancelled.current = true;
  };
  /** What is on its way is waited for. */
  const cancel = () => {
    leave();
    setState((now) => (now.kind === 'running' ? { ...now, isStopping: true } : now));
  };
  // A page that is gone cancels while a call is on its way.
  const mayGoOn = () => !isCancelled.current;
  useEffect(() => leave, []);
  const start = async (wanted: readonly string[]) => {
    const dealIds = [...new Set(wanted)];
    isCancelled.current = false;
    let counts = none;
    let failure: Failure | null = null;
    for (let first = 0; first < dealIds.length && failure === null && mayGoOn(); first += rescoreDealsAtOnce) {
      setState({ kind: 'running', done: first, wanted: dealIds.length, isStopping: false });
      const reply = await rescore(dealIds.slice(first, first + rescoreDealsAtOnce));
      if (reply.ok) counts = sum(counts, reply);
      else failure = reply;
    }
    setState({ kind: 'ended', counts, left: dealIds.slice(counts.deals), failure });
    onEnd();
  };
  return { state, start: (dealIds: readonly string[]) => void start(dealIds), cancel };
}

async function rescore(dealIds: readonly string[]): Promise<RescoreDealsReply> {
  for (let tries = 1; ; tries += 1) {
    const reply = await callForPage(rescoreDealsUid, { dealIds: [...dealIds] }, rescoreDealsReplySchema);
    if (reply.ok || tries >= triesAtMost || !passing.has(reply.code)) return reply;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, pauseMs);
    });
  }
}

function sum(one: RescoreCounts, other: RescoreCounts): RescoreCounts {
  return {
    deals: one.deals + other.deals,
    scored: one.scored + other.scored,
    changed: one.changed + other.changed,
    skipped: one.skipped + other.skipped,
    failed: one.failed + other.failed,
    unscored: [...one.unscored, ...other.unscored],
  };
}
