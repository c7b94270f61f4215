import { createJsonRecords } from './json-records.ts';
import type { Properties, PropertyHistory } from './properties.ts';
import type { Transport } from './transport.ts';

export type { Properties, PropertyHistory } from './properties.ts';

/** A deal in the app's words. Every method throws `CrmError` and nothing else that is expected. */
export type DealPort = {
  /** Writes exactly these properties of a deal, all or none. One call. */
  readonly updateDeal: (dealId: string, properties: Readonly<Record<string, string>>) => Promise<void>;
  /** A deal's properties, and the history of some of them. One call. */
  readonly readDealHistory: (
    dealId: string,
    properties: readonly string[],
    withHistory: readonly string[],
  ) => Promise<{ readonly properties: Properties; readonly history: PropertyHistory }>;
};

/**
 * @param transport - where the calls go
 */
export function createDealPort(transport: Transport): DealPort {
  const records = createJsonRecords(transport);
  return {
    updateDeal: async (dealId, properties) => {
      await records.update('deals', dealId, properties);
    },
    readDealHistory: (dealId, properties, withHistory) => records.readHistory('deals', dealId, properties, withHistory),
  };
}
