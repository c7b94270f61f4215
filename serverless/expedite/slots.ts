import { slotKey } from '@deal-terms/core/expedite';
import type { SlotEntry } from '@deal-terms/core/expedite';
import * as z from 'zod/mini';
import { parseBody } from '../ports/entry-body.ts';
import { claimEntry } from '../once/once.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/** One of a week's slots, counted from 1. */
export type Slot = { readonly week: string; readonly place: number };

const bodySchema = z.object({ ticketId: z.string() });

/**
 * The entries there are of these slots: a slot is an entry of the ledger, whose unique key lets one of two takers have it. One call for each hundred.
 *
 * @throws {CrmError}
 */
export async function readSlots(
  ledger: Pick<LedgerPort, 'readEntries'>,
  slots: readonly Slot[],
): Promise<readonly SlotEntry[]> {
  const entries = await ledger.readEntries(slots.map(({ week, place }) => slotKey(week, place)));
  return [...entries.values()].flatMap((entry) => slotOf(entry) ?? []);
}

/**
 * Takes a slot.
 *
 * @returns `refused`: HubSpot did not take it, and nobody is seen in it
 * @throws {CrmError}
 */
export async function createSlot(
  ledger: Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'>,
  { week, place, ticketId, by, at }: Slot & { readonly ticketId: string; readonly by: string; readonly at: string },
): Promise<'taken' | 'other' | 'refused'> {
  const body = JSON.stringify({ ticketId });
  const claimed = await claimEntry(ledger, {
    key: slotKey(week, place),
    kind: 'slot',
    body,
    author: by,
    writtenAt: at,
  });
  if (claimed.isFirst) return 'taken';
  return claimed.before === null ? 'refused' : 'other';
}

/**
 * Gives a slot back. Its entry stays: whether HubSpot frees the unique values of archived records is not known, so no place is taken twice. One call.
 *
 * @throws {CrmError}
 */
export function giveSlotBack(
  ledger: Pick<LedgerPort, 'putEntry'>,
  { week, place }: Slot,
  by: string,
  at: string,
): Promise<void> {
  const body = JSON.stringify({ ticketId: '' });
  return ledger.putEntry({ key: slotKey(week, place), kind: 'slot', body, author: by, writtenAt: at });
}

function slotOf({ key, body, writtenAt, recordId }: StoredEntry): SlotEntry | null {
  const [, week, place] = /^slot\/([^/]+)\/(\d+)$/.exec(key) ?? [];
  if (week === undefined || place === undefined) return null;
  // An entry nobody can read is nobody's.
  const ticketId = parseBody(body, bodySchema)?.ticketId ?? '';
  return { recordId, week, place: Number(place), ticketId, writtenAtMs: Date.parse(writtenAt) || 0 };
}
