import { release, retain } from '@remote-ui/rpc';
import type {
  AssociationsPage,
  AssociationsRequest,
  FormatRequest,
  HookOptions,
  HostApi,
  Outcome,
  PropertyValues,
  SearchPage,
  SearchRequest,
} from '../../remote/worker-contract.ts';
import type { CrmApi } from '../api/crm-api.ts';
import { formatValues } from '../api/format-value.ts';
import type { FormatScope } from '../api/format-value.ts';
import { objectTypeOf } from '../api/object-types.ts';
import type { RecordStore } from '../api/record-store.ts';
import type { Vocabulary } from '../api/vocabulary.ts';

const usualPageLength = 10;

export type DataServicesOptions = {
  readonly api: CrmApi;
  readonly vocabularyOf: (type: string) => Promise<Vocabulary>;
  readonly formats: Omit<FormatScope, 'vocabulary'>;
  /** The record of the page; null on pages of the app. */
  readonly record: RecordStore | null;
};

type DataServices = Pick<
  HostApi,
  | 'fetchCrmProperties'
  | 'fetchAssociations'
  | 'fetchCrmSearch'
  | 'formatCrmProperties'
  | 'fetchCrmObjectProperties'
  | 'onCrmPropertiesUpdate'
  | 'refreshObjectProperties'
>;

const noRecord = 'There is no CRM record on this page.';

/**
 * What the data hooks and actions of an extension are answered with, over HubSpot's API as the viewer.
 *
 * @returns `end` stops pushing to the extension
 */
export function createDataServices(options: DataServicesOptions): {
  readonly services: DataServices;
  readonly end: () => void;
} {
  const { record } = options;
  const pushes = new Set<() => void>();
  const push = (store: RecordStore, listener: () => void) => {
    const unsubscribe = store.subscribe(listener);
    const stop = () => {
      unsubscribe();
      pushes.delete(stop);
    };
    pushes.add(stop);
    return stop;
  };
  const typeName = record?.type.path ?? '';
  const allNames = async () => [...(await options.vocabularyOf(typeName)).properties.keys()];
  const namesOf = (names: readonly string[] | '*') => (names === '*' ? allNames() : Promise.resolve(names));

  const services: DataServices = {
    fetchCrmProperties: async (names, onUpdate, hookOptions) => {
      if (record === null) return { ok: false, message: noRecord };
      retain(onUpdate);
      const read = async () => formatted(options, typeName, await record.read(names), hookOptions);
      const stop = push(record, () => void read().then(onUpdate).catch(ignore));
      const cleanup = () => {
        stop();
        release(onUpdate);
      };
      const first = await outcomeOf(read);
      if (!first.ok) {
        cleanup();
        return first;
      }
      return { ok: true, value: { data: first.value, cleanup } };
    },

    fetchCrmObjectProperties: (names) =>
      outcomeOf(async () => {
        if (record === null) throw new Error(noRecord);
        return emptyTexts(await record.read(await namesOf(names)));
      }),

    onCrmPropertiesUpdate: (names, callback) => {
      if (record === null) return;
      retain(callback);
      push(record, () => {
        const read = async () => emptyTexts(await record.read(await namesOf(names)));
        void outcomeOf(read)
          .then((outcome) => (outcome.ok ? callback(outcome.value) : callback({}, { message: outcome.message })))
          .catch(ignore);
      });
    },

    refreshObjectProperties: () => record?.refresh(),
    fetchCrmSearch: (request, hookOptions) => outcomeOf(() => search(options, request, hookOptions)),
    fetchAssociations: (request, hookOptions) =>
      record === null
        ? Promise.resolve({ ok: false, message: noRecord })
        : outcomeOf(() => associations(options, record, request, hookOptions)),
    formatCrmProperties: (request) => outcomeOf(() => format(options, request)),
  };
  const end = () => {
    for (const stop of [...pushes]) stop();
  };
  return { services, end };
}

async function search(
  options: DataServicesOptions,
  { objectType, properties = [], query, filterGroups, sorts, pageLength = usualPageLength, after }: SearchRequest,
  hookOptions?: HookOptions,
): Promise<SearchPage> {
  const type = objectTypeOf(objectType)?.path ?? objectType;
  const answer = await options.api.search(type, {
    properties,
    limit: pageLength,
    ...(query === undefined || query === '' ? {} : { query }),
    ...(filterGroups === undefined ? {} : { filterGroups }),
    ...(sorts === undefined ? {} : { sorts }),
    ...(after === undefined ? {} : { after }),
  });
  const results = await Promise.all(
    answer.results.map(async ({ id, properties: values }) => ({
      objectId: Number(id),
      properties: await formatted(options, type, only(values, properties), hookOptions),
    })),
  );
  return {
    results,
    total: answer.total,
    hasMore: answer.after !== undefined,
    ...(answer.after === undefined ? {} : { after: answer.after }),
  };
}

async function associations(
  options: DataServicesOptions,
  record: RecordStore,
  { toObjectType, properties = [], pageLength = usualPageLength, offset }: AssociationsRequest,
  hookOptions?: HookOptions,
): Promise<AssociationsPage> {
  const toType = objectTypeOf(toObjectType)?.path ?? toObjectType;
  const { records, after } = await options.api.associations(record.type.path, record.id, toType, {
    limit: pageLength,
    ...(offset === undefined || offset === 0 ? {} : { after: String(offset) }),
  });
  const read =
    records.length === 0
      ? []
      : await options.api.records(
          toType,
          records.map(({ id }) => id),
          properties,
        );
  const valuesOf = new Map(read.map(({ id, properties: values }) => [id, values]));
  const results = await Promise.all(
    records.map(async ({ id, types }) => ({
      toObjectId: Number(id),
      associationTypes: types,
      properties: await formatted(options, toType, only(valuesOf.get(id) ?? {}, properties), hookOptions),
    })),
  );
  return { results, hasMore: after !== undefined, nextOffset: Number(after ?? 0) };
}

async function format(
  options: DataServicesOptions,
  { propertiesList, objectType, formattingOptions }: FormatRequest,
): Promise<readonly PropertyValues[]> {
  const type = objectTypeOf(objectType)?.path ?? objectType;
  const hookOptions: HookOptions = {
    propertiesToFormat: 'all',
    ...(formattingOptions === undefined ? {} : { formattingOptions }),
  };
  return Promise.all(propertiesList.map((values) => formatted(options, type, values, hookOptions)));
}

async function formatted(
  { vocabularyOf, formats }: DataServicesOptions,
  type: string,
  values: PropertyValues,
  { propertiesToFormat, formattingOptions }: HookOptions = {},
): Promise<PropertyValues> {
  if (propertiesToFormat === undefined) return values;
  return formatValues(
    values,
    propertiesToFormat,
    { ...formats, vocabulary: await vocabularyOf(type) },
    formattingOptions,
  );
}

/** HubSpot's API adds its own properties to what was asked for, its hooks do not. */
function only(values: PropertyValues, names: readonly string[]): PropertyValues {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function emptyTexts(values: PropertyValues): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function ignore(): void {
  // A push that fails leaves the extension with the values it has; the next read reports what is wrong.
}
