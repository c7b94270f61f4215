import type { JsonRecords } from './json-records.ts';

/** Rich text, and when, in ISO 8601. */
export type Told = { readonly body: string; readonly at: string };

/** What has been written on a record's timeline. */
export type Timeline = { readonly notes: readonly Told[]; readonly tasks: readonly Told[] };

export type TimelinePort = {
  /**
   * The latest hundred notes and tasks on a ticket or a deal. Notes and tasks have no unique key: before something is told a second time, a look tells whether
   * the first time succeeded. Four calls.
   *
   * @throws {CrmError}
   */
  readonly timeline: (objectType: 'tickets' | 'deals', id: string) => Promise<Timeline>;
};

const batchLimit = 100;
const bodyOf = { notes: 'hs_note_body', tasks: 'hs_task_body' } as const;

/**
 * @param records - of the account
 */
export function createTimelinePort(records: JsonRecords): TimelinePort {
  const told = async (kind: keyof typeof bodyOf, objectType: string, id: string): Promise<Told[]> => {
    const ids = (await records.readLinked(objectType, id, [], kind))?.linkedIds ?? [];
    const found = await records.readBatch(kind, ids.slice(-batchLimit), [bodyOf[kind], 'hs_timestamp']);
    return found.map(({ properties }) => ({
      body: properties[bodyOf[kind]] ?? '',
      at: properties['hs_timestamp'] ?? '',
    }));
  };
  return {
    timeline: async (objectType, id) => {
      const [notes, tasks] = await Promise.all([told('notes', objectType, id), told('tasks', objectType, id)]);
      return { notes, tasks };
    },
  };
}

/** Whether it has been told already. */
export function isAmong(told: readonly Told[], { body, at }: Told): boolean {
  return told.some((one) => one.body === body && Date.parse(one.at) === Date.parse(at));
}
