import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import { nativeTicketPropertyOf, requestPropertyOf } from '@deal-terms/core/crm';
import type { Account, ExpediteTicketPropertyName } from '@deal-terms/core/crm';
import { batchSize, inBatches } from './batches.ts';
import type { Properties } from './deal-port.ts';
import { connectSearch } from './record-search.ts';
import type { SearchFilters } from './record-search.ts';
import { connectRecords } from './records.ts';
import type { Transport } from './transport.ts';

export type ExpediteTicket = { readonly id: string; readonly properties: Properties };

/** Which requests somebody or time may have moved on. */
export type MovedRequests = {
  readonly expedite: NonNullable<Account['expedite']>;
  /** Stages in which a request can run out. */
  readonly openStages: readonly string[];
  /** Epoch milliseconds: everything touched since then counts. */
  readonly sinceMs: number;
  /** Epoch milliseconds: holds that end before count. */
  readonly holdsEndBeforeMs: number;
  /** The ISO date that is today in the account: offers that ended before count. */
  readonly today: string;
  readonly afterId: string;
};

/** Many expedite requests at once. Every method throws `CrmError` and nothing else that is expected. */
export type ExpediteRequestPort = {
  /** Requests above an id, at most 100 in its order, as they are now: search may be a little behind. Two calls, one when there are none. */
  readonly movedRequests: (wanted: MovedRequests) => Promise<readonly ExpediteTicket[]>;
  /** Which of these request keys have a ticket. One call for each hundred. */
  readonly existingKeys: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Writes properties of at most 100 tickets. One call. */
  readonly updateTickets: (
    updates: readonly { readonly id: string; readonly properties: Readonly<Record<string, string>> }[],
  ) => Promise<void>;
};

const readProperties = [nativeTicketPropertyOf.stageId, ...Object.values(requestPropertyOf)];

/**
 * @param transport - where the calls go
 */
export function createExpediteRequestPort(transport: Transport): ExpediteRequestPort {
  const records = connectRecords(transport);
  const search = connectSearch(transport);
  return {
    movedRequests: async (wanted) => {
      const { ids } = await search('tickets', { filterGroups: filtersFor(wanted), limit: batchSize });
      return ids.length === 0 ? [] : records.readBatch('tickets', ids, readProperties);
    },
    existingKeys: async (keys) => {
      const found = await Promise.all(
        inBatches(keys).map((batch) =>
          records.readBatch('tickets', batch, [requestPropertyOf.key], requestPropertyOf.key),
        ),
      );
      return new Set(found.flat().map(({ properties }) => properties[requestPropertyOf.key] ?? ''));
    },
    updateTickets: async (updates) => {
      if (updates.length > 0) await records.updateBatch('tickets', updates);
    },
  };
}

function filtersFor({
  expedite,
  openStages,
  sinceMs,
  holdsEndBeforeMs,
  today,
  afterId,
}: MovedRequests): SearchFilters[] {
  const ours = [
    { propertyName: nativeTicketPropertyOf.pipelineId, operator: FilterOperatorEnum.Eq, value: expedite.pipelineId },
    { propertyName: 'hs_object_id', operator: FilterOperatorEnum.Gt, value: afterId },
  ];
  const open = {
    propertyName: nativeTicketPropertyOf.stageId,
    operator: FilterOperatorEnum.In,
    values: [...openStages],
  };
  const before = (propertyName: ExpediteTicketPropertyName, ms: number) => ({
    propertyName,
    operator: FilterOperatorEnum.Lt,
    value: String(ms),
  });
  return [
    [
      ...ours,
      { propertyName: nativeTicketPropertyOf.changedAt, operator: FilterOperatorEnum.Gte, value: String(sinceMs) },
    ],
    [...ours, open, before(requestPropertyOf.holdUntilMs, holdsEndBeforeMs)],
    [...ours, open, before(requestPropertyOf.offerExpires, Date.parse(today))],
  ];
}
