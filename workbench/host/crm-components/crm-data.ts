import { useCallback, useEffect } from 'react';
import { formatValue } from '../api/format-value.ts';
import { objectTypeOf, recordName } from '../api/object-types.ts';
import type { Vocabulary } from '../api/vocabulary.ts';
import { useExtensionScope } from '../components/extension-scope.ts';
import type { CrmScope } from '../components/extension-scope.ts';
import { useRemoteData } from '../remote-data.ts';
import type { RemoteData } from '../remote-data.ts';
import type { PropertyValues } from '../../remote/worker-contract.ts';
import { matchingRecords } from './matching-records.ts';
import type { CrmFilter, CrmSort } from './matching-records.ts';

const associationsPerRead = 500;

/** A list an extension gives a component. One written without types may have none yet, and HubSpot draws the rest all the same. */
export const listed = <T>(given: readonly T[] | null | undefined): readonly T[] => given ?? [];

/** A record as a component shows it. */
export type ShownRecord = {
  readonly id: string;
  readonly name: string;
  /** As stored. */
  readonly properties: PropertyValues;
  /** As people read them; an empty one is a dash. */
  readonly shown: (property: string) => string;
  /** Of its association with the record of the page. */
  readonly labels: readonly string[];
};

export type ShownRecords = {
  readonly vocabulary: Vocabulary;
  readonly records: readonly ShownRecord[];
  /** A property's label; its name where the account does not have it. */
  readonly labelOf: (property: string) => string;
};

/** Which record: that of the page, unless another one is named. */
export type Coordinates = { readonly objectTypeId?: string | undefined; readonly objectId?: number | undefined };

/** Reads one record's properties, and again when the page's record has changed. */
export function useCrmRecord(
  { objectTypeId, objectId }: Coordinates,
  names: readonly string[],
): RemoteData<ShownRecords> {
  const { crm } = useExtensionScope();
  const wanted = names.join('\n');
  const load = useCallback(async () => {
    const type = objectTypeId ?? crm.record?.type.typeId;
    const id = objectId === undefined ? crm.record?.id : String(objectId);
    if (type === undefined || id === undefined) throw new Error('There is no CRM record on this page.');
    return readRecords(crm, type, [{ id, labels: [] }], wanted === '' ? [] : wanted.split('\n'));
  }, [crm, objectTypeId, objectId, wanted]);
  return useFollowing(crm, load);
}

export type AssociatedQuery = {
  readonly objectTypeId: string;
  readonly properties: readonly string[];
  readonly filters?: readonly CrmFilter[] | undefined;
  readonly sorts?: readonly CrmSort[] | undefined;
  /** Only records with all of these labels. */
  readonly labels?: readonly string[] | undefined;
};

/** Reads the records of a type that are associated with the page's record, and again when that has changed. */
export function useAssociatedRecords(query: AssociatedQuery): RemoteData<ShownRecords> {
  const { crm } = useExtensionScope();
  // Props arrive from the worker as new objects each time; what they say is what counts.
  const key = JSON.stringify(query);
  const load = useCallback(async () => {
    const { objectTypeId, properties, filters = [], sorts = [], labels = [] } = JSON.parse(key) as AssociatedQuery;
    if (crm.record === null) throw new Error('There is no CRM record on this page.');
    const found = await readAssociated(crm, crm.record, objectTypeId);
    const labelled = found.filter((one) => labels.every((label) => one.labels.includes(label)));
    const names = [
      ...properties,
      ...filters.map(({ property }) => property),
      ...sorts.map(({ columnName }) => columnName),
    ];
    const read = await readRecords(crm, objectTypeId, labelled, [...new Set(names)]);
    return { ...read, records: matchingRecords(read.records, filters, sorts) };
  }, [crm, key]);
  return useFollowing(crm, load);
}

function useFollowing<T>({ record }: CrmScope, load: () => Promise<T>): RemoteData<T> {
  const [data, reload] = useRemoteData(load);
  useEffect(() => record?.subscribe(reload), [record, reload]);
  return data;
}

type Found = { readonly id: string; readonly labels: readonly string[] };

async function readAssociated(
  { api }: CrmScope,
  record: NonNullable<CrmScope['record']>,
  objectTypeId: string,
): Promise<readonly Found[]> {
  const toType = objectTypeOf(objectTypeId)?.path ?? objectTypeId;
  const found: Found[] = [];
  for (let after: string | undefined; ;) {
    const page = await api.associations(record.type.path, record.id, toType, {
      limit: associationsPerRead,
      ...(after === undefined ? {} : { after }),
    });
    found.push(
      ...page.records.map(({ id, types }) => ({
        id,
        labels: types.map(({ label }) => label).filter((label) => label !== ''),
      })),
    );
    if (page.after === undefined) return found;
    after = page.after;
  }
}

async function readRecords(
  { api, vocabularyOf, formats }: CrmScope,
  objectTypeId: string,
  found: readonly Found[],
  names: readonly string[],
): Promise<ShownRecords> {
  const type = objectTypeOf(objectTypeId);
  const path = type?.path ?? objectTypeId;
  const vocabulary = await vocabularyOf(path);
  const asked = [...new Set([...names, ...(type?.nameProperties ?? []), 'deal_currency_code'])];
  const known = asked.filter((name) => vocabulary.properties.has(name));
  const read =
    found.length === 0
      ? []
      : await api.records(
          path,
          found.map(({ id }) => id),
          known,
        );
  const byId = new Map(read.map(({ id, properties }) => [id, properties]));
  const records = found.flatMap(({ id, labels }) => {
    const properties = byId.get(id);
    if (properties === undefined) return [];
    const shown = (name: string) => {
      const property = vocabulary.properties.get(name);
      const text =
        property === undefined
          ? ''
          : formatValue(property, properties[name] ?? '', properties, { ...formats, vocabulary });
      return text === '' ? '–' : text;
    };
    return [{ id, labels, properties, shown, name: type === null ? `Record ${id}` : recordName(type, id, properties) }];
  });
  return { vocabulary, records, labelOf: (name) => vocabulary.properties.get(name)?.label ?? name };
}
