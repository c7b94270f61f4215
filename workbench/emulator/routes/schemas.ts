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
  { method: 'POST', paths: schemasPaths('/batch/read'), handle: readBatch },
  { method: 'GET', paths: schemasPaths('/:objectType'), handle: read },
  { method: 'PATCH', paths: schemasPaths('/:objectType'), handle: update },
  { method: 'DELETE', paths: schemasPaths('/:objectType'), handle: remove },
  { method: 'POST', paths: schemasPaths('/:objectType/associations'), handle: defineLinks },
  { method: 'DELETE', paths: schemasPaths('/:objectType/associations/:associationTypeId'), handle: removeLinks },
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
const patchSchema = z.object({
  labels: z.optional(z.object({ singular: z.optional(z.string()), plural: z.optional(z.string()) })),
  description: z.optional(z.nullable(z.string())),
  primaryDisplayProperty: z.optional(z.string()),
  secondaryDisplayProperties: z.optional(z.array(z.string())),
  requiredProperties: z.optional(z.array(z.string())),
  searchableProperties: z.optional(z.array(z.string())),
});
const batchReadSchema = z.object({
  inputs: z.array(z.string()),
  includePropertyDefinitions: z._default(z.boolean(), true),
  includeAssociationDefinitions: z._default(z.boolean(), true),
});
const linksSchema = z.object({
  fromObjectTypeId: z.string(),
  toObjectTypeId: z.string(),
  name: z.optional(z.string()),
});
type SchemaEgg = z.infer<typeof eggSchema>;

function list(call: Call): Reply {
  requireScope(call.actor, 'crm.schemas.custom.read');
  const { kinds } = call.store;
  // Asked for the archived ones, HubSpot lists the live ones too.
  const archived = call.query.get('archived') === 'true' ? kinds.archivedSchemas() : [];
  return {
    status: 200,
    body: { results: [...kinds.schemas(), ...archived].map((schema) => wireSchema(call, schema)) },
  };
}

function read(call: Call): Reply {
  const kind = kindOf(call, 'schemaRead');
  const schema = call.store.kinds.schemas().find(({ typeId }) => typeId === kind.typeId);
  if (schema === undefined) throw notEmulated(`Reading the schema of the standard object ${kind.plural}`);
  return { status: 200, body: wireSchema(call, call.store.schemaReads.single(schema, call.now)) };
}

/** Object types that are not there are left out. */
function readBatch(call: Call): Reply {
  requireScope(call.actor, 'crm.schemas.custom.read');
  const { inputs, includePropertyDefinitions, includeAssociationDefinitions } = readBody(call, batchReadSchema);
  const asked = new Set(inputs);
  const found = call.store.kinds.schemas().filter(({ typeId, name }) => asked.has(typeId) || asked.has(name));
  const results = found.map((schema) => ({
    ...wireSchema(call, schema),
    ...(includePropertyDefinitions ? {} : { properties: [] }),
    ...(includeAssociationDefinitions ? {} : { associations: [] }),
  }));
  return { status: 200, body: { results } };
}

/** Lets records of two object types be linked, one of them a custom one. */
function defineLinks(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const { fromObjectTypeId, toObjectTypeId, name } = readBody(call, linksSchema);
  const { kinds, associations } = call.store;
  const [from, to] = [kinds.resolve(fromObjectTypeId), kinds.resolve(toObjectTypeId)];
  if (from.typeId !== kind.typeId && to.typeId !== kind.typeId)
    throw invalidRequest(`An association of ${kind.plural} leads from them or to them.`);
  if (associations.types(from.typeId, to.typeId).some(({ label }) => label === null))
    throw new ApiError(409, {
      message: `Object types ${from.typeId} and ${to.typeId} are associated already.`,
      category: 'OBJECT_ALREADY_EXISTS',
    });
  const type = addLinks(call, from, to, name);
  const at = iso(call.now);
  return { status: 201, body: { ...wireLink(type), createdAt: at, updatedAt: at } };
}

function removeLinks(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const number = Number(call.parameter('associationTypeId'));
  const { associations } = call.store;
  const own = linkTypesOf(call.store, kind.typeId).filter(({ category }) => category === 'USER_DEFINED');
  const forth = own.find((type) => type.number === number);
  if (forth === undefined) throw invalidRequest(`There is no association ${number} of ${kind.plural}.`);
  associations.removeTypes(own.filter((type) => type.number === number || type.number === forth.inverse));
  return { status: 204 };
}

/** What is left out goes back to what it was before a change made shortly before: whoever sends all is safe. */
function update(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const { kinds, schemaReads, database } = call.store;
  const current = kinds.schemas().find(({ typeId }) => typeId === kind.typeId);
  if (current === undefined) throw notEmulated(`Changing the schema of the standard object ${kind.plural}`);
  const { description, labels, primaryDisplayProperty, ...lists } = readBody(call, patchSchema);
  const base = schemaReads.base(current, call.now);
  const changed: CustomSchema = {
    ...base,
    ...Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined)),
    labels: { ...base.labels, ...labels },
    description: description === undefined ? base.description : description,
    primaryDisplayProperty: primaryDisplayProperty ?? base.primaryDisplayProperty,
    updatedAt: iso(call.now),
    updatedByUserId: userIdOf(call),
  };
  checkDisplay(changed, [...call.store.properties.live(kind.typeId).keys()]);
  database.transaction(() => kinds.saveSchema(changed));
  schemaReads.changed(current, call.now);
  return {
    status: 200,
    body: { ...wireDefinition(call, changed), portalId: call.store.settings.account().portalId },
  };
}

