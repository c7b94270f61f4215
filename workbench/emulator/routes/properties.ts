import * as z from 'zod/mini';
import { ApiError, invalidRequest } from '../errors.ts';
import { iso } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { propertiesPaths } from '../paths.ts';
import { addProperties, updateProperty } from '../store/defining.ts';
import { propertyExists } from '../store/property-definitions.ts';
import type { Property } from '../store/property-definitions.ts';
import { requireRoom } from './limits.ts';
import { changedProperty, ownProperty, propertyCreateSchema, propertyPatchSchema } from './property-bodies.ts';
import { wireProperty } from './wire-property.ts';
import { checkBatchSize } from './record-bodies.ts';

/** Property definitions. */
export const propertyOperations: readonly Operation[] = [
  { method: 'GET', paths: propertiesPaths(''), handle: list },
  { method: 'POST', paths: propertiesPaths(''), handle: create },
  { method: 'POST', paths: propertiesPaths('/batch/create'), handle: createBatch },
  { method: 'POST', paths: propertiesPaths('/batch/read'), handle: readBatch },
  { method: 'POST', paths: propertiesPaths('/batch/archive'), handle: archiveBatch },
  { method: 'GET', paths: propertiesPaths('/:propertyName'), handle: read },
  { method: 'PATCH', paths: propertiesPaths('/:propertyName'), handle: update },
  { method: 'DELETE', paths: propertiesPaths('/:propertyName'), handle: archive },
];

const namesSchema = z.object({ inputs: z.array(z.object({ name: z.string() })) });

function list(call: Call): Reply {
  const { typeId } = kindOf(call, 'propertyRead');
  const properties =
    call.query.get('archived') === 'true'
      ? call.store.properties.archived(typeId)
      : [...call.store.properties.live(typeId).values()];
  return { status: 200, body: { results: properties.map(wireProperty) } };
}

function create(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const [property] = define(call, kind, [readBody(call, propertyCreateSchema)]);
  return { status: 201, body: property };
}

function createBatch(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const { inputs } = readBody(call, z.object({ inputs: z.array(propertyCreateSchema) }));
  checkBatchSize(inputs);
  // As published: created on the numbered path, done on the dated one.
  return complete(call, call.isDated ? 200 : 201, define(call, kind, inputs), []);
}

/** All of them or, when one will not do, none. */
function define(call: Call, kind: ObjectKind, eggs: readonly z.infer<typeof propertyCreateSchema>[]) {
  const { properties } = call.store;
  const added = eggs.map((egg) => ownProperty(egg, egg.groupName, iso(call.now)));
  for (const [place, property] of added.entries()) {
    properties.checkNew(kind.typeId, property);
    if (added.findIndex(({ name }) => name === property.name) !== place) throw propertyExists(property.name);
  }
  const own = [...properties.live(kind.typeId).values()].filter(({ hubspotDefined }) => !hubspotDefined);
  requireRoom(`properties of ${kind.plural}`, own.length, added.length, limits.propertiesPerObject);
  const unique = [...properties.live(kind.typeId).values(), ...added].filter(
    ({ hasUniqueValue, hubspotDefined }) => hasUniqueValue && !hubspotDefined,
  );
  if (unique.length > limits.uniquePropertiesPerObject)
    throw invalidRequest(`${kind.plural} can have ${limits.uniquePropertiesPerObject} properties with unique values.`);
  const archived = new Map(properties.archived(kind.typeId).map((property) => [property.name, property]));
  const fresh = added.filter(({ name }) => !archived.has(name));
  // An archived property's name brings it back, defined anew, and with the values records had.
  const restored = added.map((property) => ({
    ...property,
    createdAt: archived.get(property.name)?.createdAt ?? property.createdAt,
  }));
  call.store.database.transaction(() => {
    addProperties(call.store, kind, fresh);
    for (const property of restored) {
      const before = archived.get(property.name);
      if (before !== undefined) updateProperty(call.store, kind, before, property);
    }
  });
  return restored.map(wireProperty);
}

