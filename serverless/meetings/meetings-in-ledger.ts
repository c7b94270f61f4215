import { meetingKey } from '@deal-terms/core/crm';
import { meetingEventSchema, readMeetingRecord, withEvent } from '@deal-terms/core/meetings';
import type { MeetingEvent, MeetingRecord } from '@deal-terms/core/meetings';
import { parseBody } from '../ports/entry-body.ts';
import { readEntriesAfter } from '../once/numbered-entries.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'>;

/** Who writes, and when (ISO 8601). */
export type Written = { readonly by: string; readonly at: string };

/** So many people would have to write at the same moment for one of them to be sent away. */
const triesAtMost = 8;

/** The record as it is now. */
export type LatestMeetings = {
  readonly record: MeetingRecord;
  /** Whether `meeting/current` lacks events: a call was cut off. */
  readonly isAhead: boolean;
};

/**
 * What happened at the table: `meeting/current`, and the events since. One call for each hundred of them, and one.
 *
 * @param current - the entry `meeting/current`
 * @throws {CrmError}
 */
export async function latestMeetings(
  ledger: Pick<LedgerPort, 'readEntries'>,
  current: StoredEntry | undefined,
): Promise<LatestMeetings> {
  return withNewerEvents(ledger, readMeetingRecord(current?.body ?? null));
}

/**
 * Adds an event. Events of two people do not exclude each other: whoever is second comes after. Two calls for each that was first, and one.
 *
 * @param record - as it was read
 * @param isIn - whether a record holds the event already: then it came twice, and is not added again
 * @returns the record with it; null when others were first too often
 * @throws {CrmError}
 */
export async function addEvent(
  ledger: Ledger,
  record: MeetingRecord,
  event: MeetingEvent,
  { by, at }: Written,
  isIn: (record: MeetingRecord) => boolean,
): Promise<MeetingRecord | null> {
  let latest = record;
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    if (isIn(latest)) return latest;
    const created = await ledger.createEntry({
      key: meetingEventKey(latest.version + 1),
      kind: 'meeting',
      body: JSON.stringify(event),
      author: by,
      writtenAt: at,
    });
    if (created !== null) return withEvent(latest, event);
    latest = (await withNewerEvents(ledger, latest)).record;
  }
  return null;
}

/**
 * Has `meeting/current` say what happened. Without a conditional write, whoever writes it last looks again. Two calls, two more for each that came between.
 *
 * @returns the record as it is then
 * @throws {CrmError}
 */
export async function putRecord(ledger: Ledger, record: MeetingRecord, written: Written): Promise<MeetingRecord> {
  const { by, at } = written;
  await ledger.putEntry({
    key: meetingKey,
    kind: 'meeting',
    body: JSON.stringify(record),
    author: by,
    writtenAt: at,
  });
  const newer = await withNewerEvents(ledger, record);
  return newer.isAhead ? putRecord(ledger, newer.record, written) : record;
}

async function withNewerEvents(
  ledger: Pick<LedgerPort, 'readEntries'>,
  record: MeetingRecord,
): Promise<LatestMeetings> {
  const since = await readEntriesAfter(ledger, meetingEventKey, record.version);
  return {
    record: since.reduce((before, { body }) => withEvent(before, parseBody(body, meetingEventSchema)), record),
    isAhead: since.length > 0,
  };
}

function meetingEventKey(number: number): string {
  return `meeting/${number}`;
}
