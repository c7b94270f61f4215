import { offerActionSchema, offerKey } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { readOnceBody } from '../once/once-entry.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/** Entries are read this many at a time: so a deal's first ones come with the installation and a minute's tries at the code, in one call. */
const revisionsAtOnce = 36;

/** Keys of a deal's first entries. */
export function firstOfferKeys(dealId: string): string[] {
  return offerKeysFrom(dealId, 1);
}

/**
 * Entries of a deal's offers, by revision and without a gap. No call, one for each further 36 events the deal has had.
 *
 * @param first - entries that are read already: those of `firstOfferKeys` among them
 * @throws {CrmError}
 */
export async function readOfferEntries(
  crm: Pick<LedgerPort, 'readEntries'>,
  dealId: string,
  first: ReadonlyMap<string, StoredEntry>,
): Promise<ReadonlyMap<number, StoredEntry>> {
  const found = new Map(first);
  for (let from = 1; found.has(offerKey(dealId, from + revisionsAtOnce - 1));) {
    from += revisionsAtOnce;
    for (const [key, entry] of await crm.readEntries(offerKeysFrom(dealId, from))) found.set(key, entry);
  }
  const entries = new Map<number, StoredEntry>();
  for (
    let revision = 1, entry = found.get(offerKey(dealId, 1));
    entry !== undefined;
    revision += 1, entry = found.get(offerKey(dealId, revision))
  )
    entries.set(revision, entry);
  return entries;
}

function offerKeysFrom(dealId: string, first: number): string[] {
  return Array.from({ length: revisionsAtOnce }, (_, index) => offerKey(dealId, first + index));
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
