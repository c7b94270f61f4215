import { recordMeetingRequestSchema, recordMeetingUid } from '@deal-terms/core/contracts';
import type { RecordMeetingReply, RecordMeetingRequest } from '@deal-terms/core/contracts';
import { accountKey, addDays, localDate, meetingKey, themesKey } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import type { MeetingEvent, MeetingRecord } from '@deal-terms/core/meetings';
import { themeName } from '@deal-terms/core/themes';
import type { Theme } from '@deal-terms/core/themes';
import { readAccount } from '../account/installation.ts';
import { decisionTask } from '../meetings/decision-task.ts';
import { addEvent, latestMeetings, putRecord } from '../meetings/meetings-in-ledger.ts';
import type { Written } from '../meetings/meetings-in-ledger.ts';
import { connectMeeting } from '../ports/meeting-port.ts';
import type { MeetingPort } from '../ports/meeting-port.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { giveOwnerTask } from '../tasks/owner-task.ts';
import { latestThemes } from '../themes/themes-in-ledger.ts';

type Recorded = Extract<RecordMeetingReply, { ok: true }>;
type Decide = Extract<RecordMeetingRequest, { action: 'decide' }>;

/** What is due later than this has slipped from the keyboard. */
const furthestDueDays = 730;

/** Writes down what the table did: an event in the ledger, for a decision a task, then the sum of events. Eleven calls for a decision, five for the rest; more for a repeat. */
export const recordMeeting: PageFunction<RecordMeetingRequest, MeetingPort, Recorded> = {
  uid: recordMeetingUid,
  request: recordMeetingRequestSchema,
  connect: connectMeeting,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(recordMeeting);

type Table = {
  readonly account: Account;
  readonly themes: readonly Theme[];
  readonly record: MeetingRecord;
  readonly today: string;
  readonly written: Written;
};

async function run(call: PageCall<RecordMeetingRequest, MeetingPort>): Promise<Recorded | Refusal> {
  const { request, crm, nowMs } = call;
  const entries = await crm.readEntries([accountKey, themesKey, meetingKey]);
  const account = readAccount(entries);
  if (account === null) return refuse('not_installed');
  const [{ list }, { record }] = await Promise.all([
    latestThemes(crm, entries.get(themesKey)),
    latestMeetings(crm, entries.get(meetingKey)),
  ]);
  const table: Table = {
    account,
    themes: list.themes,
    record,
    today: localDate(nowMs, account),
    written: { by: request.by, at: new Date(nowMs).toISOString() },
  };
  switch (request.action) {
    case 'discuss': {
      const { id, themes, deals } = request;
      return recorded(
        crm,
        table,
        { type: 'discussed', id, on: table.today, themes, deals },
        (known) => known.lastMeeting?.id === id,
      );
    }
    case 'settle': {
      const { decisionId, outcome } = request;
      const outcomeIn = ({ decisions }: MeetingRecord) => decisions.find(({ id }) => id === decisionId)?.outcome;
      if (outcomeIn(record) === undefined)
        return refuse('invalid_field', {
          fields: [{ field: 'decisionId', message: 'This decision is not on record any more.' }],
        });
      return recorded(
        crm,
        table,
        { type: 'settled', decisionId, on: table.today, outcome },
        (known) => outcomeIn(known) === outcome,
      );
    }
    case 'decide':
      return decide(call, request, table);
  }
}

async function recorded(
  crm: MeetingPort,
  { record, written }: Table,
  event: MeetingEvent,
  isIn: (record: MeetingRecord) => boolean,
): Promise<Recorded | Refusal> {
  const added = await addEvent(crm, record, event, written, isIn);
  if (added === null) return refuse('unavailable');
  return { ok: true, record: await putRecord(crm, added, written), hasTask: true };
}

async function decide(
  { crm }: PageCall<unknown, MeetingPort>,
  request: Decide,
  table: Table,
): Promise<Recorded | Refusal> {
  const { id, subject, what, ownerId, dueOn, by } = request;
  const { record, today, written, account, themes } = table;
  const known = record.decisions.find((decision) => decision.id === id);
  if (known === undefined) {
    const fault = dueFault(dueOn, today);
    if (fault !== null) return refuse('invalid_field', { fields: [{ field: 'dueOn', message: fault }] });
  }
  if (subject.kind === 'theme' && themes.every((theme) => theme.id !== subject.id))
    return refuse('invalid_field', {
      fields: [{ field: 'subject', message: 'This theme is not on the company’s list.' }],
    });
  const wantedDeals = subject.kind === 'deal' ? [subject.id] : [...new Set(request.dealIds)];
  const [isOwner, existing] = await Promise.all([crm.isOwner(ownerId), crm.existingDeals(wantedDeals)]);
  if (!isOwner)
    return refuse('invalid_field', {
      fields: [{ field: 'ownerId', message: 'Choose somebody who owns records in this account.' }],
    });
  if (subject.kind === 'deal' && existing.length === 0) return refuse('unknown_deal');
  const event = { type: 'decided', id, on: today, subject, what, ownerId, dueOn, by } as const;
  const added = await addEvent(crm, record, event, written, ({ decisions }) =>
    decisions.some((decision) => decision.id === id),
  );
  const decision = added?.decisions.find((one) => one.id === id);
  if (added === null || decision === undefined) return refuse('unavailable');
  if (
    JSON.stringify([decision.subject, decision.what, decision.ownerId, decision.dueOn, decision.by]) !==
    JSON.stringify([subject, what, ownerId, dueOn, by])
  )
    return refuse('conflict');
  const stored = await putRecord(crm, added, written);
  const about = subject.kind === 'theme' ? `the theme ${themeName(themes, subject.id)}` : 'this deal';
  const dealIds = wantedDeals.filter((dealId) => existing.includes(dealId));
  const { status } = await giveOwnerTask(crm, decisionTask({ decision, about, dealIds }, account, written.at));
  return status === 'given' || status === 'unknown'
    ? { ok: true, record: stored, hasTask: status === 'given' }
    : refuse('unavailable');
}

function dueFault(dueOn: string, today: string): string | null {
  if (dueOn < today) return 'Enter a day that is still to come.';
  return dueOn > addDays(today, furthestDueDays) ? 'Enter a day within two years.' : null;
}
