import type { ObjectKind } from '../object-types.ts';
import { indexedAs } from '../values/search-value.ts';
import type { Property } from './property-definitions.ts';
import { unknownGroup } from './property-definitions.ts';
import type { Store } from './store.ts';

/** New properties, checked before, with their places in search. */
export function addProperties(
  { database, properties, searchIndex }: Store,
  kind: ObjectKind,
  added: readonly Property[],
): void {
  database.transaction(() => {
    for (const property of added) properties.save(kind.typeId, property);
    searchIndex.ensure(kind.typeId, added);
  });
}

/** @throws {ApiError} 400 when there is no such group */
export function updateProperty(
  { database, properties, searchIndex }: Store,
  kind: ObjectKind,
  before: Property,
  after: Property,
): void {
  if (!properties.groups(kind.typeId).some(({ name }) => name === after.groupName)) throw unknownGroup(after.groupName);
  properties.save(kind.typeId, after);
  if (indexedAs(before) === indexedAs(after)) return;
  const rows = database.all('SELECT id, property_values FROM records WHERE type_id = ? AND archived_at IS NULL', [
    kind.typeId,
  ]);
  searchIndex.rebuild(
    kind.typeId,
    after,
    rows.map((row) => ({
      id: Number(row['id']),
      values: JSON.parse(String(row['property_values'])) as Record<string, string>,
    })),
  );
}
