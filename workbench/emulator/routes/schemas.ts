import * as z from 'zod/mini';
import type { AssociationType } from '../association-types.ts';
import { ApiError, invalidRequest, notEmulated } from '../errors.ts';
import { iso } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { schemasPaths } from '../paths.ts';
import { customObjectProperties } from '../standard-properties/custom-objects.ts';
import { addProperties } from '../store/defining.ts';
import type { CustomSchema } from '../store/object-kinds.ts';
import { hubspotDefined } from '../store/property-definitions.ts';
import type { Property } from '../store/property-definitions.ts';
import { requireScope } from '../tokens.ts';
import { requireRoom } from './limits.ts';
import { ownProperty, propertyEggSchema } from './property-bodies.ts';
import { wireProperty } from './wire-property.ts';

/** Custom objects: define, list, read, delete. */
export const schemaOperations: readonly Operation[] = [
  { method: 'GET', paths: schemasPaths(''), handle: list },
  { method: 'POST', paths: schemasPaths(''), handle: create },
  { method: 'GET', paths: schemasPaths('/:objectType'), handle: read },
  { method: 'DELETE', paths: schemasPaths('/:objectType'), handle: remove },
];

const eggSchema = z.object({
  name: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]*$/)),
  description: z.optional(z.nullable(z.string())),
  labels: z.object({ singular: z.optional(z.string()), plural: z.optional(z.string()) }),
  primaryDisplayProperty: z.optional(z.nullable(z.string())),
  secondaryDisplayProperties: z.optional(z.array(z.string())),
  requiredProperties: z.array(z.string()),
  searchableProperties: z.optional(z.array(z.string())),
  properties: z.array(propertyEggSchema),
  associatedObjects: z.array(z.string()),
});
type SchemaEgg = z.infer<typeof eggSchema>;

function list(call: Call): Reply {
  requireScope(call.actor, 'crm.schemas.custom.read');
  return { status: 200, body: { results: call.store.kinds.schemas().map((schema) => wireSchema(call, schema)) } };
}

function read(call: Call): Reply {
  const kind = kindOf(call, 'schemaRead');
  const schema = call.store.kinds.schemas().find(({ typeId }) => typeId === kind.typeId);
  if (schema === undefined) throw notEmulated(`Reading the schema of the standard object ${kind.plural}`);
  return { status: 200, body: wireSchema(call, schema) };
}

function create(call: Call): Reply {
  requireScope(call.actor, 'crm.schemas.custom.write');
  const egg = readBody(call, eggSchema);
  checkEgg(call, egg);
  requireRoom('custom object types', call.store.kinds.schemas().length, 1, limits.customObjectTypes);
  // Everything that can be refused is refused before the first write.
  const links = egg.associatedObjects.map((name) => call.store.kinds.resolve(name));
  const properties = egg.properties.map((property) =>
    ownProperty(property, property.groupName ?? informationGroup(egg), iso(call.now)),
  );
  const schema = call.store.database.transaction(() => addSchema(call, egg, properties, links));
  return { status: 201, body: wireSchema(call, schema) };
}

function remove(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const { database, kinds, properties } = call.store;
  const schema = kinds.schemas().find(({ typeId }) => typeId === kind.typeId);
  if (schema === undefined) throw invalidRequest(`${kind.plural} are HubSpot's own and cannot be deleted.`);
  if (database.get('SELECT 1 FROM records WHERE type_id = ? AND archived_at IS NULL LIMIT 1', [kind.typeId]) !== null) {
    throw invalidRequest(`The object type ${schema.name} still has records.`, {
      subCategory: 'ObjectTypeError.CANNOT_DELETE_WITH_INSTANCES',
    });
  }
  database.transaction(() => {
    properties.forget(kind.typeId);
    kinds.removeSchema(kind.typeId);
  });
  return { status: 204 };
}

const informationGroup = ({ name }: SchemaEgg) => `${name}_information`;

