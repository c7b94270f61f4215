import { currentPolicyKey, policyVersionKey, readPolicy } from '@deal-terms/core/crm';
import type { LedgerEntry, LedgerEntryPort } from '../ports/ledger-entry-port.ts';

/** Keys a batch read takes. */
const windowSize = 100;
/** Versions before the one in force that a page shows first. */
const shownBefore = 19;

/** The kept versions around the latest. Versions are numbered without gaps: each was created as the one after the latest. */
export type PolicyVersions = {
  /** Body of `policy/current`; null when there is none. */
  readonly current: string | null;
  /** 0 when no version was ever kept. */
  readonly latest: number;
  readonly byNumber: ReadonlyMap<number, LedgerEntry>;
};

/**
 * Reads which versions there are, from the one in force on; it can lag when a save was cut off. One call for each hundred versions.
 *
 * @param current - body of `policy/current`; null when there is none
 * @throws {CrmError}
 */
export async function readVersions(
  crm: Pick<LedgerEntryPort, 'readEntries'>,
  current: string | null,
): Promise<PolicyVersions> {
  const inForce = readPolicy(current).version;
  const byNumber = new Map<number, LedgerEntry>();
  let latest = inForce;
  for (let from = Math.max(1, inForce - shownBefore), isFull = true; isFull; from += windowSize) {
    const found = await readRange(crm, from, from + windowSize - 1);
    for (const [number, entry] of found) byNumber.set(number, entry);
    latest = Math.max(latest, ...found.keys());
    isFull = found.has(from + windowSize - 1);
  }
  return { current, latest, byNumber };
}

/**
 * Kept versions by number, at most a hundred. One call.
 *
 * @throws {CrmError}
 */
export async function readRange(
  crm: Pick<LedgerEntryPort, 'readEntries'>,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, LedgerEntry>> {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  if (numbers.length === 0) return new Map();
  const entries = await crm.readEntries(numbers.map(policyVersionKey));
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
  crm: Pick<LedgerEntryPort, 'readEntries' | 'putEntry'>,
  number: number,
  entry: LedgerEntry,
): Promise<void> {
  await crm.putEntry({ ...entry, key: currentPolicyKey });
  const next = (await readRange(crm, number + 1, number + 1)).get(number + 1);
  if (next !== undefined && isUsable(next)) await putInForce(crm, number + 1, next);
}

/**
 * Finishes a save that was cut off between keeping its version and putting it in force. What an administrator broke by hand stays as it is: the page warns of it.
 *
 * @returns body now in force; null when there is none
 * @throws {CrmError}
 */
export async function finishInterruptedSave(
  crm: LedgerEntryPort,
  { current, latest, byNumber }: PolicyVersions,
): Promise<string | null> {
  const entry = byNumber.get(latest);
  const inForce = readPolicy(current);
  if (entry === undefined || inForce.warning !== null || inForce.version >= latest || !isUsable(entry)) return current;
  await putInForce(crm, latest, entry);
  return entry.body;
}

function isUsable({ body }: LedgerEntry): boolean {
  return readPolicy(body).warning === null;
}
