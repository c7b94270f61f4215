import { currentPolicyKey, policyVersionKey, readPolicy } from '@deal-terms/core/crm';
import { batchSize } from '../ports/batches.ts';
import { isCrmError } from '../ports/crm-error.ts';
import type { LedgerEntry, LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

/** Versions before the one in force that a page shows first. */
const shownBefore = 19;

/** The kept versions around the latest. Versions are numbered without gaps: each was created as the one after the latest. */
export type PolicyVersions = {
  /** `policy/current`; null when there is none. */
  readonly current: StoredEntry | null;
  /** 0 when no version was ever kept. */
  readonly latest: number;
  readonly byNumber: ReadonlyMap<number, StoredEntry>;
};

/** As many versions from some number on as are read along with something else. */
const readAlong = 36;

/** Numbers of the versions around one, as far as they fit into a call that reads something else too. */
export function versionsAround(version: number): number[] {
  const from = Math.max(1, version - shownBefore);
  return Array.from({ length: readAlong }, (_, place) => from + place);
}

/**
 * As `readVersions`, where the versions around some number are read already: no call if the latest must be among them.
 *
 * @param around - what `versionsAround` says of that number
 * @param entries - of the ledger, `policy/current` and those versions among them
 * @throws {CrmError}
 */
export async function versionsFrom(
  crm: Pick<LedgerPort, 'readEntries'>,
  entries: ReadonlyMap<string, StoredEntry>,
  around: readonly number[],
): Promise<PolicyVersions> {
  const current = entries.get(currentPolicyKey) ?? null;
  const inForce = versionInForce(current);
  const [from = 1, to = 0] = [around[0], around.at(-1)];
  const byNumber = amongEntries(entries, around);
  if (from > inForce + 1 || to <= inForce || byNumber.has(to)) return readVersions(crm, current);
  return { current, latest: Math.max(inForce, ...byNumber.keys()), byNumber };
}

/**
 * Reads which versions there are, from the one in force on; it can lag when a save was cut off. One call for each hundred versions.
 *
 * @param current - `policy/current`; null when there is none
 * @throws {CrmError}
 */
export async function readVersions(
  crm: Pick<LedgerPort, 'readEntries'>,
  current: StoredEntry | null,
): Promise<PolicyVersions> {
  const inForce = versionInForce(current);
  const byNumber = new Map<number, StoredEntry>();
  let latest = inForce;
  for (let from = Math.max(1, inForce - shownBefore), isFull = true; isFull; from += batchSize) {
    const found = await readRange(crm, from, from + batchSize - 1);
    for (const [number, entry] of found) byNumber.set(number, entry);
    latest = Math.max(latest, ...found.keys());
    isFull = found.has(from + batchSize - 1);
  }
  return { current, latest, byNumber };
}

/**
 * Kept versions by number, at most a hundred. One call.
 *
 * @throws {CrmError}
 */
export async function readRange(
  crm: Pick<LedgerPort, 'readEntries'>,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, StoredEntry>> {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  if (numbers.length === 0) return new Map();
  return amongEntries(await crm.readEntries(numbers.map(policyVersionKey)), numbers);
}

function amongEntries(
  entries: ReadonlyMap<string, StoredEntry>,
  numbers: readonly number[],
): ReadonlyMap<number, StoredEntry> {
  return new Map(
    numbers.flatMap((number) => {
      const entry = entries.get(policyVersionKey(number));
      return entry === undefined ? [] : [[number, entry] as const];
    }),
  );
}

/**
 * Puts a kept version in force, or a later one that somebody kept meanwhile: without a conditional write, whoever writes `policy/current` last looks again.
 * Two calls.
 *
 * @throws {CrmError}
 */
export async function putInForce(
  crm: Pick<LedgerPort, 'readEntries' | 'putEntry'>,
  number: number,
  entry: LedgerEntry,
): Promise<void> {
  const { kind, body, author, writtenAt } = entry;
  await putUnlessKept(crm, { key: currentPolicyKey, kind, body, author, writtenAt });
  const next = (await readRange(crm, number + 1, number + 1)).get(number + 1);
  if (next !== undefined && isUsable(next)) await putInForce(crm, number + 1, next);
}

/**
 * Finishes a save that was cut off between keeping its version and putting it in force, and puts the newest usable version in force again where what was in
 * force is damaged, deleted or not the app's own.
 *
 * @returns body now in force; null when there is none that can be
 * @throws {CrmError}
 */
export async function finishInterruptedSave(
  ledger: Pick<LedgerPort, 'readEntries' | 'putEntry'>,
  { current, byNumber }: PolicyVersions,
): Promise<string | null> {
  const newest = newestOf(byNumber);
  const inForce = versionInForce(current);
  if (newest === undefined || newest[0] <= inForce) return inForce === 0 ? null : (current?.body ?? null);
  const [number, entry] = newest;
  await putInForce(ledger, number, entry);
  return entry.body;
}

/** The newest version that counts, with its number. */
export function newestOf(versions: ReadonlyMap<number, StoredEntry>): readonly [number, StoredEntry] | undefined {
  return [...versions].filter(([, entry]) => isUsable(entry)).sort(([one], [other]) => other - one)[0];
}

/** 0 where nothing that counts is in force. */
function versionInForce(current: StoredEntry | null): number {
  return current !== null && isUsable(current) ? readPolicy(current.body).version : 0;
}

/** Whether a version counts: the app wrote it, and it can be read. */
export function isUsable({ body, isGenuine }: Pick<StoredEntry, 'body' | 'isGenuine'>): boolean {
  return isGenuine && readPolicy(body).warning === null;
}

/** Whether HubSpot frees the unique value of an archived record is not known. Where it does not, the newest version stands in for the one that was deleted. */
async function putUnlessKept(crm: Pick<LedgerPort, 'putEntry'>, entry: LedgerEntry): Promise<void> {
  try {
    await crm.putEntry(entry);
  } catch (error) {
    if (!isCrmError(error) || error.kind !== 'conflict') throw error;
  }
}
