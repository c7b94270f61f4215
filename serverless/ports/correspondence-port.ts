import { batchSize } from './batches.ts';
import type { Properties } from './deal-port.ts';
import { createJsonRecords } from './json-records.ts';
import type { Transport } from './transport.ts';

/** Somebody a deal's customer is written to. */
export type Contact = { readonly id: string; readonly properties: Properties };

/** Whom a deal's customer is written to. Every method throws `CrmError` and nothing else that is expected. */
export type CorrespondencePort = {
  /** A deal and its contacts, at most 100, in HubSpot's order; null when there is no such deal. Two calls, one for a deal without contacts. */
  readonly dealWithContacts: (
    dealId: string,
    properties: readonly string[],
    contactProperties: readonly string[],
  ) => Promise<{ readonly deal: Properties; readonly contacts: readonly Contact[] } | null>;
};

/**
 * @param transport - where the calls go
 */
export function createCorrespondencePort(transport: Transport): CorrespondencePort {
  const records = createJsonRecords(transport);
  return {
    dealWithContacts: async (dealId, properties, contactProperties) => {
      const deal = await records.readLinked('deals', dealId, properties, 'contacts');
      if (deal === null) return null;
      const ids = deal.linkedIds.slice(0, batchSize);
      const found = new Map((await records.readBatch('contacts', ids, contactProperties)).map((one) => [one.id, one]));
      return {
        deal: deal.properties,
        contacts: ids.flatMap((id) => found.get(id) ?? []),
      };
    },
  };
}
