import * as z from 'zod/mini';
import { addDays } from '../crm/calendar.ts';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { parseJson } from '../crm/parse-json.ts';
import { themeIdSchema } from '../themes/theme.ts';
import { dealIdSchema, madeIdSchema, outcomes, subjectSchema } from './meeting-event.ts';
import type { MeetingEvent } from './meeting-event.ts';

export const decisionSchema = z.object({
  id: madeIdSchema,
  subject: subjectSchema,
  what: z.string(),
  ownerId: z.string(),
  dueOn: isoDateSchema,
  decidedOn: isoDateSchema,
  /** Who wrote it down, as the page said. */
  by: z.string(),
  outcome: z.enum(outcomes),
  /** Null while open. */
  settledOn: z.nullable(isoDateSchema),
});
export type Decision = z.infer<typeof decisionSchema>;

const daysById = z.record(z.string(), isoDateSchema);

/** What the table knows of itself: its events, summed up. Body of the ledger entry `meeting/current`. */
export const meetingRecordSchema = z.object({
  /** Number of the last event in it; 0 before the first. */
  version: z.int().check(z.gte(0)),
  /** Oldest first. */
  decisions: z.array(decisionSchema),
  /** The last day something was talked about, by id. */
  discussed: z.object({ themes: daysById, deals: daysById }),
  /** Null before the first. */
  lastMeeting: z.nullable(
    z.object({ id: madeIdSchema, on: isoDateSchema, themes: z.array(themeIdSchema), deals: z.array(dealIdSchema) }),
  ),
});
export type MeetingRecord = z.infer<typeof meetingRecordSchema>;

export const emptyMeetingRecord: MeetingRecord = {
  version: 0,
  decisions: [],
  discussed: { themes: {}, deals: {} },
  lastMeeting: null,
};

/** HubSpot keeps 65,536 characters in a text property; the rest of the room is for letters that JSON writes longer. */
const charactersAtMost = 55_000;
/** Beyond them every record of a talk says the same: long ago. */
const talksKeptDays = 90;
const settledKeptDays = 180;

/**
 * The record as the ledger has it. Never throws.
 *
 * @param body - of the entry `meeting/current`; null where there is none
 * @returns the empty record for what is missing or cannot be read: it is built anew from the events
 */
export function readMeetingRecord(body: string | null): MeetingRecord {
  return meetingRecordSchema.safeParse(parseJson(body ?? '')).data ?? emptyMeetingRecord;
}

/**
 * The record after one more event. What nobody needs any more is left out, so that it always fits in one property: old talks, decisions settled long
 * ago, and if need be the oldest ones. The events themselves stay.
 *
 * @param record - before
 * @param event - number `record.version + 1`; null for one that cannot be read, which counts for nothing
 */
export function withEvent(record: MeetingRecord, event: MeetingEvent | null): MeetingRecord {
  const version = record.version + 1;
  return event === null ? { ...record, version } : bounded({ ...applied(record, event), version }, event.on);
}

function applied(record: MeetingRecord, event: MeetingEvent): MeetingRecord {
  switch (event.type) {
    case 'discussed': {
      const { id, on, themes, deals } = event;
      return { ...discussedOn(record, on, themes, deals), lastMeeting: { id, on, themes, deals } };
    }
    case 'decided': {
      const { id, on, subject, what, ownerId, dueOn, by } = event;
      if (record.decisions.some((decision) => decision.id === id)) return record;
      const made = { id, subject, what, ownerId, dueOn, by, decidedOn: on, outcome: 'open', settledOn: null } as const;
      const [themes, deals] = subject.kind === 'theme' ? [[subject.id], []] : [[], [subject.id]];
      return { ...discussedOn(record, on, themes, deals), decisions: [...record.decisions, made] };
    }
    case 'settled':
      return {
        ...record,
        decisions: record.decisions.map((decision) =>
          decision.id === event.decisionId
            ? { ...decision, outcome: event.outcome, settledOn: event.outcome === 'open' ? null : event.on }
            : decision,
        ),
      };
  }
}

function discussedOn(
  record: MeetingRecord,
  on: string,
  themes: readonly string[],
  deals: readonly string[],
): MeetingRecord {
  const marked = (days: Readonly<Record<string, string>>, ids: readonly string[]) => ({
    ...days,
    ...Object.fromEntries(ids.map((id) => [id, on])),
  });
  return {
    ...record,
    discussed: { themes: marked(record.discussed.themes, themes), deals: marked(record.discussed.deals, deals) },
  };
}

function bounded(record: MeetingRecord, on: string): MeetingRecord {
  const since = (days: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(days).filter(([, day]) => day >= addDays(on, -talksKeptDays)));
  let kept: MeetingRecord = {
    ...record,
    discussed: { themes: since(record.discussed.themes), deals: since(record.discussed.deals) },
    decisions: record.decisions.filter(
      ({ settledOn }) => settledOn === null || settledOn >= addDays(on, -settledKeptDays),
    ),
  };
  while (JSON.stringify(kept).length > charactersAtMost) kept = withoutOldest(kept);
  return kept;
}

/** Without the oldest settled decision, else the oldest one, else half of the talks on deals, oldest first. */
function withoutOldest(record: MeetingRecord): MeetingRecord {
  const { decisions, discussed } = record;
  const oldest = decisions.find(({ settledOn }) => settledOn !== null) ?? decisions[0];
  if (oldest !== undefined) return { ...record, decisions: decisions.filter((decision) => decision !== oldest) };
  const newestFirst = Object.entries(discussed.deals).sort(([, one], [, other]) => other.localeCompare(one));
  return {
    ...record,
    discussed: { ...discussed, deals: Object.fromEntries(newestFirst.slice(0, Math.floor(newestFirst.length / 2))) },
  };
}
