import type { ObjectKind } from '../object-types.ts';
import type { Call } from '../operation.ts';
import { writeContext } from '../operation.ts';
import type { StoredRecord } from '../store/records.ts';
import type { SentValues } from '../store/value-check.ts';
import type { CreateInput } from './record-bodies.ts';

/**
 * A new record, with what HubSpot's pages add: a user's record belongs to the user unless said otherwise.
 *
 * @throws {ApiError} as the record store
 */
export function createRecord(call: Call, kind: ObjectKind, input: CreateInput): StoredRecord {
  const { user } = call.actor;
  const properties: SentValues = user !== undefined && kind.hasOwner ? { hubspot_owner_id: user.ownerId, ...input.properties } : input.properties;
  return call.store.records.create(kind, properties, writeContext(call));
}
