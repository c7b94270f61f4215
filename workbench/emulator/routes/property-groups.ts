import * as z from 'zod/mini';
import { ApiError, invalidRequest } from '../errors.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { propertiesPaths } from '../paths.ts';
import type { PropertyGroup } from '../store/property-definitions.ts';

export const propertyGroupOperations: readonly Operation[] = [
  { method: 'GET', paths: propertiesPaths('/groups'), handle: list },
  { method: 'POST', paths: propertiesPaths('/groups'), handle: create },
  { method: 'GET', paths: propertiesPaths('/groups/:groupName'), handle: read },
  { method: 'PATCH', paths: propertiesPaths('/groups/:groupName'), handle: update },
  { method: 'DELETE', paths: propertiesPaths('/groups/:groupName'), handle: remove },
];

const createSchema = z.object({ name: z.string(), label: z.string(), displayOrder: z.optional(z.int()) });
const patchSchema = z.object({ label: z.optional(z.string()), displayOrder: z.optional(z.int()) });

function list(call: Call): Reply {
  const { typeId } = kindOf(call, 'schemaRead');
  return { status: 200, body: { results: call.store.properties.groups(typeId).map(wireGroup) } };
}

function create(call: Call): Reply {
  const { typeId } = kindOf(call, 'schemaWrite');
  const { name, label, displayOrder } = readBody(call, createSchema);
  if (call.store.properties.groups(typeId).some((group) => group.name === name)) {
    throw new ApiError(409, {
      message: `A property group named '${name}' already exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
      context: { groupName: [name] },
    });
  }
  const group = { name, label, displayOrder: displayOrder ?? -1 };
  call.store.properties.saveGroup(typeId, group);
  return { status: 201, body: wireGroup(group) };
}

function read(call: Call): Reply {
  const { typeId } = kindOf(call, 'schemaRead');
  return { status: 200, body: wireGroup(requireGroup(call, typeId)) };
}

function update(call: Call): Reply {
  const { typeId } = kindOf(call, 'schemaWrite');
  const group = requireGroup(call, typeId);
  const { label, displayOrder } = readBody(call, patchSchema);
  const changed = { ...group, label: label ?? group.label, displayOrder: displayOrder ?? group.displayOrder };
  call.store.properties.saveGroup(typeId, changed);
  return { status: 200, body: wireGroup(changed) };
}

function remove(call: Call): Reply {
  const { typeId } = kindOf(call, 'schemaWrite');
  const { name } = requireGroup(call, typeId);
  if ([...call.store.properties.live(typeId).values()].some(({ groupName }) => groupName === name)) {
    throw invalidRequest("Can't delete or purge a group with active properties", {
      subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
    });
  }
  call.store.properties.removeGroup(typeId, name);
  return { status: 204 };
}

/** @throws {ApiError} 404 */
function requireGroup(call: Call, typeId: string): PropertyGroup {
  const name = call.parameter('groupName');
  const group = call.store.properties.groups(typeId).find((candidate) => candidate.name === name);
  if (group === undefined)
    throw new ApiError(404, {
      message: `The property group named '${name}' for object type '${typeId}' does not exist.`,
      category: 'OBJECT_NOT_FOUND',
      context: { groupName: [name] },
    });
  return group;
}

const wireGroup = (group: PropertyGroup) => ({ ...group, archived: false });
