import { BasicApiRequestFactory, BasicApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/associations/v4/apis/BasicApi.js';
import { ResponseContext, wrapHttpLibrary } from '@hubspot/api-client/lib/codegen/crm/associations/v4/http/http.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/crm/associations/v4/servers.js';
import { isCrmError } from './crm-error.ts';
import type { Properties } from './deal-port.ts';
import { connectRecords } from './records.ts';
import { answerOf, sendThrough } from './sdk-http.ts';
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
  const configuration = { baseServer: new ServerConfiguration(transport.origin, {}), httpApi: wrapHttpLibrary({ send: sendThrough(transport, ResponseContext) }), middleware: [], authMethods: {} };
  const request = new BasicApiRequestFactory(configuration);
  const processor = new BasicApiResponseProcessor();
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
      const page = await answerOf(configuration, request.getPage('companies', companyId, 'deals', undefined, associationPage), (answer) => processor.getPageWithHttpInfo(answer));
      const newest = [...new Set(page.results.map(idOf))].sort(byIdDescending).slice(0, batchLimit);
      if (newest.length === 0) return new Map();
      const deals = await records.readBatch('deals', newest, properties);
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
