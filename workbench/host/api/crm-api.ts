import type { Fetch } from './crm-client.ts';
import {
  associationsSchema,
  batchSchema,
  groupsSchema,
  ownersSchema,
  pipelinesSchema,
  propertiesSchema,
  recordSchema,
  searchSchema,
} from './crm-schemas.ts';
import type { CrmRecord, Owner, Pipeline, Property, PropertyGroup } from './crm-schemas.ts';

/** HubSpot takes at most this many records in one batch call. */
const batchSize = 100;

export type Search = {
  readonly query?: string;
  readonly filterGroups?: readonly unknown[];
  readonly sorts?: readonly unknown[];
  readonly properties?: readonly string[];
  readonly limit?: number;
  readonly after?: string;
};

export type SearchAnswer = { readonly total: number; readonly results: readonly CrmRecord[]; readonly after?: string };

export type AssociatedRecord = {
  readonly id: string;
  readonly types: readonly { readonly category: string; readonly typeId: number; readonly label: string }[];
};

/** The calls of HubSpot's API that the page makes. Object types are given as HubSpot accepts them in paths. */
export type CrmApi = ReturnType<typeof createCrmApi>;

export function createCrmApi(fetchJson: Fetch) {
  const objects = (type: string) => `/crm/v3/objects/${encodeURIComponent(type)}`;

  return {
    properties: async (type: string): Promise<readonly Property[]> =>
      propertiesSchema.parse(await fetchJson(`/crm/v3/properties/${encodeURIComponent(type)}`)).results,

    propertyGroups: async (type: string): Promise<readonly PropertyGroup[]> =>
      groupsSchema.parse(await fetchJson(`/crm/v3/properties/${encodeURIComponent(type)}/groups`)).results,

    owners: async (): Promise<readonly Owner[]> =>
      ownersSchema.parse(await fetchJson('/crm/v3/owners?limit=100')).results,

    pipelines: async (type: string): Promise<readonly Pipeline[]> =>
      pipelinesSchema.parse(await fetchJson(`/crm/v3/pipelines/${encodeURIComponent(type)}`)).results,

    record: async (type: string, id: string, properties: readonly string[]): Promise<CrmRecord> => {
      // A list of all properties is too long for an address; a batch of one says the same.
      const { results } = batchSchema.parse(
        await fetchJson(`${objects(type)}/batch/read`, {
          method: 'POST',
          body: { inputs: [{ id }], properties, propertiesWithHistory: [] },
        }),
      );
      return results[0] ?? recordSchema.parse(await fetchJson(`${objects(type)}/${encodeURIComponent(id)}`));
    },

    records: async (
      type: string,
      ids: readonly string[],
      properties: readonly string[],
    ): Promise<readonly CrmRecord[]> => {
      const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
        ids.slice(index * batchSize, (index + 1) * batchSize),
      );
      const read = async (batch: readonly string[]) =>
        batchSchema.parse(
          await fetchJson(`${objects(type)}/batch/read`, {
            method: 'POST',
            body: { inputs: batch.map((id) => ({ id })), properties, propertiesWithHistory: [] },
          }),
        ).results;
      return (await Promise.all(batches.map(read))).flat();
    },

    update: async (type: string, id: string, properties: Readonly<Record<string, string>>): Promise<CrmRecord> =>
      recordSchema.parse(
        await fetchJson(`${objects(type)}/${encodeURIComponent(id)}`, { method: 'PATCH', body: { properties } }),
      ),

    create: async (type: string, properties: Readonly<Record<string, string>>): Promise<CrmRecord> =>
      recordSchema.parse(await fetchJson(objects(type), { method: 'POST', body: { properties, associations: [] } })),

    /** By the type of association HubSpot takes when none is named. */
    associate: async (type: string, id: string, toType: string, toId: string): Promise<void> => {
      const names = [type, id, 'associations', 'default', toType, toId].map(encodeURIComponent);
      await fetchJson(`/crm/v4/objects/${names.join('/')}`, { method: 'PUT' });
    },

    search: async (type: string, search: Search, signal?: AbortSignal): Promise<SearchAnswer> => {
      const body = { filterGroups: [], limit: 10, ...search };
      const { total, results, paging } = searchSchema.parse(
        await fetchJson(`${objects(type)}/search`, {
          method: 'POST',
          body,
          ...(signal === undefined ? {} : { signal }),
        }),
      );
      return { total, results, ...(paging?.next === undefined ? {} : { after: paging.next.after }) };
    },

    associations: async (
      type: string,
      id: string,
      toType: string,
      page: { readonly limit: number; readonly after?: string },
    ) => {
      const query = new URLSearchParams({
        limit: String(page.limit),
        ...(page.after === undefined ? {} : { after: page.after }),
      });
      const path = `/crm/v4/objects/${encodeURIComponent(type)}/${encodeURIComponent(id)}/associations/${encodeURIComponent(toType)}?${query.toString()}`;
      const { results, paging } = associationsSchema.parse(await fetchJson(path));
      const records = results.map(({ toObjectId, associationTypes }): AssociatedRecord => ({
        id: String(toObjectId),
        types: associationTypes.map((one) => ({ ...one, label: one.label ?? '' })),
      }));
      return { records, ...(paging?.next === undefined ? {} : { after: paging.next.after }) };
    },
  };
}
