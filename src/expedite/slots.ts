import type { RequestState } from './transitions.ts';
import { holdsSlot } from './transitions.ts';

/** A claim takes its slot at once, before its ticket says so: nobody may take it for a leftover meanwhile. A function is over by then. */
const claimUnderWayMs = 60_000;

/** A ledger entry of a slot. */
export type SlotEntry = {
  readonly recordId: string;
  readonly week: string;
  /** From 1. */ readonly place: number;
  /** "" for one that was given back: its place is never taken again, HubSpot may keep the key for ever. */
  readonly ticketId: string;
  readonly writtenAtMs: number;
};

/** What a slot's ticket says of itself; absent for a ticket that is gone. */
export type SlotHolder = { readonly state: RequestState; readonly week: string | null };

/** How full a week is. */
export type WeekLoad = { readonly week: string; readonly used: number; readonly slots: number };

/** A week's slots, and what of the ledger nobody needs any more. */
export type SlotBook = WeekLoad & {
  /** Places to take, lowest first: as many as slots are free, past those that were used up. */ readonly free: readonly number[];
  /** Entries whose ticket holds the slot no more, to be given back before another one is taken. */ readonly leftovers: readonly SlotEntry[];
  /** Ticket ids by place, leftovers apart. */ readonly holders: ReadonlyMap<number, string>;
};

/** Places to read of a week to see all its slots, when these are there: those used up make room for others. */
export function placesToRead(slots: number, entries: readonly SlotEntry[], week: string): number {
  return slots + entries.filter((entry) => entry.week === week).length;
}

/** Ledger key of a slot. */
export function slotKey(week: string, place: number): string {
  return `slot/${week}/${place}`;
}

/** Ledger key of the decision that ends a revision of a ticket. */
export function decisionKey(ticketId: string, revision: number): string {
  return `decision/${ticketId}/${revision}`;
}

/**
 * Reads a week's entries: a slot is taken while its ticket holds one in that week, the ticket's first entry only, or while its claim is under way.
 *
 * @param week - ISO week
 * @param slots - how many the policy has
 * @param entries - of any weeks
 * @param holders - tickets by id
 */
export function bookOf(
  week: string,
  slots: number,
  entries: readonly SlotEntry[],
  holders: ReadonlyMap<string, SlotHolder>,
  nowMs: number,
): SlotBook {
  const taken = new Map<number, string>();
  const leftovers: SlotEntry[] = [];
  const inOrder = entries.filter((entry) => entry.week === week).sort((one, other) => one.place - other.place);
  for (const entry of inOrder) {
    const holder = holders.get(entry.ticketId);
    const isHeld =
      holder !== undefined &&
      holder.week === week &&
      holdsSlot(holder.state) &&
      ![...taken.values()].includes(entry.ticketId);
    const isClaimed = entry.ticketId !== '' && nowMs - entry.writtenAtMs < claimUnderWayMs;
    if (isHeld || isClaimed) taken.set(entry.place, entry.ticketId);
    else if (entry.ticketId !== '') leftovers.push(entry);
  }
  const usedUp = new Set(inOrder.map(({ place }) => place));
  const free = Array.from({ length: slots + usedUp.size }, (_, index) => index + 1)
    .filter((place) => !usedUp.has(place))
    .slice(0, Math.max(0, slots - taken.size));
  return { week, used: taken.size, slots, free, leftovers, holders: taken };
}
