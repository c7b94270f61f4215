import * as z from 'zod/mini';
import type { AssociationType } from '../association-types.ts';
import { ApiError } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { associationsPaths } from '../paths.ts';
import { wireType } from './associations.ts';

/** What links between two kinds of records can mean. */
export const associationLabelOperations: readonly Operation[] = [
  { method: 'GET', paths: associationsPaths('/labels'), handle: listTypes },
  { method: 'POST', paths: associationsPaths('/labels'), handle: createLabel },
];

const labelSchema = z.object({ name: z.string(), label: z.string(), inverseLabel: z.optional(z.nullable(z.string())) });

function kindsOf(call: Call, access: 'schemaRead' | 'schemaWrite'): readonly [from: ObjectKind, to: ObjectKind] {
  return [kindOf(call, access, 'fromType'), kindOf(call, access, 'toType')];
}

function listTypes(call: Call): Reply {
  const [from, to] = kindsOf(call, 'schemaRead');
  return {
    status: 200,
    body: { results: call.store.associations.types(from.typeId, to.typeId).map((type) => wireType(call, type)) },
  };
}

function createLabel(call: Call): Reply {
  const [from, to] = kindsOf(call, 'schemaWrite');
  const { name, label, inverseLabel } = readBody(call, labelSchema);
  const { associations } = call.store;
  if (associations.types(from.typeId, to.typeId).some((type) => type.name === name)) {
    throw new ApiError(409, {
      message: `An association type named '${name}' already exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
    });
  }
  const number = associations.nextTypeNumber();
  const forth: AssociationType = {
    number,
    category: 'USER_DEFINED',
    fromType: from.typeId,
    toType: to.typeId,
    name,
    label,
    inverse: number + 1,
  };
  const back: AssociationType = {
    number: number + 1,
    category: 'USER_DEFINED',
    fromType: to.typeId,
    toType: from.typeId,
    name: `${name}_inverse`,
    label: inverseLabel ?? label,
    inverse: number,
  };
  associations.addTypes([forth, back]);
  return { status: 200, body: { results: [forth, back].map((type) => wireType(call, type)) } };
}
