import { batchSize } from '../ports/batches.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/**
 * Entries that are numbered without gaps: each was created as the one after the latest, and its unique key decided who was first. One call for each hundred.
 *
 * @param keyOf - key of an entry by its number
 * @param after - number before the first that is read
 * @returns in order, up to the first that is not there
 * @throws {CrmError}
 */
export async function readEntriesAfter(
  ledger: Pick<LedgerPort, 'readEntries'>,
  keyOf: (number: number) => string,
  after: number,
): Promise<readonly StoredEntry[]> {
  const read: StoredEntry[] = [];
  for (;;) {
    const keys = Array.from({ length: batchSize }, (_, place) => keyOf(after + read.length + 1 + place));
    const entries = await ledger.readEntries(keys);
    const gap = keys.findIndex((key) => !entries.has(key));
    read.push(...keys.slice(0, gap < 0 ? batchSize : gap).flatMap((key) => entries.get(key) ?? []));
    if (gap >= 0) return read;
  }
}
