import {
  SearchApiRequestFactory,
  SearchApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/objects/apis/SearchApi.js';
import { PublicObjectSearchRequest } from '@hubspot/api-client/lib/codegen/crm/objects/models/PublicObjectSearchRequest.js';
import { Filter } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import type { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import { FilterGroup } from '@hubspot/api-client/lib/codegen/crm/objects/models/FilterGroup.js';
import { recordsConfiguration } from './records.ts';
import { answerOf } from './sdk-http.ts';
import type { Transport } from './transport.ts';

/** The filters of one group, all of which a record must meet. */
export type SearchFilters = readonly {
  readonly propertyName: string;
  readonly operator: FilterOperatorEnum;
  readonly value?: string;
  readonly values?: string[];
}[];

/** Ids of records, ascending, of at most `limit`. */
export type IdSearch = { readonly filterGroups: readonly SearchFilters[]; readonly limit: number };

/**
 * HubSpot's search for ids, as its SDK builds and reads it. One call; throws `CrmError`.
 *
 * @param transport - where the calls go
 */
export function connectSearch(transport: Transport) {
  const configuration = recordsConfiguration(transport);
  const request = new SearchApiRequestFactory(configuration);
  const processor = new SearchApiResponseProcessor();
  return async (
    objectType: string,
    { filterGroups, limit }: IdSearch,
  ): Promise<{ readonly ids: readonly string[]; readonly total: number }> => {
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] as unknown as string[]; // the SDK's type knows only names; its serializer passes objects on, which is what HubSpot documents
    const wanted = Object.assign(new PublicObjectSearchRequest(), {
      filterGroups: filterGroups.map((filters) =>
        Object.assign(new FilterGroup(), { filters: filters.map((filter) => Object.assign(new Filter(), filter)) }),
      ),
      sorts,
      properties: ['hs_object_id'],
      limit,
      after: '0',
    });
    const { results, total } = await answerOf(configuration, request.doSearch(objectType, wanted), (answer) =>
      processor.doSearchWithHttpInfo(answer),
    );
    return { ids: results.map(({ id }) => id), total };
  };
}
