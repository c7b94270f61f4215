import type { ExpediteStageKey } from '../crm/index.ts';

/** Where a request stands: a stage of its pipeline, or `none` where there is no request yet. */
export type RequestState = ExpediteStageKey | 'none';

/**
 * What can happen to a request.
 * - `request`, `update`, `withdraw` the rep asks, changes what is asked, takes it back
 * - `accept` operations promise a date, or the rep takes a counter-offer: a slot is held · `confirm` the customer has ordered: the slot is held for good
 * - `counter` operations name another date and cost · `decline` operations cannot · `ship` it left · `correct` it cost something else, `unship` it has not left: both for a day · `release` operations take the promise back and decide anew
 * - `expire` the offer ran out; nobody does this, time does
 */
export const expediteActions = [
  'request',
  'update',
  'withdraw',
  'accept',
  'confirm',
  'counter',
  'decline',
  'ship',
  'correct',
  'unship',
  'release',
  'expire',
] as const;
export type ExpediteAction = (typeof expediteActions)[number];

/** A request that is over: asking again makes another one. */
const over = { request: 'requested' } as const;

/** Where each action leads from each state; what is not here is not possible. */
export const transitions: Readonly<Record<RequestState, Readonly<Partial<Record<ExpediteAction, ExpediteStageKey>>>>> =
  {
    none: { request: 'requested' },
    requested: {
      update: 'requested',
      withdraw: 'withdrawn',
      accept: 'held',
      counter: 'countered',
      decline: 'declined',
      expire: 'expired',
    },
    countered: {
      update: 'requested',
      withdraw: 'withdrawn',
      accept: 'held',
      counter: 'countered',
      decline: 'declined',
      expire: 'expired',
    },
    held: {
      update: 'requested',
      withdraw: 'withdrawn',
      confirm: 'approved',
      counter: 'countered',
      decline: 'declined',
      ship: 'shipped',
      release: 'requested',
      expire: 'expired',
    },
    approved: { withdraw: 'withdrawn', ship: 'shipped', release: 'requested' },
    shipped: { ...over, correct: 'shipped', unship: 'approved' },
    declined: over,
    expired: over,
    withdrawn: over,
  };

/**
 * Where an action leads.
 *
 * @returns null when it is not possible there
 */
export function transition(state: RequestState, action: ExpediteAction): ExpediteStageKey | null {
  return transitions[state][action] ?? null;
}

/** Actions possible in a state, in the order of `expediteActions`. */
export function possibleActions(state: RequestState): ExpediteAction[] {
  return expediteActions.filter((action) => transition(state, action) !== null);
}

/** Whether a request in this state takes one of its week's slots. */
export function holdsSlot(state: RequestState): boolean {
  return state === 'held' || state === 'approved' || state === 'shipped';
}

/** Whether a request waits for somebody: it can still be granted, counted on, or run out. */
export function isOpen(state: RequestState): boolean {
  return state === 'requested' || state === 'countered' || state === 'held' || state === 'approved';
}

/** A shipment that was marked by mistake, or at the wrong cost, can be set right for so long. */
const correctableMs = 86_400_000;

/**
 * Whether a shipment may still be corrected.
 *
 * @param shippedAtMs - when it was decided; null for one that was moved on the ticket board, where it is moved back
 */
export function isCorrectable(shippedAtMs: number | null, nowMs: number): boolean {
  return shippedAtMs !== null && nowMs - shippedAtMs < correctableMs;
}
