import type { ObjectKind } from './object-types.ts';
import type { Store } from './store/store.ts';
import { instantOf } from './values/property-value.ts';
import type { StoredRecord } from './store/records.ts';

/** Which properties an answer shows; null for the ones HubSpot shows unasked. */
export type Shown = { readonly properties: readonly string[] | null; readonly history: readonly string[] };

/**
 * A record as the API sends it: unset properties are null, unknown ones are left out.
 *
 * @param shown - what was asked for
 */
export function wireRecord(store: Store, kind: ObjectKind, record: StoredRecord, shown: Shown) {
  const definitions = store.properties.live(kind.typeId);
  const asked =
    shown.properties === null
      ? kind.defaultProperties
      : [...shown.properties, kind.createdProperty, kind.modifiedProperty, 'hs_object_id'];
  const names = [...new Set(asked)].filter((name) => definitions.has(name)).sort();
  const history = shown.history.filter((name) => definitions.has(name));
  return {
    id: String(record.id),
    properties: Object.fromEntries(names.map((name) => [name, record.values[name] ?? null])),
    ...(history.length === 0
      ? {}
      : {
          propertiesWithHistory: store.history.read(
            record.id,
            history,
            record.values,
            (name) => definitions.get(name)?.calculated === true,
          ),
        }),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
    archived: record.archivedAt !== null,
    ...(record.archivedAt === null ? {} : { archivedAt: iso(record.archivedAt) }),
  };
}

/** What a write answers with: everything that has a value, and which values were taken for others than were sent. */
export function writtenRecord(store: Store, kind: ObjectKind, record: StoredRecord) {
  const warnings = (record.normalized ?? []).map(({ property, sent, text }) => ({
    category: 'PROPERTY_VALUE_NORMALIZED',
    message: `${property} was normalized`,
    context: { propertyName: property, rawValue: sent, normalizedValue: String(instantOf(text)) },
  }));
  return {
    ...wireRecord(store, kind, record, { properties: Object.keys(record.values), history: [] }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** An instant as the API sends it. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
