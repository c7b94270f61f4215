import * as z from 'zod/mini';
import type { AssociationType } from '../association-types.ts';
import { invalidRequest, recordNotFound } from '../errors.ts';
import { writtenRecord } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, limitParameter, readBody, writeContext } from '../operation.ts';
import { oldAssociationsPaths, recordAssociationsPaths } from '../paths.ts';
import type { End, Linked } from '../store/associations.ts';
import { linkRecords, unlinkRecords } from '../store/linking.ts';
import { ownerFence } from '../tokens.ts';
import { requireDefaultType, requireType } from './association-types.ts';
import { findRecord, isRecordId, requireRecord } from './record-access.ts';

/** Links of one record: list, make (plain or labelled), take off. */
export const associationOperations: readonly Operation[] = [
  { method: 'PUT', paths: recordAssociationsPaths('/default/:toType/:toId'), handle: linkPlainly },
  { method: 'GET', paths: recordAssociationsPaths('/:toType'), handle: listLinked },
  { method: 'PUT', paths: recordAssociationsPaths('/:toType/:toId'), handle: linkLabelled },
  { method: 'DELETE', paths: recordAssociationsPaths('/:toType/:toId'), handle: unlink },
  { method: 'GET', paths: oldAssociationsPaths('/:toType'), handle: listByName },
  { method: 'PUT', paths: oldAssociationsPaths('/:toType/:toId/:type'), handle: linkByName },
  { method: 'DELETE', paths: oldAssociationsPaths('/:toType/:toId/:type'), handle: unlinkByName },
];

const typesSchema = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() }));

/** Two records a request names, both visible to whoever asks. */
type Pair = { readonly from: ObjectKind; readonly to: ObjectKind; readonly fromEnd: End; readonly toEnd: End };

function pairOf(call: Call): Pair {
  const from = kindOf(call, 'write');
  const to = kindOf(call, 'write', 'toType');
  return {
    from,
    to,
    fromEnd: requireEnd(call, from, call.parameter('objectId')),
    toEnd: requireEnd(call, to, call.parameter('toId')),
  };
}

/** @throws {ApiError} 404 */
export function requireEnd(call: Call, kind: ObjectKind, id: string): End {
  const record = findRecord(call, kind, id, null);
  if (record === null) throw recordNotFound(id);
  return { typeId: kind.typeId, id: record.id };
}

function listLinked(call: Call): Reply {
  return listAs(call, (linked) => [wireLinked(call, linked)]);
}

function listByName(call: Call): Reply {
  return listAs(call, ({ id, types }) => types.map(({ name }) => ({ id: String(id), type: name })));
}

function listAs(call: Call, wire: (linked: Linked) => readonly unknown[]): Reply {
  const from = kindOf(call, 'read');
  const to = kindOf(call, 'read', 'toType');
  const limit = limitParameter(call, limits.associationPage, limits.associationPage);
  const after = call.query.get('after') ?? '0';
  if (!isRecordId(after)) throw invalidRequest(`Invalid value for after: ${after}`);
  const found = call.store.associations.linked(requireEnd(call, from, call.parameter('objectId')), to.typeId, {
    afterId: Number(after),
    limit: limit + 1,
    ownerId: ownerFence(call.actor, to),
  });
  const page = found.slice(0, limit);
  const last = page.at(-1)?.id;
  return {
    status: 200,
    body: {
      results: page.flatMap(wire),
      ...(found.length > limit && last !== undefined ? { paging: { next: { after: String(last) } } } : {}),
    },
  };
}

/** A linked record as the API sends it. */
export function wireLinked(call: Call, { id, types }: Linked) {
  return { toObjectId: wireId(call, id), associationTypes: types.map((type) => wireType(call, type)) };
}

/** Ids of linked records are numbers on the numbered paths and text on the dated ones. */
const wireId = ({ isDated }: Call, id: number) => (isDated ? String(id) : id);

/** A plain type's label is null on the numbered paths and left out on the dated ones. */
export function wireType({ isDated }: Call, { category, number, label }: AssociationType) {
  return { category, typeId: number, ...(isDated && label === null ? {} : { label }) };
}

function linkPlainly(call: Call): Reply {
  const { from, to, fromEnd, toEnd } = pairOf(call);
  const type = requireDefaultType(call, from, to);
  call.store.database.transaction(() => linkRecords(call.store, fromEnd, toEnd, [type], writeContext(call)));
  const at = new Date(call.now).toISOString();
  return {
    status: 200,
    body: { status: 'COMPLETE', results: wireDefault(fromEnd, toEnd, type), startedAt: at, completedAt: at },
  };
}

/** A plain link, in both directions. */
export function wireDefault(from: End, to: End, { category, number, inverse }: AssociationType) {
  const spec = (associationTypeId: number) => ({ associationCategory: category, associationTypeId });
  const [fromId, toId] = [{ id: String(from.id) }, { id: String(to.id) }];
  return [
    { from: fromId, to: toId, associationSpec: spec(number) },
    { from: toId, to: fromId, associationSpec: spec(inverse) },
  ];
}

function linkLabelled(call: Call): Reply {
  const { from, to, fromEnd, toEnd } = pairOf(call);
  const types = readBody(call, typesSchema).map((spec) => requireType(call, from, to, spec));
  call.store.database.transaction(() => linkRecords(call.store, fromEnd, toEnd, types, writeContext(call)));
  return { status: 201, body: wireLabels(call, fromEnd, toEnd, types) };
}

export function wireLabels(call: Call, from: End, to: End, types: readonly AssociationType[]) {
  return {
    fromObjectTypeId: from.typeId,
    fromObjectId: wireId(call, from.id),
    toObjectTypeId: to.typeId,
    toObjectId: wireId(call, to.id),
    labels: types.flatMap(({ label }) => label ?? []),
  };
}

/** A type as version 3 names it: by its name or its number. */
function typeByName(call: Call, { from, to }: Pair): AssociationType {
  const named = call.parameter('type');
  const found = call.store.associations
    .types(from.typeId, to.typeId)
    .find(({ name, number }) => name === named || String(number) === named);
  if (found === undefined)
    throw invalidRequest(`No association type ${named} leads from ${from.typeId} to ${to.typeId}.`);
  return found;
}

function linkByName(call: Call): Reply {
  const pair = pairOf(call);
  const { from, fromEnd, toEnd } = pair;
  const type = typeByName(call, pair);
  const linked = call.store.database.transaction(() => {
    linkRecords(call.store, fromEnd, toEnd, [type], writeContext(call));
    return requireRecord(call, from, call.parameter('objectId'), null);
  });
  const associations = { [pair.to.plural]: { results: [{ id: String(toEnd.id), type: type.name }] } };
  return { status: 200, body: { ...writtenRecord(call.store, from, linked), associations } };
}

function unlinkByName(call: Call): Reply {
  const pair = pairOf(call);
  const types = [typeByName(call, pair)];
  call.store.database.transaction(() => unlinkRecords(call.store, pair.fromEnd, pair.toEnd, types, writeContext(call)));
  return { status: 204 };
}

function unlink(call: Call): Reply {
  const { fromEnd, toEnd } = pairOf(call);
  call.store.database.transaction(() => unlinkRecords(call.store, fromEnd, toEnd, null, writeContext(call)));
  return { status: 204 };
}
