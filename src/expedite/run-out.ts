import { transition } from './transitions.ts';
import type { RequestState } from './transitions.ts';

/** What tells whether a request still stands. */
export type RequestTerm = {
  readonly state: RequestState;
  /** Epoch milliseconds until which the slot is held; null when none is. */
  readonly holdUntilMs: number | null;
  /** ISO date: the last day the customer can take the offer; null when nobody named one. */
  readonly offerExpires: string | null;
};

/**
 * Whether a request has run out: its hold has ended, or the day after the offer's last has come. Nobody does this, time does; whoever sees it next writes it.
 *
 * @param term - as the ticket says
 * @param nowMs - epoch milliseconds
 * @param today - ISO date in the account's time zone
 */
export function hasRunOut({ state, holdUntilMs, offerExpires }: RequestTerm, nowMs: number, today: string): boolean {
  if (transition(state, 'expire') === null) return false;
  return state === 'held' && holdUntilMs !== null ? holdUntilMs <= nowMs : offerExpires !== null && offerExpires < today;
}
