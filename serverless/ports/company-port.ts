import * as z from 'zod/mini';
import { isCrmError } from './crm-error.ts';
import type { Properties } from './deal-port.ts';
import { createJsonApi } from './json-api.ts';
import { connectRecords } from './records.ts';
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
/** HubSpot writes this id as a number, its SDK types it as text. */
const associationsSchema = z.object({ results: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]) })) });

/**
 * @param transport - where the calls go
 */
export function createCompanyPort(transport: Transport): CompanyPort {
  const records = connectRecords(transport);
  const api = createJsonApi(transport);
  return {
    company: async (companyId, properties) => {
      try {
        return (await records.getById('companies', companyId, properties)).properties;
      } catch (error) {
        if (isCrmError(error) && error.kind === 'not_found') return null;
        throw error;
      }
    },
    companyDeals: async (companyId, properties) => {
      const { results } = await api.read(
        `/crm/v4/objects/companies/${encodeURIComponent(companyId)}/associations/deals?limit=${associationPage}`,
        associationsSchema,
      );
      const newest = [...new Set(results.map(({ toObjectId }) => String(toObjectId)))]
        .sort(byIdDescending)
        .slice(0, batchLimit);
      if (newest.length === 0) return new Map();
      const deals = await records.readBatch('deals', newest, properties);
      return new Map(deals.map((deal) => [deal.id, deal.properties]));
    },
  };
}

/** Record ids grow with time and outgrow 2^53: longer is newer, then by digits. */
function byIdDescending(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : -1);
}