const userIdOf = ({ actor }: Call) => actor.user?.id ?? 1;

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

/** Archived first; gone for good when asked for once more, as archived. */
function remove(call: Call): Reply {
  if (call.query.get('archived') === 'true') return purge(call);
  const kind = kindOf(call, 'schemaWrite');
  const { database, kinds } = call.store;
  const schema = kinds.schemas().find(({ typeId }) => typeId === kind.typeId);
  if (schema === undefined) throw invalidRequest(`${kind.plural} are HubSpot's own and cannot be deleted.`);
  if (database.get('SELECT 1 FROM records WHERE type_id = ? AND archived_at IS NULL LIMIT 1', [kind.typeId]) !== null) {
    throw invalidRequest(`The object type ${schema.name} still has records.`, {
      subCategory: 'ObjectTypeError.EXISTING_OBJECT_RECORDS',
    });
  }
  database.transaction(() => kinds.saveSchema({ ...schema, archivedAt: iso(call.now) }));
  return { status: 204 };
}

function purge(call: Call): Reply {
  requireScope(call.actor, 'crm.schemas.custom.write');
  const named = call.parameter('objectType');
  const archived = call.store.kinds
    .archivedSchemas()
    .find(({ typeId, name }) => [typeId, name, `p_${name}`].includes(named));
  if (archived === undefined) throw invalidRequest(`There is no archived object type ${named}.`);
  purgeSchema(call, archived);
  return { status: 204 };
}

function purgeSchema({ store: { database, kinds, properties } }: Call, { typeId }: CustomSchema): void {
  database.transaction(() => {
    properties.forget(typeId);
    kinds.purgeSchema(typeId);
  });
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
  checkDisplay(egg, names);
}

type DisplayNames = {
  readonly requiredProperties: readonly string[];
  readonly searchableProperties?: readonly string[] | undefined;
  readonly secondaryDisplayProperties?: readonly string[] | undefined;
  readonly primaryDisplayProperty?: string | null | undefined;
};

/** @throws {ApiError} 400 when a schema names a property it has not */
function checkDisplay(schema: DisplayNames, names: readonly string[]): void {
  const named = [
    ...schema.requiredProperties,
    ...(schema.searchableProperties ?? []),
    ...(schema.secondaryDisplayProperties ?? []),
    ...(schema.primaryDisplayProperty == null ? [] : [schema.primaryDisplayProperty]),
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
  // An archived one of the name makes room.
  for (const archived of store.kinds.archivedSchemas().filter(({ name }) => name === egg.name))
    purgeSchema(call, archived);
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
    createdByUserId: userIdOf(call),
    updatedByUserId: userIdOf(call),
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

function addLinks(
  { store: { associations } }: Call,
  from: ObjectKind,
  to: ObjectKind,
  named = `${from.singular}_to_${to.singular}`,
): AssociationType {
  const number = associations.nextTypeNumber();
  const shared = { category: 'USER_DEFINED', label: null } as const;
  const [fromType, toType] = [from.typeId, to.typeId];
  const forth = { ...shared, number, inverse: number + 1, fromType, toType, name: named };
  const back = {
    ...shared,
    number: number + 1,
    inverse: number,
    fromType: toType,
    toType: fromType,
    name: `${to.singular}_to_${from.singular}`,
  };
  associations.saveTypes([forth, back]);
  return forth;
}

const wireLink = ({ number, name, fromType, toType }: AssociationType) => ({
  id: String(number),
  name,
  fromObjectTypeId: fromType,
  toObjectTypeId: toType,
});

function wireDefinition({ store }: Call, schema: CustomSchema) {
  const { typeId, description, primaryDisplayProperty, archivedAt, ...rest } = schema;
  return {
    ...rest,
    ...(description === null ? {} : { description }),
    ...(primaryDisplayProperty === null ? {} : { primaryDisplayProperty }),
    id: typeId.slice('2-'.length),
    objectTypeId: typeId,
    fullyQualifiedName: `p${store.settings.account().portalId}_${schema.name}`,
    archived: archivedAt !== undefined,
    allowsSensitiveProperties: true,
  };
}

/** An archived schema shows neither properties nor links. */
function wireSchema(call: Call, schema: CustomSchema) {
  const { store } = call;
  const { typeId, archivedAt } = schema;
  const isLive = archivedAt === undefined;
  return {
    ...wireDefinition(call, schema),
    properties: isLive ? [...store.properties.live(typeId).values()].map(wireProperty) : [],
    associations: (isLive ? linkTypesOf(store, typeId) : []).map(wireLink),
  };
}

function linkTypesOf({ kinds, associations }: Call['store'], typeId: string): readonly AssociationType[] {
  return kinds
    .all()
    .flatMap((other) => [...associations.types(typeId, other.typeId), ...associations.types(other.typeId, typeId)]);
}
