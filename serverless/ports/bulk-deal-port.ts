import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { isCrmError } from './crm-error.ts';
import { createDealPort } from './deal-port.ts';
import type { LedgerPort, Properties } from './deal-port.ts';
import { connectRecords, readBatch } from './records.ts';
import { sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

/** HubSpot's page of a search and its largest batch (design: limits). */
export const searchPage = 200;
export const batchSize = 100;

export type DealUpdate = { readonly id: string; readonly properties: Readonly<Record<string, string>> };
/** A deal HubSpot refused to update, with what it named. */
export type RefusedUpdate = { readonly id: string; readonly reason: string };

/** Many deals at once. Every method throws `CrmError` and nothing else that is expected. */
export type BulkDealPort = LedgerPort & {
  /** Open deals above an id: the ids of the first 200, ascending, and how many there are. Pages past the 10,000 a search gives. One call. */
  readonly openDeals: (afterId: string) => Promise<{ readonly ids: readonly string[]; readonly total: number }>;
  /** Deals by id, at most 100; those that do not exist are left out. One call. */
  readonly readDeals: (ids: readonly string[], properties: readonly string[]) => Promise<readonly { readonly id: string; readonly properties: Properties }[]>;
  /** Updates at most 100 deals; what HubSpot refuses is told, and does not keep the others from being written. One call, more only to find what is refused. */
  readonly updateDeals: (updates: readonly DealUpdate[]) => Promise<readonly RefusedUpdate[]>;
};

function above(afterId: string): objects.PublicObjectSearchRequest {
  const filters = [{ propertyName: 'hs_is_closed', operator: objects.FilterOperatorEnum.Eq, value: 'false' }, { propertyName: 'hs_object_id', operator: objects.FilterOperatorEnum.Gt, value: afterId }];
  const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] as unknown as string[]; // the SDK's type knows only names; its serializer passes objects on, which is what HubSpot documents
  return Object.assign(new objects.PublicObjectSearchRequest(), { filterGroups: [{ filters }], sorts, properties: ['hs_object_id'], limit: searchPage, after: '0' });
}

/**
 * @param transport - where the calls go
 */
export function createBulkDealPort(transport: Transport): BulkDealPort {
  const records = connectRecords(transport);
  const configuration = objects.createConfiguration({
    baseServer: new objects.ServerConfiguration(transport.origin, {}),
    httpApi: objects.wrapHttpLibrary({ send: sendThrough(transport, objects.ResponseContext) }),
  });
  const search = new objects.SearchApi(configuration);

  const updateDeals = async (updates: readonly DealUpdate[]): Promise<readonly RefusedUpdate[]> => {
    if (updates.length === 0) return [];
    const inputs = updates.map(({ id, properties }) => Object.assign(new objects.SimplePublicObjectBatchInput(), { id, properties: { ...properties } }));
    try {
      const answer = await records.batch.update('deals', Object.assign(new objects.BatchInputSimplePublicObjectBatchInput(), { inputs }));
      const written = new Set(answer.results.map(({ id }) => id));
      return updates.filter(({ id }) => !written.has(id)).map(({ id }) => ({ id, reason: 'HubSpot did not write it' }));
    } catch (error) {
      if (!isCrmError(error) || (error.kind !== 'validation' && error.kind !== 'not_found')) throw error;
      // One refused deal refuses the whole batch: halves are tried until it is found.
      if (updates.length === 1 && updates[0]) return [{ id: updates[0].id, reason: `HubSpot refused it (${error.kind}${error.details.properties.map((name) => ` ${name}`).join('')})` }];
      const middle = Math.ceil(updates.length / 2);
      return [...(await updateDeals(updates.slice(0, middle))), ...(await updateDeals(updates.slice(middle)))];
    }
  };
  return {
    readLedger: createDealPort(transport).readLedger,
    openDeals: async (afterId) => {
      const { results, total } = await search.doSearch('deals', above(afterId));
      return { ids: results.map(({ id }) => id), total };
    },
    readDeals: (ids, properties) => readBatch(records, 'deals', ids, properties),
    updateDeals,
  };
}
