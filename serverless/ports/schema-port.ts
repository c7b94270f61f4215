import * as z from 'zod/mini';
import type { PipelineDefinition, PipelineStageDefinition, PropertyDefinition } from '@deal-terms/core/crm';
import { CrmError, isCrmError } from './crm-error.ts';
import { createJsonApi } from './json-api.ts';
import type { Transport } from './transport.ts';

/** What the account says of itself. */
export type AccountDetails = { readonly portalId: number; readonly timeZone: string; readonly homeCurrency: string };

/** A property as it exists in the account; what HubSpot leaves out of its answer is undefined. */
export type ExistingProperty = z.infer<typeof propertySchema>;
export type ExistingOption = ExistingProperty['options'][number];
export type ExistingGroup = z.infer<typeof groupSchema>;
export type ExistingPipeline = z.infer<typeof pipelineSchema>;
export type ExistingStage = ExistingPipeline['stages'][number];

/** An account's definitions: property groups, properties, pipelines. Object types are named as in API paths. Every method throws `CrmError`. */
export type SchemaPort = {
  readonly accountDetails: () => Promise<AccountDetails>;
  /** Scopes of the token; null when HubSpot does not tell. */
  readonly tokenScopes: () => Promise<readonly string[] | null>;
  readonly groups: (objectType: string) => Promise<readonly ExistingGroup[]>;
  /** Null when there is no such object type. */
  readonly properties: (objectType: string) => Promise<readonly ExistingProperty[] | null>;
  readonly archivedPropertyNames: (objectType: string) => Promise<readonly string[]>;
  readonly pipelines: (objectType: string) => Promise<readonly ExistingPipeline[]>;
  /** Records that have this value, one of several for a property that takes several: how many, and the ids of the first ten. */
  readonly recordsWith: (
    objectType: string,
    property: string,
    value: string,
  ) => Promise<{ readonly total: number; readonly ids: readonly string[] }>;
  readonly createGroup: (objectType: string, group: ExistingGroup) => Promise<void>;
  readonly renameGroup: (objectType: string, group: ExistingGroup) => Promise<void>;
  readonly removeGroup: (objectType: string, name: string) => Promise<void>;
  /** At most 100; throws when HubSpot takes only some. */
  readonly createProperties: (
    objectType: string,
    groupName: string,
    properties: readonly PropertyDefinition[],
  ) => Promise<void>;
  /** Everything of a property that can change. */
  readonly updateProperty: (objectType: string, property: PropertyDefinition) => Promise<void>;
  /** At most 100. HubSpot keeps archived properties for a while. */
  readonly archiveProperties: (objectType: string, names: readonly string[]) => Promise<void>;
  readonly createPipeline: (pipeline: PipelineDefinition) => Promise<void>;
  readonly createStage: (
    pipeline: PipelineDefinition,
    pipelineId: string,
    stage: PipelineStageDefinition,
  ) => Promise<void>;
  readonly updateStage: (
    pipeline: PipelineDefinition,
    pipelineId: string,
    stageId: string,
    stage: PipelineStageDefinition,
  ) => Promise<void>;
  /** Refused by HubSpot while records are in it. */
  readonly removePipeline: (objectType: string, pipelineId: string) => Promise<void>;
};

const optionSchema = z.object({
  value: z.string(),
  label: z.string(),
  description: z.optional(z.nullable(z.string())),
});
const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.optional(z.string()),
  description: z.optional(z.nullable(z.string())),
  options: z._default(z.array(optionSchema), []),
  hasUniqueValue: z.optional(z.boolean()),
  hubspotDefined: z.optional(z.nullable(z.boolean())),
  numberDisplayHint: z.optional(z.nullable(z.string())),
  showCurrencySymbol: z.optional(z.nullable(z.boolean())),
});
const groupSchema = z.object({ name: z.string(), label: z.string() });
const stageSchema = z.object({
  id: z.string(),
  label: z.string(),
  metadata: z._default(z.record(z.string(), z.string()), {}),
});
const pipelineSchema = z.object({ id: z.string(), label: z.string(), stages: z.array(stageSchema) });
/** Of a batch: HubSpot answers 207 when it took only some. */
const batchSchema = z.object({
  errors: z._default(z.array(z.object({ context: z.optional(z.record(z.string(), z.array(z.string()))) })), []),
});
const detailsSchema = z.object({ portalId: z.number(), timeZone: z.string(), companyCurrency: z.string() });
const listOf = <T>(item: z.ZodMiniType<T>) => z.object({ results: z.array(item) });

/** Answers for service keys and for tokens of private apps; wants the key in the header as well (docs/hubspot.md section 9). */
const tokenInfoPath = '/oauth/v2/private-apps/get/access-token-info';
const propertiesPath = (objectType: string) => `/crm/v3/properties/${objectType}`;
const pipelinesPath = (objectType: string) => `/crm/v3/pipelines/${objectType}`;

