import * as associations from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import { isCrmError } from './crm-error.ts';
import type { Properties } from './deal-port.ts';
import { connectRecords, readBatch } from './records.ts';
import { sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

/** What a company and its other deals tell. */
export type CompanyPort = {
  /**
   * The newest deals of a company, at most 100, properties by deal id. Two calls; reads by id, not by search, so nothing just written is missed.
   * A company with more than 500 deals is answered from the 500 HubSpot names first.
   *
   * @throws {CrmError}
   */
  readonly companyDeals: (companyId: string, properties: readonly string[]) => Promise<ReadonlyMap<string, Properties>>;
  /** Properties of a company; null when it is gone. One call. */
  readonly company: (companyId: string, properties: readonly string[]) => Promise<Properties | null>;
};

const batchLimit = 100;
const associationPage = 500;

/**
 * @param transport - where the calls go
 */
export function createCompanyPort(transport: Transport): CompanyPort {
  const records = connectRecords(transport);
  const configuration = associations.createConfiguration({
    baseServer: new associations.ServerConfiguration(transport.origin, {}),
    httpApi: associations.wrapHttpLibrary({ send: sendThrough(transport, associations.ResponseContext) }),
  });
  const associated = new associations.BasicApi(configuration);
  return {
    company: async (companyId, properties) => {
      try {
        return (await records.single.getById('companies', companyId, [...properties])).properties;
      } catch (error) {
        if (isCrmError(error) && error.kind === 'not_found') return null;
        throw error;
      }
    },
    companyDeals: async (companyId, properties) => {
      const page = await associated.getPage('companies', companyId, 'deals', undefined, associationPage);
      const newest = [...new Set(page.results.map(idOf))].sort(byIdDescending).slice(0, batchLimit);
      if (newest.length === 0) return new Map();
      const deals = await readBatch(records, 'deals', newest, properties);
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
