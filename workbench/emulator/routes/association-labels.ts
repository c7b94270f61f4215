import * as z from 'zod/mini';
import type { AssociationType } from '../association-types.ts';
import { ApiError, invalidRequest } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { associationsPaths } from '../paths.ts';
import { wireType } from './associations.ts';

/** What links between two kinds of records can mean. */
export const associationLabelOperations: readonly Operation[] = [
  { method: 'GET', paths: associationsPaths('/labels'), handle: listTypes },
  { method: 'POST', paths: associationsPaths('/labels'), handle: createLabel },
  { method: 'PUT', paths: associationsPaths('/labels'), handle: renameLabel },
  { method: 'DELETE', paths: associationsPaths('/labels/:associationTypeId'), handle: removeLabel },
];

const labelSchema = z.object({ name: z.string(), label: z.string(), inverseLabel: z.optional(z.nullable(z.string())) });

const renameSchema = z.object({
  associationTypeId: z.int(),
  label: z.string(),
  inverseLabel: z.optional(z.nullable(z.string())),
});

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
  associations.saveTypes([forth, back]);
  return { status: 200, body: { results: [forth, back].map((type) => wireType(call, type)) } };
}

function renameLabel(call: Call): Reply {
  const { associationTypeId, label, inverseLabel } = readBody(call, renameSchema);
  const [forth, back] = ownLabel(call, associationTypeId);
  call.store.associations.saveTypes([
    { ...forth, label },
    { ...back, label: inverseLabel ?? label },
  ]);
  return { status: 204 };
}

/** Links that have no other meaning than this one are gone with it. */
function removeLabel(call: Call): Reply {
  call.store.associations.removeTypes(ownLabel(call, Number(call.parameter('associationTypeId'))));
  return { status: 204 };
}

/**
 * A label the account has made, in both directions.
 *
 * @throws {ApiError} 400
 */
function ownLabel(call: Call, number: number): readonly [forth: AssociationType, back: AssociationType] {
  const [from, to] = kindsOf(call, 'schemaWrite');
  const { associations } = call.store;
  const forth = associations
    .types(from.typeId, to.typeId)
    .find((type) => type.category === 'USER_DEFINED' && type.label !== null && type.number === number);
  const back = associations
    .types(to.typeId, from.typeId)
    .find((type) => type.category === 'USER_DEFINED' && type.number === forth?.inverse);
  if (forth === undefined || back === undefined)
    throw invalidRequest(
      `The account has made no association label with id ${number} from ${from.typeId} to ${to.typeId}.`,
    );
  return [forth, back];
}
