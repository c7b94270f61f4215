import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { expediteTicketProperties } from '@deal-terms/core/crm';
import type { Account, ExpediteTicketPropertyName } from '@deal-terms/core/crm';
import { batchSize } from './bulk-deal-port.ts';
import type { Properties } from './deal-port.ts';
import { connectRecords, readBatch } from './records.ts';
import { sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

export type ExpediteTicket = { readonly id: string; readonly properties: Properties };

/** Which requests somebody or time may have moved on. */
export type MovedRequests = {
  readonly expedite: NonNullable<Account['expedite']>;
  /** Stages in which a request can run out. */
  readonly openStages: readonly string[];
  /** Epoch milliseconds: everything touched since then counts. */
  readonly sinceMs: number;
  /** Epoch milliseconds, and the ISO date that is today in the account: what ended before counts. */
  readonly nowMs: number;
  readonly today: string;
  readonly afterId: string;
};

/** Many expedite requests at once. Every method throws `CrmError` and nothing else that is expected. */
export type ExpediteRequestPort = {
  /** Requests above an id, at most 100 in its order, as they are now: search may be a little behind. Two calls, one when there are none. */
  readonly movedRequests: (wanted: MovedRequests) => Promise<readonly ExpediteTicket[]>;
  /** Which of these request keys have a ticket; at most 100. One call. */
  readonly existingKeys: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Writes properties of at most 100 tickets. One call. */
  readonly updateTickets: (updates: readonly { readonly id: string; readonly properties: Readonly<Record<string, string>> }[]) => Promise<void>;
};

const readProperties = ['hs_pipeline_stage', ...expediteTicketProperties.map(({ name }) => name)];

/**
 * @param transport - where the calls go
 */
export function createExpediteRequestPort(transport: Transport): ExpediteRequestPort {
  const records = connectRecords(transport);
  const search = new objects.SearchApi(objects.createConfiguration({
    baseServer: new objects.ServerConfiguration(transport.origin, {}),
    httpApi: objects.wrapHttpLibrary({ send: sendThrough(transport, objects.ResponseContext) }),
  }));
  return {
    movedRequests: async (wanted) => {
      const { results } = await search.doSearch('tickets', searchFor(wanted));
      return results.length === 0 ? [] : readBatch(records, 'tickets', results.map(({ id }) => id), readProperties);
    },
    existingKeys: async (keys) => {
      const tickets = await readBatch(records, 'tickets', keys, ['expedite_request_key'], 'expedite_request_key');
      return new Set(tickets.map(({ properties }) => properties['expedite_request_key'] ?? ''));
    },
    updateTickets: async (updates) => {
      if (updates.length === 0) return;
      const inputs = updates.map(({ id, properties }) => Object.assign(new objects.SimplePublicObjectBatchInput(), { id, properties: { ...properties } }));
      await records.batch.update('tickets', Object.assign(new objects.BatchInputSimplePublicObjectBatchInput(), { inputs }));
    },
  };
}

function searchFor({ expedite, openStages, sinceMs, nowMs, today, afterId }: MovedRequests): objects.PublicObjectSearchRequest {
  const ours = [
    { propertyName: 'hs_pipeline', operator: objects.FilterOperatorEnum.Eq, value: expedite.pipelineId },
    { propertyName: 'hs_object_id', operator: objects.FilterOperatorEnum.Gt, value: afterId },
  ];
  const open = { propertyName: 'hs_pipeline_stage', operator: objects.FilterOperatorEnum.In, values: [...openStages] };
  const before = (propertyName: ExpediteTicketPropertyName, ms: number) => ({ propertyName, operator: objects.FilterOperatorEnum.Lt, value: String(ms) });
  const filterGroups = [
    { filters: [...ours, { propertyName: 'hs_lastmodifieddate', operator: objects.FilterOperatorEnum.Gte, value: String(sinceMs) }] },
    { filters: [...ours, open, before('expedite_hold_until', nowMs)] },
    { filters: [...ours, open, before('expedite_offer_expires', Date.parse(today))] },
  ];
  const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] as unknown as string[]; // as in bulk-deal-port
  return Object.assign(new objects.PublicObjectSearchRequest(), { filterGroups, sorts, properties: ['hs_object_id'], limit: batchSize, after: '0' });
}
