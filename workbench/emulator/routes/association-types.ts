import type { AssociationType } from '../association-types.ts';
import { invalidRequest } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call } from '../operation.ts';
import { defaultType } from '../store/linking.ts';

/** An association type as requests name it. */
export type TypeSpec = { readonly associationCategory: string; readonly associationTypeId: number };

/** @throws {ApiError} 400 when the number is of another pair of object types, or of none */
export function requireType({ store }: Call, from: ObjectKind, to: ObjectKind, spec: TypeSpec): AssociationType {
  const found = store.associations
    .types(from.typeId, to.typeId)
    .find(({ category, number }) => category === spec.associationCategory && number === spec.associationTypeId);
  if (found !== undefined) return found;
  throw invalidRequest(
    `No association type of category ${spec.associationCategory} with id ${spec.associationTypeId} leads from ${from.typeId} to ${to.typeId}.`,
    {
      context: {
        fromObjectTypeId: [from.typeId],
        toObjectTypeId: [to.typeId],
        associationTypeId: [String(spec.associationTypeId)],
      },
    },
  );
}

/** @throws {ApiError} 400 when records of these types cannot be linked */
export function requireDefaultType({ store }: Call, from: ObjectKind, to: ObjectKind): AssociationType {
  const found = defaultType(store, from.typeId, to.typeId);
  if (found === undefined)
    throw invalidRequest(`No default association exists between object types ${from.typeId} and ${to.typeId}.`);
  return found;
}

/**
 * The kind of record a type's number leads to, for links written with a new record, which name no kind.
 *
 * @throws {ApiError} 400
 */
export function targetOf({ store }: Call, from: ObjectKind, spec: TypeSpec): ObjectKind {
  const types = store.kinds.all().flatMap((kind) => store.associations.types(from.typeId, kind.typeId));
  const found = types.find(
    ({ category, number }) => category === spec.associationCategory && number === spec.associationTypeId,
  );
  if (found === undefined)
    throw invalidRequest(
      `invalid from object type ${from.typeId} for associations to be created: no type ${spec.associationCategory} ${spec.associationTypeId}`,
    );
  return store.kinds.resolve(found.toType);
}