/**
 * Plain JSON instead of the SDK: its property classes drop `numberDisplayHint` and `showCurrencySymbol` on the way out.
 *
 * @param transport - where the calls go
 * @param accessToken - whose scopes are asked for
 */
export function createSchemaPort(transport: Transport, accessToken: string): SchemaPort {
  const { read, readOrNull, write, ask } = createJsonApi(transport);
  return {
    accountDetails: async () => {
      const { portalId, timeZone, companyCurrency } = await read('/account-info/v3/details', detailsSchema);
      return { portalId, timeZone, homeCurrency: companyCurrency };
    },
    tokenScopes: async () => {
      try {
        return (await ask(tokenInfoPath, { tokenKey: accessToken }, z.object({ scopes: z.array(z.string()) }))).scopes;
      } catch (error) {
        if (isCrmError(error) && error.kind !== 'unauthorized' && error.kind !== 'deadline') return null;
        throw error;
      }
    },
    groups: async (objectType) => (await read(`${propertiesPath(objectType)}/groups`, listOf(groupSchema))).results,
    properties: async (objectType) =>
      (await readOrNull(propertiesPath(objectType), listOf(propertySchema)))?.results ?? null,
    archivedPropertyNames: async (objectType) =>
      (await read(`${propertiesPath(objectType)}?archived=true`, listOf(z.object({ name: z.string() })))).results.map(
        ({ name }) => name,
      ),
    pipelines: async (objectType) => (await read(pipelinesPath(objectType), listOf(pipelineSchema))).results,
    recordsWith: async (objectType, propertyName, value) => {
      const filterGroups = [{ filters: [{ propertyName, operator: 'IN', values: [value] }] }];
      const { total, results } = await ask(
        `/crm/v3/objects/${objectType}/search`,
        { filterGroups, properties: [], limit: 10 },
        z.object({ total: z.number(), results: z.array(z.object({ id: z.string() })) }),
      );
      return { total, ids: results.map(({ id }) => id) };
    },
    createGroup: (objectType, { name, label }) =>
      write('POST', `${propertiesPath(objectType)}/groups`, { name, label, displayOrder: -1 }),
    renameGroup: (objectType, { name, label }) =>
      write('PATCH', `${propertiesPath(objectType)}/groups/${name}`, { label }),
    removeGroup: (objectType, name) => write('DELETE', `${propertiesPath(objectType)}/groups/${name}`),
    createProperties: async (objectType, groupName, properties) => {
      const path = `${propertiesPath(objectType)}/batch/create`;
      const { errors } = await ask(
        path,
        { inputs: properties.map((property) => ({ ...wireProperty(property), groupName })) },
        batchSchema,
      );
      if (errors.length > 0)
        throw new CrmError('validation', {
          request: `POST ${path}`,
          status: 207,
          properties: errors.flatMap(({ context }) => Object.values(context ?? {}).flat()),
        });
    },
    updateProperty: (objectType, property) =>
      write('PATCH', `${propertiesPath(objectType)}/${property.name}`, wirePatch(property)),
    archiveProperties: (objectType, names) =>
      write('POST', `${propertiesPath(objectType)}/batch/archive`, { inputs: names.map((name) => ({ name })) }),
    createPipeline: ({ objectType, label, stages }) =>
      write('POST', pipelinesPath(objectType), { label, displayOrder: 1, stages: stages.map(wireStage) }),
    createStage: (pipeline, pipelineId, stage) =>
      write(
        'POST',
        `${pipelinesPath(pipeline.objectType)}/${pipelineId}/stages`,
        wireStage(stage, pipeline.stages.indexOf(stage)),
      ),
    updateStage: (pipeline, pipelineId, stageId, { label, metadata }) =>
      write('PATCH', `${pipelinesPath(pipeline.objectType)}/${pipelineId}/stages/${stageId}`, { label, metadata }),
    removePipeline: (objectType, pipelineId) =>
      write('DELETE', `${pipelinesPath(objectType)}/${pipelineId}?validateReferencesBeforeDelete=true`),
  };
}

/** HubSpot wants every option to say its place and that it is not hidden. */
export function wireProperty(property: PropertyDefinition): object {
  if (property.type !== 'enumeration') return property;
  return {
    ...property,
    options: property.options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })),
  };
}

/** Name and uniqueness never change. */
function wirePatch(property: PropertyDefinition): object {
  const fixed = new Set(['name', 'hasUniqueValue']);
  return Object.fromEntries(Object.entries(wireProperty(property)).filter(([key]) => !fixed.has(key)));
}

function wireStage({ label, metadata }: PipelineStageDefinition, displayOrder: number): object {
  return { label, metadata, displayOrder };
}
