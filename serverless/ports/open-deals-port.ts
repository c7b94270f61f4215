import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import { connectSearch } from './record-search.ts';
import type { Transport } from './transport.ts';

/** HubSpot's page of a search (docs/architecture.md section 5). */
export const searchPage = 200;

/** Which deals are open. Throws `CrmError` and nothing else that is expected. */
export type OpenDealsPort = {
  /** Open deals above an id: the ids of the first 200, ascending, and how many there are. Pages past the 10,000 a search gives. One call. */
  readonly openDeals: (afterId: string) => Promise<{ readonly ids: readonly string[]; readonly total: number }>;
};

const isOpen = { propertyName: 'hs_is_closed', operator: FilterOperatorEnum.Eq, value: 'false' };

/**
 * @param transport - where the calls go
 */
export function createOpenDealsPort(transport: Transport): OpenDealsPort {
  const search = connectSearch(transport);
  return {
    openDeals: (afterId) =>
      search('deals', {
        filterGroups: [[isOpen, { propertyName: 'hs_object_id', operator: FilterOperatorEnum.Gt, value: afterId }]],
        limit: searchPage,
      }),
  };
}
