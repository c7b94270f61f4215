import { ledgerObjectType } from '@deal-terms/core/crm';
import { CrmError } from './crm-error.ts';
import { batchReadInput, connectSdk, updateInput } from './sdk.ts';
import type { Transport } from './transport.ts';

/** Properties of one record as HubSpot has them. */
export type Properties = Readonly<Record<string, string | null>>;

/** Values a property had, newest first. */
export type PropertyHistory = Readonly<Record<string, readonly { readonly value: string; readonly at: string }[]>>;

/** HubSpot's CRM in the app's words. Every method throws `CrmError` and nothing else that is expected. */
export type CrmPort = {
  /**
   * Ledger entries by key; a key without an entry is absent from the answer. One call.
   *
   * @returns body (JSON text or null) by key
   */
  readonly readLedger: (keys: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
  /** Writes exactly these properties of a deal, all or none. One call. */
  readonly updateDeal: (dealId: string, properties: Readonly<Record<string, string>>) => Promise<void>;
  /** A deal's properties, and the history of some of them. One call. */
  readonly readDealHistory: (dealId: string, properties: readonly string[], withHistory: readonly string[]) => Promise<{ readonly properties: Properties; readonly history: PropertyHistory }>;
  /** The newest deals of a company, at most 100, properties by deal id. Two calls; reads by id, so nothing just written is missed. */
  readonly companyDeals: (companyId: string, properties: readonly string[]) => Promise<ReadonlyMap<string, Properties>>;
};

const batchLimit = 100;
const associationPage = 500;

/**
 * @param transport - where the calls go
 */
export function createCrmPort(transport: Transport): CrmPort {
  const sdk = connectSdk(transport);

  const batchRead = async (objectType: string, ids: readonly string[], properties: readonly string[], idProperty?: string) => {
    const answer = await sdk.batches.read(objectType, batchReadInput(ids, properties, idProperty));
    const faults = 'errors' in answer ? (answer.errors ?? []) : [];
    if (faults.some((fault) => fault.category !== 'OBJECT_NOT_FOUND')) throw unintelligible(`POST ${objectType}/batch/read`);
    return answer.results;
  };

  return {
    readLedger: async (keys) => {
      const entries = await batchRead(ledgerObjectType, keys, ['entry_key', 'body'], 'entry_key');
      return new Map(entries.flatMap(({ properties }) => (properties['entry_key'] == null ? [] : [[properties['entry_key'], properties['body'] ?? null]])));
    },
    updateDeal: async (dealId, properties) => {
      await sdk.records.update('deals', dealId, updateInput(properties));
    },
    readDealHistory: async (dealId, properties, withHistory) => {
      const deal = await sdk.records.getById('deals', dealId, [...properties], [...withHistory]);
      const history = Object.entries(deal.propertiesWithHistory ?? {}).map(([name, entries]) => [name, entries.map(({ value, timestamp }) => ({ value, at: timestamp.toISOString() }))] as const);
      return { properties: deal.properties, history: Object.fromEntries(history) };
    },
    companyDeals: async (companyId, properties) => {
      const page = await sdk.associations.getPage('companies', companyId, 'deals', undefined, associationPage);
      const newest = [...new Set(page.results.map(idOf))].sort(byIdDescending).slice(0, batchLimit);
      if (newest.length === 0) return new Map();
      const deals = await batchRead('deals', newest, properties);
      return new Map(deals.map((deal) => [deal.id, deal.properties]));
    },
  };
}

/** The SDK types this id as text; HubSpot sends a number. */
function idOf({ toObjectId }: { readonly toObjectId: string | number }): string {
  return String(toObjectId);
}

/** Record ids grow with time and outgrow 2^53: longer is newer, then by digits. */
function byIdDescending(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : -1);
}

function unintelligible(request: string): CrmError {
  return new CrmError('unintelligible', { request, status: null, hubspotCorrelationId: null, scopes: [], properties: [] });
}
