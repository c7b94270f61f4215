import { offerActionSchema, offerKey } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { readOnceBody } from '../once/once-entry.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/** Entries are read this many at a time: a deal's first ones come with whatever else is asked for. */
const revisionsAtOnce = 40;

/**
 * Entries of a deal's offers, by revision and without a gap. One call, another one for each further forty events the deal has had.
 *
 * @param others - keys to read along with the first
 * @returns all that was found by key, and the offers' entries by revision
 * @throws {CrmError}
 */
export async function readOfferEntries(
  crm: Pick<LedgerPort, 'readEntries'>,
  dealId: string,
  others: readonly string[] = [],
): Promise<{
  readonly found: ReadonlyMap<string, StoredEntry>;
  readonly entries: ReadonlyMap<number, StoredEntry>;
}> {
  const keys = (first: number) =>
    Array.from({ length: revisionsAtOnce }, (_, index) => offerKey(dealId, first + index));
  const found = new Map(await crm.readEntries([...others, ...keys(1)]));
  for (let first = 1; found.has(offerKey(dealId, first + revisionsAtOnce - 1));) {
    first += revisionsAtOnce;
    for (const [key, entry] of await crm.readEntries(keys(first))) found.set(key, entry);
  }
  const entries = new Map<number, StoredEntry>();
  for (
    let revision = 1, entry = found.get(offerKey(dealId, 1));
    entry !== undefined;
    revision += 1, entry = found.get(offerKey(dealId, revision))
  )
    entries.set(revision, entry);
  return { found, entries };
}

/** What happened, by revision. */
export function offerEventsOf(entries: ReadonlyMap<number, StoredEntry>): OfferEvent[] {
  return [...entries].flatMap(([revision, entry]) => eventOf(revision, entry) ?? []);
}

/** The event of an entry; null for one that cannot be read, or is not the app's own: it counts as having happened and changed nothing. */
function eventOf(revision: number, entry: StoredEntry): OfferEvent | null {
  const event = entry.isGenuine ? offerActionSchema.safeParse(readOnceBody(entry.body)?.event).data : undefined;
  return event === undefined ? null : { ...event, revision, by: entry.author, at: entry.writtenAt };
}
