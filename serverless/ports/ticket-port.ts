import { attestedDealPropertyNames, nativeTicketPropertyOf, requestPropertyOf } from '@deal-terms/core/crm';
import type { Properties } from './deal-port.ts';
import type { JsonRecords } from './json-records.ts';

export type Ticket = { readonly id: string; readonly properties: Properties };

/** Tickets of expedite requests and what hangs on them. Every method throws `CrmError` and nothing else that is expected. */
export type TicketPort = {
  /** A ticket and the deals it belongs to; null when there is none. One call. */
  readonly readTicket: (id: string) => Promise<(Ticket & { readonly dealIds: readonly string[] }) | null>;
  /** Tickets by request key, those there are; at most 100. Read by key, not by search, so nothing just written is missed. One call. */
  readonly ticketsByKey: (keys: readonly string[]) => Promise<readonly Ticket[]>;
  /** Tickets by id, those there are; at most 100. One call. */
  readonly ticketsById: (ids: readonly string[]) => Promise<readonly Ticket[]>;
  /** Null when another ticket has the same request key. One call. */
  readonly createTicket: (
    properties: Readonly<Record<string, string>>,
    belongsTo: { readonly dealId: string; readonly companyId: string | null },
  ) => Promise<string | null>;
  /** One call. */
  readonly updateTicket: (id: string, properties: Readonly<Record<string, string>>) => Promise<void>;
  /** One call. */
  readonly updateDeal: (id: string, properties: Readonly<Record<string, string>>) => Promise<void>;
  /** A deal with all its score depends on, and its owner; null when there is none. One call. */
  readonly readDeal: (id: string) => Promise<Properties | null>;
  /** One call. */
  readonly companyName: (id: string) => Promise<string | null>;
};

const ticketPropertyNames: readonly string[] = [
  nativeTicketPropertyOf.stageId,
  nativeTicketPropertyOf.ownerId,
  ...Object.values(requestPropertyOf),
];

/** HubSpot's numbers for what a link means. */
const linkTypes = { ticketToDeal: 28, ticketToCompany: 339 } as const;

/**
 * @param records - of the account
 */
export function createTicketPort(records: JsonRecords): TicketPort {
  return {
    readTicket: async (id) => {
      const ticket = await records.readLinked('tickets', id, ticketPropertyNames, 'deals');
      return ticket === null ? null : { ...ticket, dealIds: ticket.linkedIds };
    },
    ticketsByKey: (keys) => records.readBatch('tickets', keys, ticketPropertyNames, requestPropertyOf.key),
    ticketsById: (ids) => records.readBatch('tickets', ids, ticketPropertyNames),
    createTicket: (properties, { dealId, companyId }) => {
      const company = companyId === null ? [] : [{ id: companyId, type: linkTypes.ticketToCompany }];
      return records.create('tickets', properties, [{ id: dealId, type: linkTypes.ticketToDeal }, ...company]);
    },
    updateTicket: (id, properties) => records.update('tickets', id, properties),
    updateDeal: (id, properties) => records.update('deals', id, properties),
    readDeal: async (id) => (await records.read('deals', id, attestedDealPropertyNames))?.properties ?? null,
    companyName: async (id) => (await records.read('companies', id, ['name']))?.properties['name'] ?? null,
  };
}
