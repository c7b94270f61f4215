import { openMeetingRequestSchema, openMeetingUid } from '@deal-terms/core/contracts';
import type { OpenMeetingReply, TaskState } from '@deal-terms/core/contracts';
import { accountKey, localDate, meetingKey, themesKey } from '@deal-terms/core/crm';
import type { Decision } from '@deal-terms/core/meetings';
import type * as z from 'zod/mini';
import { readAccount } from '../account/installation.ts';
import { decisionTaskKey } from '../meetings/decision-task.ts';
import { latestMeetings, putRecord } from '../meetings/meetings-in-ledger.ts';
import { connectMeeting } from '../ports/meeting-port.ts';
import type { MeetingPort } from '../ports/meeting-port.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { readOwnerTaskIds } from '../tasks/owner-task.ts';
import { latestThemes, putThemes } from '../themes/themes-in-ledger.ts';

type Opened = Extract<OpenMeetingReply, { ok: true }>;

/** How many tasks are looked at: one call's worth. */
const tasksAtMost = 100;

/** Themes, decisions and how their tasks stand; five calls, three more where somebody's call was cut off. */
export const openMeeting: PageFunction<z.infer<typeof openMeetingRequestSchema>, MeetingPort, Opened> = {
  uid: openMeetingUid,
  request: openMeetingRequestSchema,
  connect: connectMeeting,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(openMeeting);

async function run({ crm, nowMs }: PageCall<unknown, MeetingPort>): Promise<Opened | Refusal> {
  const entries = await crm.readEntries([accountKey, themesKey, meetingKey]);
  const account = readAccount(entries);
  if (account === null) return refuse('not_installed');
  const [themes, meetings] = await Promise.all([
    latestThemes(crm, entries.get(themesKey)),
    latestMeetings(crm, entries.get(meetingKey)),
  ]);
  if (themes.isAhead && themes.entry !== null) await putThemes(crm, themes.entry);
  const at = new Date(nowMs).toISOString();
  const record = meetings.isAhead ? await putRecord(crm, meetings.record, { by: '', at }) : meetings.record;
  return {
    ok: true,
    today: localDate(nowMs, account),
    themes: themes.list,
    record,
    tasks: await tasksOf(crm, record.decisions),
  };
}

async function tasksOf(crm: MeetingPort, decisions: readonly Decision[]): Promise<Record<string, TaskState>> {
  const open = decisions.filter(({ outcome }) => outcome === 'open').slice(-tasksAtMost);
  const taskIds = await readOwnerTaskIds(
    crm,
    open.map(({ id }) => decisionTaskKey(id)),
  );
  const states = await crm.taskStates([...taskIds.values()]);
  return Object.fromEntries(
    open.flatMap(({ id }) => {
      const taskId = taskIds.get(decisionTaskKey(id));
      return taskId === undefined ? [] : [[id, states.get(taskId) ?? 'gone']];
    }),
  );
}