function readBatch(call: Call): Reply {
  const kind = kindOf(call, 'propertyRead');
  const { inputs } = readBody(call, namesSchema);
  checkBatchSize(inputs);
  const properties = call.store.properties.live(kind.typeId);
  const found = inputs.flatMap(({ name }) => properties.get(name) ?? []);
  return complete(
    call,
    200,
    found.map(wireProperty),
    inputs.map(({ name }) => name).filter((name) => !properties.has(name)),
  );
}

function archiveBatch(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const { inputs } = readBody(call, namesSchema);
  const live = call.store.properties.live(kind.typeId);
  // A property that is not there is no error here, as it is when archived alone.
  const there = inputs.filter(({ name }) => live.has(name));
  call.store.database.transaction(() => {
    for (const { name } of there) archiveOne(call, kind, name);
  });
  return { status: 204 };
}

function read(call: Call): Reply {
  const kind = kindOf(call, 'propertyRead');
  const name = call.parameter('propertyName');
  const archived =
    call.query.get('archived') === 'true'
      ? call.store.properties.archived(kind.typeId).find((property) => property.name === name)
      : undefined;
  return { status: 200, body: wireProperty(archived ?? requireProperty(call, kind, name)) };
}

function update(call: Call): Reply {
  const kind = kindOf(call, 'schemaWrite');
  const property = requireProperty(call, kind, call.parameter('propertyName'));
  const changed = changedProperty(property, readBody(call, propertyPatchSchema), iso(call.now));
  call.store.database.transaction(() => updateProperty(call.store, kind, property, changed));
  return { status: 200, body: wireProperty(changed) };
}

function archive(call: Call): Reply {
  archiveOne(call, kindOf(call, 'schemaWrite'), call.parameter('propertyName'));
  return { status: 204 };
}

function archiveOne(call: Call, kind: ObjectKind, name: string): void {
  const property = requireProperty(call, kind, name);
  if (property.hubspotDefined)
    throw invalidRequest(`Property '${name}' is defined by HubSpot and cannot be archived.`, {
      context: { propertyName: [name] },
    });
  refusePropertyInUse(call, kind, name);
  call.store.properties.save(kind.typeId, { ...property, archivedAt: iso(call.now) });
}

/** @throws {ApiError} 400 naming every use */
function refusePropertyInUse({ store }: Call, kind: ObjectKind, name: string): void {
  const uses = store.settings
    .behaviour()
    .propertyUses.filter((use) => use.property === name && store.kinds.resolve(use.objectType).typeId === kind.typeId);
  if (uses.length === 0) return;
  throw invalidRequest(
    `Property: ${name} of object type ${kind.typeId} is currently used in ${uses.length} places and cannot be deleted`,
    {
      subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
      context: { usageCount: [String(uses.length)] },
      errors: uses.map(({ parentType, parentName }) => ({
        message: `Property ${name} is used by ${parentName}.`,
        subCategory: 'PropertyValidationError.PROPERTY_USAGE',
        context: { parentType: [parentType], parentName: [parentName] },
      })),
    },
  );
}

/** @throws {ApiError} 404 */
function requireProperty({ store }: Call, kind: ObjectKind, name: string): Property {
  const property = store.properties.live(kind.typeId).get(name);
  if (property === undefined)
    throw new ApiError(404, {
      message: `The property named '${name}' for object type '${kind.typeId}' does not exist.`,
      category: 'OBJECT_NOT_FOUND',
      context: { propertyName: [name] },
    });
  return property;
}

function complete(call: Call, status: number, results: readonly unknown[], missing: readonly string[]): Reply {
  const at = iso(call.now);
  const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  if (missing.length === 0) return { status, body };
  const errors = missing.map((name) => ({
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `The property named '${name}' does not exist.`,
    context: { name: [name] },
    errors: [],
    links: {},
  }));
  return { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
