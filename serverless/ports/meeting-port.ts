import { createJsonApi } from './json-api.ts';
import { createJsonRecords } from './json-records.ts';
import { connectLedger } from './ledger-port.ts';
import type { LedgerPort } from './ledger-port.ts';
import { readOwners } from './owners.ts';
import { createTimelinePort } from './timeline-port.ts';
import type { TimelinePort } from './timeline-port.ts';
import type { Transport } from './transport.ts';

export type TaskState = 'open' | 'done';

/** What the management table touches. Every method throws `CrmError` and nothing else that is expected. */
export type MeetingPort = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'> &
  Pick<TimelinePort, 'timeline' | 'addTask'> & {
    /** Those of at most a hundred deals that are there. One call. */
    readonly existingDeals: (ids: readonly string[]) => Promise<readonly string[]>;
    /** How at most a hundred tasks stand; one that is gone is absent. One call, none for no task. */
    readonly taskStates: (ids: readonly string[]) => Promise<ReadonlyMap<string, TaskState>>;
    /** Whether somebody is among the account's owners. One call for each five hundred of them. */
    readonly isOwner: (ownerId: string) => Promise<boolean>;
  };

/**
 * @param transport - where the calls go
 * @param ledgerKey - value of the secret `LEDGER_KEY`, null for none
 */
export function connectMeeting(transport: Transport, ledgerKey: string | null): MeetingPort {
  const records = createJsonRecords(transport);
  const api = createJsonApi(transport);
  const isAmongOwners = async (ownerId: string, after?: string): Promise<boolean> => {
    const page = await readOwners(api, after);
    if (page.people.some((person) => person.ownerId === ownerId)) return true;
    return page.after !== undefined && isAmongOwners(ownerId, page.after);
  };
  return {
    ...connectLedger(transport, ledgerKey),
    ...createTimelinePort(records),
    existingDeals: async (ids) => (await records.readBatch('deals', ids, ['hs_object_id'])).map(({ id }) => id),
    taskStates: async (ids) =>
      new Map(
        (await records.readBatch('tasks', ids, ['hs_task_status'])).map(({ id, properties }) => [
          id,
          properties['hs_task_status'] === 'COMPLETED' ? 'done' : 'open',
        ]),
      ),
    isOwner: (ownerId) => isAmongOwners(ownerId),
  };
}