function checkEgg({ store }: Call, egg: SchemaEgg): void {
  if (store.kinds.schemas().some(({ name }) => name.toLowerCase() === egg.name.toLowerCase())) {
    throw new ApiError(409, {
      message: `An object type with the name '${egg.name}' already exists in this account.`,
      category: 'OBJECT_ALREADY_EXISTS',
      context: { name: [egg.name] },
    });
  }
  const names = [...egg.properties.map(({ name }) => name), ...customObjectProperties('').map(({ name }) => name)];
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw invalidRequest(`Property '${twice}' is defined twice.`, { context: { propertyName: [twice] } });
  const named = [
    ...egg.requiredProperties,
    ...(egg.searchableProperties ?? []),
    ...(egg.secondaryDisplayProperties ?? []),
    ...(egg.primaryDisplayProperty == null ? [] : [egg.primaryDisplayProperty]),
  ];
  const unknown = named.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw invalidRequest(`Property '${unknown}' is not one of the properties of the schema.`, {
      context: { propertyName: [unknown] },
    });
}

function addSchema(
  call: Call,
  egg: SchemaEgg,
  properties: readonly Property[],
  links: readonly ObjectKind[],
): CustomSchema {
  const { store } = call;
  const at = iso(call.now);
  const schema = store.kinds.addSchema({
    name: egg.name,
    labels: egg.labels,
    description: egg.description ?? null,
    primaryDisplayProperty: egg.primaryDisplayProperty ?? null,
    secondaryDisplayProperties: egg.secondaryDisplayProperties ?? [],
    requiredProperties: egg.requiredProperties,
    searchableProperties: egg.searchableProperties ?? [],
    createdAt: at,
    updatedAt: at,
  });
  const kind = store.kinds.resolve(schema.typeId);
  const information = informationGroup(egg);
  for (const name of new Set([information, ...properties.map(({ groupName }) => groupName)])) {
    store.properties.saveGroup(kind.typeId, {
      name,
      label: name === information ? `${egg.labels.singular ?? egg.name} information` : name,
      displayOrder: name === information ? 0 : -1,
    });
  }
  addProperties(store, kind, [
    ...customObjectProperties(information).map((property) => hubspotDefined(property, at)),
    ...properties,
  ]);
  for (const linked of links) addLinks(call, kind, linked);
  return schema;
}

function addLinks({ store: { associations } }: Call, from: ObjectKind, to: ObjectKind): void {
  const number = associations.nextTypeNumber();
  const type = (own: number, inverse: number, fromKind: ObjectKind, toKind: ObjectKind): AssociationType => ({
    number: own,
    inverse,
    category: 'USER_DEFINED',
    fromType: fromKind.typeId,
    toType: toKind.typeId,
    name: `${fromKind.singular}_to_${toKind.singular}`,
    label: null,
  });
  associations.addTypes([type(number, number + 1, from, to), type(number + 1, number, to, from)]);
}

function wireSchema({ store }: Call, schema: CustomSchema) {
  const { typeId, description, primaryDisplayProperty, ...rest } = schema;
  const kind = store.kinds.resolve(typeId);
  const types = store.kinds
    .all()
    .flatMap((other) => [
      ...store.associations.types(typeId, other.typeId),
      ...store.associations.types(other.typeId, typeId),
    ]);
  return {
    ...rest,
    ...(description === null ? {} : { description }),
    ...(primaryDisplayProperty === null ? {} : { primaryDisplayProperty }),
    id: typeId.slice('2-'.length),
    objectTypeId: typeId,
    fullyQualifiedName: kind.fullyQualifiedName,
    archived: false,
    properties: [...store.properties.live(typeId).values()].map(wireProperty),
    associations: types.map(({ number, name, fromType, toType }) => ({
      id: String(number),
      name,
      fromObjectTypeId: fromType,
      toObjectTypeId: toType,
    })),
  };
}
