import * as z from 'zod/mini';
import { isCrmError } from './crm-error.ts';
import type { CrmErrorKind } from './crm-error.ts';
import type { Properties, PropertyHistory } from './properties.ts';
import { createJsonApi } from './json-api.ts';
import type { Transport } from './transport.ts';

/** `createdAt` and `updatedAt` in ISO 8601, where HubSpot says them. */
export type JsonRecord = {
  readonly id: string;
  readonly properties: Properties;
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
};

/** A link a new record gets: to which record, and HubSpot's number for what it means. */
export type Link = { readonly id: string; readonly type: number };

/** Records of any type without the SDK, which alone weighs as much as a function that reads four of them. Every method throws `CrmError`. */
export type JsonRecords = {
  /** Null when there is none. */
  readonly read: (objectType: string, id: string, properties: readonly string[]) => Promise<JsonRecord | null>;
  /** As `read`, with the ids of the linked records of one type. */
  readonly readLinked: (
    objectType: string,
    id: string,
    properties: readonly string[],
    linkedType: string,
  ) => Promise<(JsonRecord & { readonly linkedIds: readonly string[] }) | null>;
  /** Those there are of at most 100. */
  readonly readBatch: (
    objectType: string,
    ids: readonly string[],
    properties: readonly string[],
    idProperty?: string,
  ) => Promise<readonly JsonRecord[]>;
  /** As `read`, with what some properties were before, newest first; throws for a record that is not there. */
  readonly readHistory: (
    objectType: string,
    id: string,
    properties: readonly string[],
    withHistory: readonly string[],
  ) => Promise<JsonRecord & { readonly history: PropertyHistory }>;
  /** Ids of those that were written, of at most 100; HubSpot refuses all or none. */
  readonly updateBatch: (
    objectType: string,
    updates: readonly { readonly id: string; readonly properties: Readonly<Record<string, string>> }[],
  ) => Promise<readonly string[]>;
  /** Id of the new record; null when another has one of its unique values. */
  readonly create: (
    objectType: string,
    properties: Readonly<Record<string, string>>,
    links?: readonly Link[],
  ) => Promise<string | null>;
  readonly update: (objectType: string, id: string, properties: Readonly<Record<string, string>>) => Promise<void>;
  /** Writes one record by a unique value, whether or not it is there. */
  readonly put: (
    objectType: string,
    id: string,
    idProperty: string,
    properties: Readonly<Record<string, string>>,
  ) => Promise<void>;
};

const recordSchema = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.nullable(z.string())),
  createdAt: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
  associations: z.optional(z.record(z.string(), z.object({ results: z.array(z.object({ id: z.string() })) }))),
});
/** Records that do not exist come back as errors of their own; any other error is one. */
const batchSchema = z.object({
  results: z.array(recordSchema),
  errors: z.optional(z.array(z.object({ category: z.literal('OBJECT_NOT_FOUND') }))),
});
const historySchema = z.extend(recordSchema, {
  propertiesWithHistory: z.optional(
    z.nullable(z.record(z.string(), z.array(z.object({ value: z.string(), timestamp: z.string() })))),
  ),
});
const writtenSchema = z.object({ results: z.array(z.object({ id: z.string() })) });
const idSchema = z.object({ id: z.string() });

/**
 * @param transport - where the calls go
 */
export function createJsonRecords(transport: Transport): JsonRecords {
  const api = createJsonApi(transport);
  const pathOf = (objectType: string, id?: string) =>
    `/crm/v3/objects/${objectType}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
  const get = (objectType: string, id: string, properties: readonly string[], more = '') =>
    orNull('not_found', () =>
      api.read(`${pathOf(objectType, id)}?properties=${properties.join(',')}${more}`, recordSchema),
    );
  return {
    read: get,
    readLinked: async (objectType, id, properties, linkedType) => {
      const record = await get(objectType, id, properties, `&associations=${linkedType}`);
      return record === null
        ? null
        : {
            ...record,
            linkedIds: [...new Set((record.associations?.[linkedType]?.results ?? []).map((linked) => linked.id))],
          };
    },
    readBatch: async (objectType, ids, properties, idProperty) => {
      if (ids.length === 0) return [];
      const unique = idProperty === undefined ? {} : { idProperty };
      return (
        await api.ask(
          `${pathOf(objectType)}/batch/read`,
          { inputs: ids.map((id) => ({ id })), properties, propertiesWithHistory: [], ...unique },
          batchSchema,
        )
      ).results;
    },
    readHistory: async (objectType, id, properties, withHistory) => {
      const record = await api.read(
        `${pathOf(objectType, id)}?properties=${properties.join(',')}&propertiesWithHistory=${withHistory.join(',')}`,
        historySchema,
      );
      const history = Object.entries(record.propertiesWithHistory ?? {}).map(
        ([name, entries]) => [name, entries.map(({ value, timestamp }) => ({ value, at: timestamp }))] as const,
      );
      return { ...record, history: Object.fromEntries(history) };
    },
    updateBatch: async (objectType, updates) =>
      (
        await api.ask(
          `${pathOf(objectType)}/batch/update`,
          { inputs: updates.map(({ id, properties }) => ({ id, properties })) },
          writtenSchema,
        )
      ).results.map(({ id }) => id),
    create: (objectType, properties, links = []) =>
      orNull('conflict', async () => {
        const associations = links.map(({ id, type }) => ({
          to: { id },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: type }],
        }));
        return (await api.ask(pathOf(objectType), { properties, associations }, idSchema)).id;
      }),
    update: (objectType, id, properties) => api.write('PATCH', pathOf(objectType, id), { properties }),
    put: (objectType, id, idProperty, properties) =>
      api.write('POST', `${pathOf(objectType)}/batch/upsert`, { inputs: [{ id, idProperty, properties }] }),
  };
}

/** Null in place of one kind of failure. */
async function orNull<T>(kind: CrmErrorKind, call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isCrmError(error) && error.kind === kind) return null;
    throw error;
  }
}
