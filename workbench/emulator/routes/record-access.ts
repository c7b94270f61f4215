import { invalidRequest, recordNotFound } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call } from '../operation.ts';
import type { StoredRecord } from '../store/records.ts';
import { isVisible } from '../tokens.ts';

/**
 * Finds the record a request means, by id or by a unique property.
 *
 * @param idProperty - null for the record id
 * @returns null when there is none the actor can see
 * @throws {ApiError} 400 when the property is not unique
 */
export function findRecord(call: Call, kind: ObjectKind, id: string, idProperty: string | null): StoredRecord | null {
  const record =
    idProperty === null || idProperty === 'hs_object_id' ? byId(call, kind, id) : byUnique(call, kind, id, idProperty);
  return record !== null && isVisible(call.actor, kind, record) ? record : null;
}

/** @throws {ApiError} 404, or 400 as `findRecord` */
export function requireRecord(call: Call, kind: ObjectKind, id: string, idProperty: string | null): StoredRecord {
  const record = findRecord(call, kind, id, idProperty);
  if (record === null) throw recordNotFound(id);
  return record;
}

function byId({ store }: Call, kind: ObjectKind, id: string): StoredRecord | null {
  return isRecordId(id) ? (store.records.read(kind, [Number(id)])[0] ?? null) : null;
}

function byUnique({ store }: Call, kind: ObjectKind, value: string, property: string): StoredRecord | null {
  requireUniqueProperty({ store }, kind, property);
  return store.records.findByUnique(kind, property, value);
}

/** @throws {ApiError} 400 */
export function requireUniqueProperty({ store }: Pick<Call, 'store'>, kind: ObjectKind, property: string): void {
  const definition = store.properties.live(kind.typeId).get(property);
  if (definition === undefined)
    throw invalidRequest(`Property "${property}" does not exist`, { context: { propertyName: [property] } });
  if (!definition.hasUniqueValue)
    throw invalidRequest(`Property "${property}" is not a unique identifier property`, {
      context: { propertyName: [property] },
    });
}

/** Ids beyond what a number holds exactly belong to nobody here. */
export function isRecordId(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}
