import * as z from 'zod/mini';
import { ledgerObjectType } from '@deal-terms/core/crm';
import { slotKey } from '@deal-terms/core/expedite';
import type { SlotEntry } from '@deal-terms/core/expedite';
import type { JsonRecords } from './json-records.ts';

/** Slots of weeks, an entry of the ledger each: its unique key lets one of two takers have it. Every method throws `CrmError` and nothing else that is expected. */
export type SlotPort = {
  /** The entries there are of these slots. One call for each hundred. */
  readonly readSlots: (
    slots: readonly { readonly week: string; readonly place: number }[],
  ) => Promise<readonly SlotEntry[]>;
  /** Record id of the new entry; null when somebody else has the slot. One call. */
  readonly createSlot: (slot: {
    readonly week: string;
    readonly place: number;
    readonly ticketId: string;
    readonly by: string;
    readonly at: string;
  }) => Promise<string | null>;
  /** Takes an entry away, if it is still there. One call. */
  readonly removeSlot: (recordId: string) => Promise<void>;
};

const batchLimit = 100;
const bodySchema = z.object({ ticketId: z.string() });

/**
 * @param records - of the account
 */
export function createSlotPort(records: JsonRecords): SlotPort {
  return {
    readSlots: async (slots) => {
      const batches = Array.from({ length: Math.ceil(slots.length / batchLimit) }, (_, index) =>
        slots.slice(index * batchLimit, (index + 1) * batchLimit),
      );
      const keys = (batch: typeof slots) => batch.map(({ week, place }) => slotKey(week, place));
      const found = await Promise.all(
        batches.map((batch) =>
          records.readBatch(ledgerObjectType, keys(batch), ['entry_key', 'body', 'written_at'], 'entry_key'),
        ),
      );
      return found.flat().flatMap(({ id, properties }) => entryOf(id, properties) ?? []);
    },
    createSlot: ({ week, place, ticketId, by, at }) =>
      records.create(ledgerObjectType, {
        entry_key: slotKey(week, place),
        kind: 'slot',
        body: JSON.stringify({ ticketId }),
        author: by,
        written_at: at,
      }),
    removeSlot: (recordId) => records.archive(ledgerObjectType, recordId),
  };
}

function entryOf(recordId: string, properties: Readonly<Record<string, string | null>>): SlotEntry | null {
  const [, week, place] = /^slot\/([^/]+)\/(\d+)$/.exec(properties['entry_key'] ?? '') ?? [];
  if (week === undefined || place === undefined) return null;
  return {
    recordId,
    week,
    place: Number(place),
    ticketId: ticketOf(properties['body'] ?? ''),
    writtenAtMs: Date.parse(properties['written_at'] ?? '') || 0,
  };
}

/** An entry nobody can read is nobody's. */
function ticketOf(body: string): string {
  try {
    const parsed = bodySchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.ticketId : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
