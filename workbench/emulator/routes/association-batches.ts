import * as z from 'zod/mini';
import { iso } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody, writeContext } from '../operation.ts';
import { associationsPaths } from '../paths.ts';
import { linkRecords, unlinkRecords } from '../store/linking.ts';
import { ownerFence } from '../tokens.ts';
import { requireDefaultType, requireType } from './association-types.ts';
import { requireEnd, wireDefault, wireLabels, wireLinked } from './associations.ts';
import { findRecord } from './record-access.ts';
import { checkBatchSize } from './record-bodies.ts';

/** Links of many records at once. */
export const associationBatchOperations: readonly Operation[] = [
  { method: 'POST', paths: associationsPaths('/batch/read'), handle: readLinked },
  { method: 'POST', paths: associationsPaths('/batch/associate/default'), handle: linkPlainly },
  { method: 'POST', paths: associationsPaths('/batch/create'), handle: linkLabelled },
  { method: 'POST', paths: associationsPaths('/batch/archive'), handle: unlink },
  { method: 'POST', paths: associationsPaths('/batch/labels/archive'), handle: takeLabelsOff },
];

const idSchema = z.object({ id: z.pipe(z.union([z.string(), z.number()]), z.transform(String)) });
const typesSchema = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() }));
const readSchema = z.object({ inputs: z.array(z.extend(idSchema, { after: z.optional(z.nullable(z.string())) })) });
const pairsSchema = z.object({ inputs: z.array(z.object({ from: idSchema, to: idSchema })) });
const labelledSchema = z.object({ inputs: z.array(z.object({ from: idSchema, to: idSchema, types: typesSchema })) });
const archiveSchema = z.object({ inputs: z.array(z.object({ from: idSchema, to: z.array(idSchema) })) });

function kindsOf(call: Call, access: 'read' | 'write'): readonly [from: ObjectKind, to: ObjectKind] {
  return [kindOf(call, access, 'fromType'), kindOf(call, access, 'toType')];
}

/** Records without links, or not there, come back as errors beside the others. */
function readLinked(call: Call): Reply {
  const [from, to] = kindsOf(call, 'read');
  const { inputs } = readBody(call, readSchema);
  checkBatchSize(inputs, limits.associationBatchInputs);
  const results = [];
  const none = [];
  for (const { id, after } of inputs) {
    const record = findRecord(call, from, id, null);
    const query = {
      afterId: Number(after ?? '0'),
      limit: limits.associationPage + 1,
      ownerId: ownerFence(call.actor, to),
    };
    const linked =
      record === null ? [] : call.store.associations.linked({ typeId: from.typeId, id: record.id }, to.typeId, query);
    const page = linked.slice(0, limits.associationPage);
    const last = page.at(-1)?.id;
    if (last === undefined) none.push(id);
    else
      results.push({
        from: { id },
        to: page.map((one) => wireLinked(call, one)),
        ...(linked.length > page.length ? { paging: { next: { after: String(last) } } } : {}),
      });
  }
  const errors = none.map((id) => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from.typeId], toObjectType: [to.typeId] },
    errors: [],
    links: {},
  }));
  return complete(call, errors.length === 0 ? 200 : 207, results, errors);
}

function linkPlainly(call: Call): Reply {
  const [from, to] = kindsOf(call, 'write');
  const { inputs } = readBody(call, pairsSchema);
  checkBatchSize(inputs, limits.associationBatchInputs);
  const type = requireDefaultType(call, from, to);
  const results = call.store.database.transaction(() =>
    inputs.flatMap((input) => {
      const ends = [requireEnd(call, from, input.from.id), requireEnd(call, to, input.to.id)] as const;
      linkRecords(call.store, ...ends, [type], writeContext(call));
      return wireDefault(...ends, type);
    }),
  );
  return complete(call, 200, results);
}

function linkLabelled(call: Call): Reply {
  const [from, to] = kindsOf(call, 'write');
  const { inputs } = readBody(call, labelledSchema);
  checkBatchSize(inputs, limits.associationBatchInputs);
  const results = call.store.database.transaction(() =>
    inputs.map((input) => {
      const ends = [requireEnd(call, from, input.from.id), requireEnd(call, to, input.to.id)] as const;
      const types = input.types.map((spec) => requireType(call, from, to, spec));
      linkRecords(call.store, ...ends, types, writeContext(call));
      return wireLabels(call, ...ends, types);
    }),
  );
  // As published: created on the numbered path, done on the dated one.
  return complete(call, call.isDated ? 200 : 201, results);
}

function unlink(call: Call): Reply {
  const [from, to] = kindsOf(call, 'write');
  const { inputs } = readBody(call, archiveSchema);
  call.store.database.transaction(() => {
    for (const input of inputs)
      for (const target of input.to)
        unlinkRecords(
          call.store,
          requireEnd(call, from, input.from.id),
          requireEnd(call, to, target.id),
          null,
          writeContext(call),
        );
  });
  return done(call);
}

function takeLabelsOff(call: Call): Reply {
  const [from, to] = kindsOf(call, 'write');
  const { inputs } = readBody(call, labelledSchema);
  call.store.database.transaction(() => {
    for (const input of inputs) {
      const types = input.types.map((spec) => requireType(call, from, to, spec));
      unlinkRecords(
        call.store,
        requireEnd(call, from, input.from.id),
        requireEnd(call, to, input.to.id),
        types,
        writeContext(call),
      );
    }
  });
  return done(call);
}

/** Nothing on the numbered paths; on the dated ones that it is complete. */
function done(call: Call): Reply {
  return call.isDated ? complete(call, 200, []) : { status: 204 };
}

function complete(call: Call, status: number, results: readonly unknown[], errors: readonly unknown[] = []): Reply {
  const at = iso(call.now);
  return {
    status,
    body: {
      status: 'COMPLETE',
      results,
      startedAt: at,
      completedAt: at,
      ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    },
  };
}
