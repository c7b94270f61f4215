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
/** HubSpot took too long over this many: half as many are asked for next, and the run goes on where it stopped. */
const fewestAtOnce = 10;
const triesAtMost = 3;
const pauseMs = 2_000;

/**
 * Rescores deals, a hundred in a call, one call after the other; fewer once HubSpot takes too long over so many.
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
    let atOnce = rescoreDealsAtOnce;
    while (counts.deals < dealIds.length && failure === null && mayGoOn()) {
      setState({ kind: 'running', done: counts.deals, wanted: dealIds.length, isStopping: false });
      const reply = await rescore(dealIds.slice(counts.deals, counts.deals + atOnce), atOnce > fewestAtOnce);
      const fewer = fewerAtOnce(reply, atOnce);
      if (reply.ok) counts = sum(counts, reply);
      else if (fewer < atOnce) atOnce = fewer;
      else failure = reply;
    }
    setState({ kind: 'ended', counts, left: dealIds.slice(counts.deals), failure });
    onEnd();
  };
  return { state, start: (dealIds: readonly string[]) => void start(dealIds), cancel };
}

/** How many deals to ask for next: half as many where the time ran out over this many. */
export function fewerAtOnce(reply: RescoreDealsReply, atOnce: number): number {
  return !reply.ok && reply.code === 'deadline'
    ? Math.min(atOnce, Math.max(fewestAtOnce, Math.ceil(atOnce / 2)))
    : atOnce;
}

/** @param mayTakeFewer - whether running out of time is answered by asking for fewer */
async function rescore(dealIds: readonly string[], mayTakeFewer: boolean): Promise<RescoreDealsReply> {
  for (let tries = 1; ; tries += 1) {
    const reply = await callForPage(rescoreDealsUid, { dealIds: [...dealIds] }, rescoreDealsReplySchema);
    const isOut = !reply.ok && reply.code === 'deadline' && mayTakeFewer;
    if (reply.ok || isOut || tries >= triesAtMost || !passing.has(reply.code)) return reply;
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
