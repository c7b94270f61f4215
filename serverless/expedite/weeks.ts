import { bookOf, placesToRead, decodeTicket, isoWeeksFrom, stateAt } from '@deal-terms/core/expedite';
import type { SlotBook, SlotEntry, WeekLoad } from '@deal-terms/core/expedite';
import { inBatches } from '../ports/batches.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { ExpediteContext } from './expedite-context.ts';
import type { Slot } from './slots.ts';
import { createSlot, giveSlotBack, readSlots } from './slots.ts';

const weeksShown = 12;
/** As many slots as a call or two read. */
const slotsRead = 200;

type Account = Pick<ExpediteContext, 'installation' | 'expedite' | 'moment'>;

/**
 * How full the weeks from a date on are, as far as two calls tell; one more for each hundred slots beyond.
 *
 * @param from - ISO date
 * @throws {CrmError}
 */
export async function readWeeks(crm: ExpeditePort, context: Account, from: string): Promise<SlotBook[]> {
  const {
    installation: { policy },
    expedite,
    moment,
  } = context;
  const slots = policy.app.slotsPerWeek;
  const weeks = isoWeeksFrom(from, Math.max(1, Math.min(weeksShown, Math.floor(slotsRead / Math.max(1, slots)))));
  const entries = slots === 0 ? [] : await readWeekSlots(crm, weeks, slots);
  const ids = [...new Set(entries.flatMap(({ ticketId }) => (ticketId === '' ? [] : [ticketId])))];
  const tickets = (await Promise.all(inBatches(ids).map((batch) => crm.ticketsById(batch)))).flat();
  const holders = new Map(
    tickets.flatMap(({ id, properties }) => {
      const request = decodeTicket(id, properties, expedite.stages);
      return request === null ? [] : [[id, { state: stateAt(request, moment), week: request.week }] as const];
    }),
  );
  return weeks.map((week) => bookOf(week, slots, entries, holders, moment.nowMs));
}

/** Slots that were given back have used their place up: as long as all places read are used, there may be more behind them. */
export async function readWeekSlots(crm: ExpeditePort, weeks: readonly string[], slots: number): Promise<SlotEntry[]> {
  const found: SlotEntry[] = [];
  let next = weeks.map((week) => ({ week, from: 1, to: slots }));
  while (next.length > 0) {
    const places = next.flatMap(({ week, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => ({ week, place: from + index })),
    );
    found.push(...(await readSlots(crm, places)));
    next = next.flatMap(({ week, to }) => {
      const wanted = placesToRead(
        slots,
        found.filter(({ ticketId }) => ticketId === ''),
        week,
      );
      return wanted > to ? [{ week, from: to + 1, to: wanted }] : [];
    });
  }
  return found;
}

/** Loads for a reply. */
export function loadsOf(books: readonly SlotBook[]): WeekLoad[] {
  return books.map(({ week, used, slots }) => ({ week, used, slots }));
}

/** A slot that was taken. */
type Claim = {
  readonly ok: true;
  /** Null when the ticket had one already. */
  readonly created: Slot | null;
  readonly weeks: WeekLoad[];
};

/** No slot: the week is full, or HubSpot refused a place nobody is in. */
type NoSlot = { readonly ok: false; readonly isRefused: boolean; readonly nextFree: string | null };

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
): Promise<Claim | NoSlot> {
  const [book, ...later] = books;
  if (book === undefined) return { ok: false, isRefused: false, nextFree: null };
  if ([...book.holders.values()].includes(ticketId)) return { ok: true, created: null, weeks: loadsOf(books) };
  const at = new Date(nowMs).toISOString();
  await Promise.all(book.leftovers.map((leftover) => giveSlotBack(crm, leftover, by, at)));
  let isRefused = false;
  for (const place of book.free) {
    const created = await createSlot(crm, { week: book.week, place, ticketId, by, at });
    isRefused ||= created === 'refused';
    if (created === 'taken')
      return {
        ok: true,
        created: { week: book.week, place },
        weeks: loadsOf([{ ...book, used: book.used + 1 }, ...later]),
      };
  }
  return { ok: false, isRefused, nextFree: later.find(({ free }) => free.length > 0)?.week ?? null };
}
