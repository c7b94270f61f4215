import { bookOf, decodeTicket, isoWeeksFrom, stateAt } from '@deal-terms/core/expedite';
import type { SlotBook, WeekLoad } from '@deal-terms/core/expedite';
import type { ExpeditePort } from './expedite-port.ts';
import type { Scene } from './expedite-context.ts';

const weeksShown = 6;
/** As many slots as a call or two read. */
const slotsRead = 200;
const ticketsAtOnce = 100;

type Account = Pick<Scene, 'installation' | 'expedite' | 'moment'>;

/**
 * How full the weeks from a date on are, as far as two calls tell; one more for each hundred slots beyond.
 *
 * @param from - ISO date
 * @throws {CrmError}
 */
export async function readWeeks(crm: ExpeditePort, scene: Account, from: string): Promise<SlotBook[]> {
  const {
    installation: { policy },
    expedite,
    moment,
  } = scene;
  const slots = policy.app.slotsPerWeek;
  const weeks = isoWeeksFrom(from, Math.max(1, Math.min(weeksShown, Math.floor(slotsRead / Math.max(1, slots)))));
  const places = weeks.flatMap((week) => Array.from({ length: slots }, (_, index) => ({ week, place: index + 1 })));
  const entries = places.length === 0 ? [] : await crm.readSlots(places);
  const ids = [...new Set(entries.flatMap(({ ticketId }) => (ticketId === '' ? [] : [ticketId])))];
  const batches = Array.from({ length: Math.ceil(ids.length / ticketsAtOnce) }, (_, index) =>
    ids.slice(index * ticketsAtOnce, (index + 1) * ticketsAtOnce),
  );
  const tickets = (await Promise.all(batches.map((batch) => crm.ticketsById(batch)))).flat();
  const holders = new Map(
    tickets.flatMap(({ id, properties }) => {
      const request = decodeTicket(id, properties, expedite.stages);
      return request === null ? [] : [[id, { state: stateAt(request, moment), week: request.week }] as const];
    }),
  );
  return weeks.map((week) => bookOf(week, slots, entries, holders, moment.nowMs));
}

/** Loads for a reply. */
export function loadsOf(books: readonly SlotBook[]): WeekLoad[] {
  return books.map(({ week, used, slots }) => ({ week, used, slots }));
}

/** A slot that was taken. */
type Claim = { readonly ok: true; readonly created: string | null; readonly weeks: WeekLoad[] };

/**
 * Takes a slot of the first of these weeks; the entry's unique key decides between two takers.
 *
 * @param books - that week first
 * @returns the new entry, `null` in it when the ticket had one, and how full the weeks are with it; or that the week is full, with the next free one
 * @throws {CrmError}
 */
export async function claimSlot(
  crm: ExpeditePort,
  books: readonly SlotBook[],
  ticketId: string,
  by: string,
  nowMs: number,
): Promise<Claim | { readonly ok: false; readonly nextFree: string | null }> {
  const [book, ...later] = books;
  if (book === undefined) return { ok: false, nextFree: null };
  if ([...book.holders.values()].includes(ticketId)) return { ok: true, created: null, weeks: loadsOf(books) };
  for (const place of book.free) {
    const leftover = book.leftovers.get(place);
    if (leftover !== undefined) await crm.removeSlot(leftover);
    const created = await crm.createSlot({ week: book.week, place, ticketId, by, at: new Date(nowMs).toISOString() });
    if (created !== null) return { ok: true, created, weeks: loadsOf([{ ...book, used: book.used + 1 }, ...later]) };
  }
  return { ok: false, nextFree: later.find(({ free }) => free.length > 0)?.week ?? null };
}
