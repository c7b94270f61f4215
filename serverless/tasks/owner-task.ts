import { asRichText } from '@deal-terms/core/expedite';
import * as z from 'zod/mini';
import { onceEntry, readOnceBody } from '../once/once-entry.ts';
import type { OnceChange } from '../once/once-entry.ts';
import { claim } from '../once/once.ts';
import type { Claim } from '../once/once.ts';
import { isCrmError } from '../ports/crm-error.ts';
import type { CrmErrorKind } from '../ports/crm-error.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { isAmong } from '../ports/timeline-port.ts';
import type { About, TimelinePort, Written } from '../ports/timeline-port.ts';

/** Something an owner of records is to do. */
export type OwnerTask = {
  /** Names the occasion: of two tasks with the same key, one is made. */
  readonly key: string;
  /** Whoever asks for it, as the page reports it. */
  readonly by: string;
  /** When it is asked for, ISO 8601. */
  readonly at: string;
  /** When it is to be done, ISO 8601; null for the moment it was first asked for. */
  readonly dueAt: string | null;
  readonly ownerId: string;
  readonly subject: string;
  /** Plain text, lines apart by line breaks. */
  readonly body: string;
  /** The records it is about; it is looked for at the first of them. */
  readonly about: readonly About[];
  /** Whether the same request may come twice at once: then one of the last seconds is waited for, else it is taken for cut off and made up for. */
  readonly mayComeTwice: boolean;
};

/**
 * What became of it: `given` to whoever asks first (`isFirst`: this caller, now or by a try before) and by whom it was asked; `unknown` where nothing tells
 * whether the task is there; `in_flight` while another call may be making it; `refused` when HubSpot refused its entry and has none: trying again is safe.
 */
export type OwnerTaskResult =
  | { readonly status: 'given'; readonly isFirst: boolean; readonly by: string }
  | { readonly status: 'unknown' | 'in_flight' | 'refused' };

type TaskPort = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'> &
  Pick<TimelinePort, 'timeline' | 'addTask'>;

/** What the entry remembers of the task; nothing while it is being made. */
const eventSchema = z.object({ taskId: z.optional(z.string()), isRefused: z.optional(z.boolean()) });

/** No function lives longer: what it had not written by then it will not write. */
const functionLivesMs = 15_000;
const triesAtMost = 5;
/** After these errors there may be a task all the same. */
const undecided: ReadonlySet<CrmErrorKind> = new Set(['unavailable', 'unintelligible', 'deadline']);

/**
 * Puts a task on the list of an owner of records, once. Tasks have no unique key, so an entry in the ledger says that somebody is making one. Where that was
 * cut off, the timeline of the first record tells whether there is one; a task that is about no record is not tried again. Three calls, two for a task that
 * is known to be there, six more for one that is not.
 *
 * @throws {CrmError}
 */
export async function giveOwnerTask(crm: TaskPort, task: OwnerTask): Promise<OwnerTaskResult> {
  const given = { status: 'given', isFirst: true, by: task.by } as const;
  let { at } = task;
  for (let attempt = 1; attempt <= triesAtMost; attempt += 1) {
    const made = await claim(crm, changeOf(task, attempt));
    if (!made.ok)
      return made.winner === null ? { status: 'refused' } : { status: 'given', isFirst: false, by: made.winner.author };
    if (made.isNotified) return given;
    if (attempt === 1) at = made.at;
    const before = made.isRepeat ? await lookFor(crm, task, made, at) : 'absent';
    if (before === 'absent' && made.isRepeat && task.mayComeTwice) continue;
    const found = before === 'absent' ? await make(crm, task, attempt, at) : before;
    if (found === 'unknown' || found === 'in_flight') return { status: found };
    await crm.putEntry(onceEntry({ ...changeOf(task, 1), at, event: { taskId: found.taskId } }, true));
    return given;
  }
  return { status: 'unknown' };
}

/**
 * Ids of tasks that were given, by their keys. One call for each hundred.
 *
 * @throws {CrmError}
 */
export async function readOwnerTaskIds(
  crm: Pick<LedgerPort, 'readEntries'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const ids = [...(await crm.readEntries(keys))].map(
    ([key, { body }]) => [key, rememberedIn(readOnceBody(body)?.event).taskId] as const,
  );
  return new Map(ids.flatMap(([key, id]) => (id === undefined ? [] : [[key, id]])));
}

type Found = { readonly taskId: string } | 'unknown' | 'in_flight';

async function make(crm: TaskPort, task: OwnerTask, attempt: number, at: string): Promise<Found> {
  const { subject, ownerId, about } = task;
  const taskId = await crm
    .addTask(about, { ...writtenOf(task, at), subject, ownerId })
    .catch(async (error: unknown) => {
      if (isCrmError(error) && !undecided.has(error.kind))
        await crm.putEntry(onceEntry({ ...changeOf(task, attempt), event: { isRefused: true } }, false));
      throw error;
    });
  return taskId === null ? 'unknown' : { taskId };
}

/** What came of a try before. */
async function lookFor(
  crm: TaskPort,
  task: OwnerTask,
  made: Extract<Claim, { ok: true }>,
  at: string,
): Promise<Found | 'absent'> {
  if (rememberedIn(made.event).isRefused === true) return 'absent';
  const [first] = task.about;
  if (first === undefined) return 'unknown';
  const { tasks } = await crm.timeline(first);
  const found = tasks.find((one) => isAmong([one], writtenOf(task, at)));
  if (found !== undefined) return { taskId: found.id };
  const isYoung = Date.parse(task.at) - Date.parse(made.at) < functionLivesMs;
  return task.mayComeTwice && isYoung ? 'in_flight' : 'absent';
}

function writtenOf({ body, dueAt }: OwnerTask, at: string): Written {
  return { body: asRichText(body), at: dueAt ?? at };
}

function rememberedIn(event: unknown): z.infer<typeof eventSchema> {
  const parsed = eventSchema.safeParse(event);
  return parsed.success ? parsed.data : {};
}

/** The first attempt's entry is the task's: readers look at no other. */
function changeOf({ key, by, at, ownerId }: OwnerTask, attempt: number): OnceChange {
  return { key: attempt === 1 ? key : `${key}/${attempt}`, kind: 'task', by, at, wanted: { ownerId } };
}
