import { ledgerObjectType } from '@deal-terms/core/crm';
import type { LedgerPort } from './deal-port.ts';
import { createJsonApi } from './json-api.ts';
import { createJsonRecords } from './json-records.ts';
import { readOwners } from './owners.ts';
import type { Person } from './owners.ts';
import { createTimelinePort } from './timeline-port.ts';
import type { TimelinePort } from './timeline-port.ts';
import type { Transport } from './transport.ts';

/** An entry of the ledger about an offer. */
export type OfferEntry = {
  readonly key: string;
  /** JSON text. */ readonly body: string;
  readonly author: string;
  /** ISO 8601. */ readonly writtenAt: string;
};

/** The part of the CRM that offers need. Every method throws `CrmError` and nothing else that is expected. */
export type OfferPort = LedgerPort &
  TimelinePort & {
    /** Entries there are of at most 100 keys. One call. */
    readonly readEntries: (keys: readonly string[]) => Promise<ReadonlyMap<string, OfferEntry>>;
    /** HubSpot's only compare-and-swap: false when there was one before. One call. */
    readonly createEntry: (entry: OfferEntry) => Promise<boolean>;
    /** Changes the body of an entry that is its writer's own. One call. */
    readonly amendEntry: (key: string, body: string) => Promise<void>;
    /** One call. */
    readonly updateDeal: (dealId: string, properties: Readonly<Record<string, string>>) => Promise<void>;
    /** On the deal's timeline; `body` is rich text, `at` ISO 8601. One call. */
    readonly addDealNote: (dealId: string, note: { readonly body: string; readonly at: string }) => Promise<void>;
    /** As `addDealNote`, for the to-do list of an owner. One call. */
    readonly addDealTask: (
      dealId: string,
      task: { readonly subject: string; readonly body: string; readonly at: string; readonly ownerId: string },
    ) => Promise<void>;
    /** Everybody deals can belong to; the first 500. One call. */
    readonly people: () => Promise<readonly Person[]>;
  };

/** HubSpot's numbers for what a link means. */
const linkTypes = { noteToDeal: 214, taskToDeal: 216 } as const;
const entryProperties = ['entry_key', 'body', 'author', 'written_at'];

/**
 * @param transport - where the calls go
 */
export function connectOffers(transport: Transport): OfferPort {
  const api = createJsonApi(transport);
  const records = createJsonRecords(transport);
  const readEntries: OfferPort['readEntries'] = async (keys) => {
    const entries = await records.readBatch(ledgerObjectType, keys, entryProperties, 'entry_key');
    return new Map(
      entries.map(({ properties }) => {
        const key = properties['entry_key'] ?? '';
        return [
          key,
          {
            key,
            body: properties['body'] ?? '',
            author: properties['author'] ?? '',
            writtenAt: properties['written_at'] ?? '',
          },
        ];
      }),
    );
  };
  return {
    ...createTimelinePort(records),
    readEntries,
    readLedger: async (keys) => new Map([...(await readEntries(keys))].map(([key, { body }]) => [key, body])),
    createEntry: async ({ key, body, author, writtenAt }) =>
      (await records.create(ledgerObjectType, {
        entry_key: key,
        kind: 'offer',
        body,
        author,
        written_at: writtenAt,
      })) !== null,
    amendEntry: (key, body) => records.put(ledgerObjectType, key, 'entry_key', { body }),
    updateDeal: (dealId, properties) => records.update('deals', dealId, properties),
    addDealNote: async (dealId, { body, at }) => {
      await records.create('notes', { hs_timestamp: at, hs_note_body: body }, [
        { id: dealId, type: linkTypes.noteToDeal },
      ]);
    },
    addDealTask: async (dealId, { subject, body, at, ownerId }) => {
      const properties = {
        hs_timestamp: at,
        hs_task_subject: subject,
        hs_task_body: body,
        hs_task_status: 'NOT_STARTED',
        hs_task_priority: 'HIGH',
        hs_task_type: 'TODO',
        hubspot_owner_id: ownerId,
      };
      await records.create('tasks', properties, [{ id: dealId, type: linkTypes.taskToDeal }]);
    },
    people: async () => (await readOwners(api)).people,
  };
}
