import type { RequestState } from './transitions.ts';
import { holdsSlot } from './transitions.ts';

/** A claim takes its slot at once, before its ticket says so: nobody may take it for a leftover meanwhile. A function is over by then. */
const claimUnderWayMs = 60_000;

/** A ledger entry of a slot. */
export type SlotEntry = {
  readonly recordId: string;
  readonly week: string;
  /** From 1. */ readonly place: number;
  readonly ticketId: string;
  readonly writtenAtMs: number;
};

/** What a slot's ticket says of itself; absent for a ticket that is gone. */
export type SlotHolder = { readonly state: RequestState; readonly week: string | null };

/** How full a week is. */
export type WeekLoad = { readonly week: string; readonly used: number; readonly slots: number };

/** A week's slots, and what of the ledger nobody needs any more. */
export type SlotBook = WeekLoad & {
  /** Places to take, lowest first. */ readonly free: readonly number[];
  /** Entries to remove before their place is taken, by place. */ readonly leftovers: ReadonlyMap<number, string>;
  /** Ticket ids by place, leftovers apart. */ readonly holders: ReadonlyMap<number, string>;
};

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
  const leftovers = new Map<number, string>();
  const inOrder = entries
    .filter((entry) => entry.week === week && entry.place <= slots)
    .sort((one, other) => one.place - other.place);
  for (const entry of inOrder) {
    const holder = holders.get(entry.ticketId);
    const isHeld =
      holder !== undefined &&
      holder.week === week &&
      holdsSlot(holder.state) &&
      ![...taken.values()].includes(entry.ticketId);
    if (isHeld || nowMs - entry.writtenAtMs < claimUnderWayMs) taken.set(entry.place, entry.ticketId);
    else leftovers.set(entry.place, entry.recordId);
  }
  const free = Array.from({ length: slots }, (_, index) => index + 1).filter((place) => !taken.has(place));
  return { week, used: taken.size, slots, free, leftovers, holders: taken };
}
