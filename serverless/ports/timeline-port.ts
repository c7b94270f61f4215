import { batchSize } from './batches.ts';
import type { JsonRecords } from './json-records.ts';

/** Rich text on a timeline, and when, in ISO 8601. */
export type Written = { readonly body: string; readonly at: string };

/** A record something is told about. */
export type About = { readonly type: 'tickets' | 'deals'; readonly id: string };

/** Something to tell: a note, and a task for somebody; null for none. */
export type Notice = Written & {
  readonly task: {
    readonly subject: string;
    /** Null for nobody's list. */
    readonly ownerId: string | null;
    readonly about: readonly About[];
  } | null;
};

/** What has been written on a record's timeline. */
export type Timeline = {
  readonly notes: readonly Written[];
  readonly tasks: readonly (Written & { readonly id: string })[];
};

/** A task that is still to be done. */
export type OpenTask = { readonly id: string; readonly subject: string; /** ISO 8601. */ readonly at: string };

/** Every method throws `CrmError` and nothing else that is expected. */
export type TimelinePort = {
  /**
   * The latest hundred notes and tasks of a record. Notes and tasks have no unique key: before something is written a second time, a look tells whether
   * the first time succeeded. Four calls.
   */
  readonly timeline: (about: About) => Promise<Timeline>;
  /** One call. */
  readonly addNote: (about: About, note: Written) => Promise<void>;
  /** Id of the new task. One call. */
  readonly addTask: (
    about: readonly About[],
    task: Written & { readonly subject: string; readonly ownerId: string | null },
  ) => Promise<string | null>;
  /** Of some tasks those that are still to be done; at most a hundred ids. One call, none for none. */
  readonly openTasks: (ids: readonly string[]) => Promise<readonly OpenTask[]>;
  /** One call for at most a hundred, none for none. */
  readonly completeTasks: (ids: readonly string[]) => Promise<void>;
};

/** HubSpot's word for a task that is done. */
const completed = 'COMPLETED';
const bodyOf = { notes: 'hs_note_body', tasks: 'hs_task_body' } as const;
/** HubSpot's numbers for what a link means. */
const linkTypes = { notes: { deals: 214, tickets: 228 }, tasks: { deals: 216, tickets: 230 } } as const;

/**
 * @param records - of the account
 */
export function createTimelinePort(records: JsonRecords): TimelinePort {
  const written = async (
    kind: keyof typeof bodyOf,
    { type, id }: About,
  ): Promise<(Written & { readonly id: string })[]> => {
    const ids = (await records.readLinked(type, id, [], kind))?.linkedIds ?? [];
    const found = await records.readBatch(kind, ids.slice(-batchSize), [bodyOf[kind], 'hs_timestamp']);
    return found.map(({ id: writtenId, properties }) => ({
      id: writtenId,
      body: properties[bodyOf[kind]] ?? '',
      at: properties['hs_timestamp'] ?? '',
    }));
  };
  const links = (kind: keyof typeof linkTypes, about: readonly About[]) =>
    about.map(({ type, id }) => ({ id, type: linkTypes[kind][type] }));
  return {
    timeline: async (about) => {
      const [notes, tasks] = await Promise.all([written('notes', about), written('tasks', about)]);
      return { notes, tasks };
    },
    addNote: async (about, { body, at }) => {
      await records.create('notes', { hs_timestamp: at, hs_note_body: body }, links('notes', [about]));
    },
    addTask: async (about, { subject, body, at, ownerId }) => {
      const owner: Record<string, string> = ownerId === null ? {} : { hubspot_owner_id: ownerId };
      const properties = {
        hs_timestamp: at,
        hs_task_subject: subject,
        hs_task_body: body,
        hs_task_status: 'NOT_STARTED',
        hs_task_priority: 'HIGH',
        hs_task_type: 'TODO',
        ...owner,
      };
      return records.create('tasks', properties, links('tasks', about));
    },
    openTasks: async (ids) => {
      const names = ['hs_task_subject', 'hs_task_status', 'hs_timestamp'];
      const tasks = await records.readBatch('tasks', ids, names);
      return tasks
        .filter(({ properties }) => properties['hs_task_status'] !== completed)
        .map((task) => ({
          id: task.id,
          subject: task.properties['hs_task_subject'] ?? '',
          at: task.properties['hs_timestamp'] ?? '',
        }));
    },
    completeTasks: async (ids) => {
      if (ids.length === 0) return;
      await records.updateBatch(
        'tasks',
        ids.map((id) => ({ id, properties: { hs_task_status: completed } })),
      );
    },
  };
}

/** Whether it has been written already. */
export function isAmong(written: readonly Written[], { body, at }: Written): boolean {
  return written.some((one) => one.body === body && Date.parse(one.at) === Date.parse(at));
}
