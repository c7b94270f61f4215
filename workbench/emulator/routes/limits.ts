import { invalidRequest, missingScopes } from '../errors.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { limitsPaths } from '../paths.ts';

/** How much of what an account may define it has defined. Who may read or write records of any kind may ask. */
export const limitsOperations: readonly Operation[] = [
  { method: 'GET', paths: limitsPaths('/custom-properties'), handle: customProperties },
  { method: 'GET', paths: limitsPaths('/custom-object-types'), handle: customObjectTypes },
  { method: 'GET', paths: limitsPaths('/pipelines'), handle: pipelines },
];

/** Many tell of all kinds of records at once: the scope of any opens them. */
function requireAnyObjectScope(call: Call): void {
  if (!call.actor.scopes.some((scope) => scope === 'tickets' || scope.startsWith('crm.objects.')))
    throw missingScopes(['crm.objects.contacts.read']);
}

function customProperties(call: Call): Reply {
  requireAnyObjectScope(call);
  const byObjectType = call.store.kinds.all().map((kind) => {
    const own = [...call.store.properties.live(kind.typeId).values()].filter(({ hubspotDefined }) => !hubspotDefined);
    return { ...wireKind(kind), ...wireUse(own.length, limits.propertiesPerObject) };
  });
  const usage = byObjectType.reduce((sum, { usage: ofType }) => sum + ofType, 0);
  return { status: 200, body: { ...overall(usage, limits.propertiesPerObject * byObjectType.length), byObjectType } };
}

function customObjectTypes(call: Call): Reply {
  requireAnyObjectScope(call);
  return { status: 200, body: wireUse(call.store.kinds.schemas().length, limits.customObjectTypes) };
}

function pipelines(call: Call): Reply {
  requireAnyObjectScope(call);
  const hubspotDefinedObjectTypes = call.store.kinds
    .all()
    .filter(({ pipelineProperties }) => pipelineProperties !== null)
    .map((kind) => ({
      ...wireKind(kind),
      ...wireUse(call.store.pipelines.list(kind.typeId).length, limits.pipelinesPerObject),
    }));
  const customTypes = { ...overall(0, limits.pipelinesPerObject), byObjectType: [] };
  return { status: 200, body: { hubspotDefinedObjectTypes, customObjectTypes: customTypes } };
}

/** @throws {ApiError} 400 when there is no room for so many more */
export function requireRoom(what: string, used: number, more: number, limit: number): void {
  if (used + more > limit)
    throw invalidRequest(`The account can have ${limit} ${what}; it has ${used}, and ${more} more would be too many.`);
}

/** `percentage` counts to a hundred. */
const wireUse = (usage: number, limit: number) => ({ usage, limit, percentage: percentage(usage, limit) });
const overall = (usage: number, limit: number) => ({
  overallUsage: usage,
  overallLimit: limit,
  overallPercentage: percentage(usage, limit),
});
const percentage = (usage: number, limit: number) => Number(((100 * usage) / limit).toFixed(2));

function wireKind({ typeId, singular, plural }: ObjectKind) {
  return { objectTypeId: typeId, singularLabel: labelOf(singular), pluralLabel: labelOf(plural) };
}

/** `line_items` → `Line items`. */
function labelOf(name: string): string {
  return (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');
}
