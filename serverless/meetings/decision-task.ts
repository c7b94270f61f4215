import { addDays, startOfDay } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { asRichText } from '@deal-terms/core/expedite';
import type { Decision } from '@deal-terms/core/meetings';
import * as z from 'zod/mini';
import { parseBody } from '../ports/entry-body.ts';
import { claimEntry } from '../once/once.ts';
import { isCrmError } from '../ports/crm-error.ts';
import type { CrmErrorKind } from '../ports/crm-error.ts';
import type { LedgerEntry } from '../ports/ledger-port.ts';
import type { MeetingPort } from '../ports/meeting-port.ts';
import { isAmong } from '../ports/timeline-port.ts';

/** Body of a task's claim: empty while it is being made. */
const claimSchema = z.object({ taskId: z.optional(z.string()), isRefused: z.optional(z.boolean()) });

/** No function lives longer: what it had not written by then it will not write. */
const functionLivesMs = 15_000;
const triesAtMost = 5;
/** After these errors there may be a task all the same. */
const undecided: ReadonlySet<CrmErrorKind> = new Set(['unavailable', 'unintelligible', 'deadline']);

export type DecisionTask = {
  readonly decision: Decision;
  /** What the decision is about, in words. */
  readonly about: string;
  /** Deals whose timelines show the task. */
  readonly dealIds: readonly string[];
};

/**
 * The task of a decision, made once: tasks have no unique key, so an entry in the ledger says that somebody is making one. Where that was cut off, the
 * timeline of its first deal tells whether there is one; a task that would show on no deal is not tried again. Three calls, six more for a repeat.
 *
 * @returns whether the task is known to be there; `in_flight` while another call may be making it
 * @throws {CrmError}
 */
export async function makeTaskOnce(
  crm: MeetingPort,
  { decision, about, dealIds }: DecisionTask,
  account: Account,
  nowMs: number,
): Promise<'there' | 'unknown' | 'in_flight'> {
  const task = {
    body: asRichText(
      `${decision.what}\n\nDecided on ${decision.decidedOn} about ${about}. Written down by ${decision.by}.`,
    ),
    at: new Date(startOfDay(addDays(decision.dueOn, 1), account) - 1_000).toISOString(),
    subject: `Decided: ${decision.what}`,
    ownerId: decision.ownerId,
  };
  const entryOf = (attempt: number, body: z.infer<typeof claimSchema>): LedgerEntry => ({
    key: taskClaimKey(decision.id, attempt),
    kind: 'meeting',
    body: JSON.stringify(body),
    author: decision.by,
    writtenAt: new Date(nowMs).toISOString(),
  });
  /** Readers look at the first claim only. */
  const remember = (taskId: string) => crm.putEntry(entryOf(1, { taskId }));
  for (let attempt = 1; attempt <= triesAtMost; attempt += 1) {
    const claimed = await claimEntry(crm, entryOf(attempt, {}));
    if (claimed.isFirst) {
      const taskId = await crm
        .addTask(
          dealIds.map((id) => ({ type: 'deals', id })),
          task,
        )
        .catch(async (error: unknown) => {
          if (isCrmError(error) && !undecided.has(error.kind))
            await crm.putEntry(entryOf(attempt, { isRefused: true }));
          throw error;
        });
      if (taskId === null) return 'unknown';
      await remember(taskId);
      return 'there';
    }
    const before = parseBody(claimed.before?.body, claimSchema);
    if (before?.taskId !== undefined) return 'there';
    if (before?.isRefused === true) continue;
    const [dealId] = dealIds;
    if (dealId === undefined) return 'unknown';
    const { tasks } = await crm.timeline({ type: 'deals', id: dealId });
    const found = tasks.find((one) => isAmong([one], task));
    if (found !== undefined) {
      await remember(found.id);
      return 'there';
    }
    if (nowMs - Date.parse(claimed.before?.writtenAt ?? '') < functionLivesMs) return 'in_flight';
  }
  return 'unknown';
}

/**
 * Ids of the tasks of decisions, by the decision's id. One call for each hundred.
 *
 * @throws {CrmError}
 */
export async function taskIdsOf(
  crm: Pick<MeetingPort, 'readEntries'>,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (decisionIds.length === 0) return new Map();
  const entries = await crm.readEntries(decisionIds.map((id) => taskClaimKey(id, 1)));
  return new Map(
    decisionIds.flatMap((id) => {
      const taskId = parseBody(entries.get(taskClaimKey(id, 1))?.body, claimSchema)?.taskId;
      return taskId === undefined ? [] : [[id, taskId] as const];
    }),
  );
}

function taskClaimKey(decisionId: string, attempt: number): string {
  return `meeting/task/${decisionId}/${attempt}`;
}
