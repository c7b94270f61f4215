import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { Account, ExpediteTicketPropertyName } from '@deal-terms/core/crm';
import { batchSize } from './bulk-deal-port.ts';
import type { Properties } from './deal-port.ts';
import { connectRecords, readBatch } from './records.ts';
import { sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

type ExpediteStages = NonNullable<Account['expedite']>;
export type ExpediteTicket = { readonly id: string; readonly properties: Properties };

/** Many expedite requests at once. Every method throws `CrmError` and nothing else that is expected. */
export type ExpediteRequestPort = {
  /** Requests whose hold ended before an instant, or whose offer ended before a day, at most 100: search may be a little behind, so each is read again by id. Two calls, one when there are none. */
  readonly requestsEndedBefore: (pipeline: ExpediteStages, stageIds: readonly string[], nowMs: number, today: string) => Promise<readonly ExpediteTicket[]>;
  /** Puts at most 100 tickets into a stage. One call. */
  readonly moveTo: (stageId: string, ticketIds: readonly string[]) => Promise<void>;
};

const readProperties = ['hs_pipeline_stage', 'expedite_request_key', 'expedite_hold_until', 'expedite_offer_expires'] as const satisfies readonly (ExpediteTicketPropertyName | 'hs_pipeline_stage')[];

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
    requestsEndedBefore: async ({ pipelineId }, stageIds, nowMs, today) => {
      const inPipeline = [
        { propertyName: 'hs_pipeline', operator: objects.FilterOperatorEnum.Eq, value: pipelineId },
        { propertyName: 'hs_pipeline_stage', operator: objects.FilterOperatorEnum.In, values: [...stageIds] },
      ];
      const endedBefore = (propertyName: ExpediteTicketPropertyName, ms: number) => ({ filters: [...inPipeline, { propertyName, operator: objects.FilterOperatorEnum.Lt, value: String(ms) }] });
      const filterGroups = [endedBefore('expedite_hold_until', nowMs), endedBefore('expedite_offer_expires', Date.parse(today))];
      const found = await search.doSearch('tickets', Object.assign(new objects.PublicObjectSearchRequest(), { filterGroups, properties: ['hs_object_id'], limit: batchSize, after: '0' }));
      return found.results.length === 0 ? [] : readBatch(records, 'tickets', found.results.map(({ id }) => id), readProperties);
    },
    moveTo: async (stageId, ticketIds) => {
      if (ticketIds.length === 0) return;
      const inputs = ticketIds.map((id) => Object.assign(new objects.SimplePublicObjectBatchInput(), { id, properties: { hs_pipeline_stage: stageId } }));
      await records.batch.update('tickets', Object.assign(new objects.BatchInputSimplePublicObjectBatchInput(), { inputs }));
    },
  };
}
