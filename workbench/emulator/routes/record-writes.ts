import { invalidRequest } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call } from '../operation.ts';
import { writeContext } from '../operation.ts';
import { linkRecords, unlinkAll, valuesByLinks } from '../store/linking.ts';
import type { StoredRecord } from '../store/records.ts';
import { checkWriteRules } from '../store/write-rules.ts';
import { rollUpChange } from '../store/roll-ups.ts';
import type { SentValues } from '../store/value-check.ts';
import { requireType, targetOf } from './association-types.ts';
import { findRecord } from './record-access.ts';
import type { CreateInput } from './record-bodies.ts';

/**
 * A new record with its links, and with what HubSpot's pages add: a user's record belongs to the user unless said otherwise. Runs inside a transaction.
 *
 * @throws {ApiError} as the record store, or 400 for a link that cannot be made
 */
export function createRecord(call: Call, kind: ObjectKind, input: CreateInput): StoredRecord {
  const { user } = call.actor;
  const properties: SentValues =
    user !== undefined && kind.hasOwner ? { hubspot_owner_id: user.ownerId, ...input.properties } : input.properties;
  const { pipelineProperties } = kind;
  if (call.isDated)
    checkWriteRules(call.store, kind, null, {
      ...(pipelineProperties === null ? {} : { [pipelineProperties.pipeline]: pipelineProperties.standard }),
      ...properties,
    });
  const links = (input.associations ?? []).map((association) => linkOf(call, kind, association));
  const record = call.store.records.create(kind, properties, writeContext(call), valuesByLinks(links, kind.typeId));
  for (const { typeId, id, types } of links)
    linkRecords(call.store, { typeId: kind.typeId, id: record.id }, { typeId, id }, types, writeContext(call));
  return record;
}

/**
 * Writes values of a record, and what comes of them in records it is linked to. Runs inside a transaction.
 *
 * @throws {ApiError} as the record store
 */
export function updateRecord(call: Call, kind: ObjectKind, record: StoredRecord, properties: SentValues): StoredRecord {
  const written = { ...closingDate(call, kind, record, properties), ...properties };
  if (call.isDated) checkWriteRules(call.store, kind, record.values, written);
  const updated = call.store.records.update(kind, record, written, writeContext(call));
  rollUpChange(call.store, { typeId: kind.typeId, id: record.id }, writeContext(call));
  return updated;
}

/** A deal that moves into a closed stage closes now, unless the write says when. */
function closingDate({ store, now }: Call, kind: ObjectKind, { values }: StoredRecord, sent: SentValues): SentValues {
  if (kind.computedRule !== 'deal' || values['hs_is_closed'] === 'true') return {};
  const pipeline = sent['pipeline'] ?? values['pipeline'];
  const stageId = sent['dealstage'] ?? values['dealstage'];
  const stage = store.pipelines
    .list(kind.typeId)
    .find(({ id }) => id === pipeline)
    ?.stages.find(({ id }) => id === stageId);
  return stage?.metadata['isClosed'] === 'true' ? { closedate: new Date(now).toISOString() } : {};
}

/** @throws {ApiError} 400 */
function linkOf(call: Call, kind: ObjectKind, { to, types }: NonNullable<CreateInput['associations']>[number]) {
  const [first] = types;
  if (first === undefined)
    throw invalidRequest('One or more associations are invalid', { context: { objectId: [to.id] } });
  const target = targetOf(call, kind, first);
  const linked = findRecord(call, target, to.id, null);
  if (linked === null)
    throw invalidRequest('One or more associations are invalid', {
      context: {
        INVALID_OBJECT_IDS: [`${target.messageName}=${to.id} is not valid`],
        objectId: [to.id],
        objectType: [target.messageName],
      },
    });
  return { typeId: target.typeId, id: linked.id, types: types.map((spec) => requireType(call, kind, target, spec)) };
}

/** Moves a record to the archive, out of search and out of its links. */
export function archiveRecord(call: Call, kind: ObjectKind, record: StoredRecord): void {
  unlinkAll(call.store, { typeId: kind.typeId, id: record.id }, writeContext(call));
  call.store.records.archive(kind, record, writeContext(call));
}
