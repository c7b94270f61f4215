import type { LedgerEntry, LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { isAmong } from '../ports/timeline-port.ts';
import type { About, Notice, TimelinePort } from '../ports/timeline-port.ts';
import { isEntryOf, onceEntry, readOnceBody } from './once-entry.ts';
import type { OnceChange } from './once-entry.ts';

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'>;

/** Its place was taken by this change, now or by a try before; or somebody else's entry has it. */
export type Claim =
  | {
      readonly ok: true;
      /** When it was first made, ISO 8601: notices are dated by it. */
      readonly at: string;
      /** What was remembered of it when it was first made. */
      readonly event: unknown;
      readonly isRepeat: boolean;
      readonly isNotified: boolean;
    }
  | { readonly ok: false; readonly winner: Pick<StoredEntry, 'author' | 'body'> | null };

/** An entry that is now in its place: this one, or one that was there before. */
export type ClaimedEntry =
  | { readonly isFirst: true; readonly recordId: string }
  | { readonly isFirst: false; readonly before: StoredEntry | null };

/**
 * Puts an entry in its place in the ledger, once: its unique key decides who is first. One call, one more when somebody was before. An entry that is not
 * the app's own counts for nothing and is written over. HubSpot answers 409 for other reasons too: where nobody is seen in the place, it is tried for again.
 *
 * @returns `before` null when the place is refused and nobody is in it
 * @throws {CrmError}
 */
export async function claimEntry(ledger: Ledger, entry: LedgerEntry): Promise<ClaimedEntry> {
  const recordId = await ledger.createEntry(entry);
  if (recordId !== null) return { isFirst: true, recordId };
  const before = (await ledger.readEntries([entry.key])).get(entry.key) ?? null;
  if (before === null) {
    const secondId = await ledger.createEntry(entry);
    return secondId === null ? { isFirst: false, before } : { isFirst: true, recordId: secondId };
  }
  if (before.isGenuine) return { isFirst: false, before };
  await ledger.putEntry(entry);
  return { isFirst: false, before: (await ledger.readEntries([entry.key])).get(entry.key) ?? null };
}

/**
 * Why a place in the ledger does not hold an entry: somebody's other entry is in it, or HubSpot refuses it to everybody. Null where it does: the same
 * entry of the same person is the one sent before.
 */
export function whyNotKept(
  claimed: ClaimedEntry,
  { body, author }: Pick<LedgerEntry, 'body' | 'author'>,
): 'conflict' | 'unavailable' | null {
  if (claimed.isFirst) return null;
  if (claimed.before === null) return 'unavailable';
  return claimed.before.body === body && claimed.before.author === author ? null : 'conflict';
}

/**
 * The first step of a change that must happen once and be told once: its entry in the ledger.
 *
 * @throws {CrmError}
 */
export async function claim(ledger: Ledger, change: OnceChange): Promise<Claim> {
  const claimed = await claimEntry(ledger, onceEntry(change, false));
  if (claimed.isFirst) return { ok: true, at: change.at, event: change.event, isRepeat: false, isNotified: false };
  return claimed.before === null ? { ok: false, winner: null } : claimOf(claimed.before, change);
}

/** What an entry that is there makes of a change: this very one, sent again, or beaten to it. No call. */
export function claimOf(entry: StoredEntry, change: OnceChange): Claim {
  if (!entry.isGenuine || !isEntryOf(entry, change)) return { ok: false, winner: entry };
  const body = readOnceBody(entry.body);
  return {
    ok: true,
    at: entry.writtenAt,
    event: body?.event,
    isRepeat: true,
    isNotified: body?.isNotified === true,
  };
}

/**
 * The last steps, after the records say it: a note on a timeline, a task on somebody's list, then the entry says that nobody is to be notified again. Notes
 * and tasks have no unique key, so a repeat looks first. Three calls, four more for a repeat; none when all was done before.
 *
 * @param about - the record whose timeline tells of it
 * @throws {CrmError}
 */
export async function notifyOnce(
  crm: Ledger & TimelinePort,
  change: OnceChange,
  made: Extract<Claim, { ok: true }>,
  { about, body, task }: { readonly about: About } & Pick<Notice, 'body' | 'task'>,
): Promise<void> {
  if (made.isNotified) return;
  const notice = { body, at: made.at };
  const before = made.isRepeat ? await crm.timeline(about) : { notes: [], tasks: [] };
  await Promise.all([
    ...(isAmong(before.notes, notice) ? [] : [crm.addNote(about, notice)]),
    ...(task === null || isAmong(before.tasks, notice) ? [] : [crm.addTask(task.about, { ...notice, ...task })]),
  ]);
  await crm.putEntry(onceEntry({ ...change, at: made.at, event: made.event }, true));
}
