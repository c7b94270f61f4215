import * as z from 'zod/mini';
import { isCrmError } from './crm-error.ts';
import { createJsonApi } from './json-api.ts';
import type { Transport } from './transport.ts';

/** How many more definitions an account takes. What HubSpot does not mention is missing from the maps. */
export type Room = {
  /** Custom properties, by object type as in API paths. */
  readonly properties: ReadonlyMap<string, number>;
  /** Pipelines, by object type as in API paths. */
  readonly pipelines: ReadonlyMap<string, number>;
  readonly customObjects: number;
};

export type LimitsPort = {
  /**
   * @returns null when HubSpot does not tell
   * @throws {CrmError} when it does not accept the token, or time is up
   */
  readonly room: () => Promise<Room | null>;
};

const useSchema = z.object({ limit: z.number(), usage: z.number() });
const useOfTypeSchema = z.object({ objectTypeId: z.string(), limit: z.number(), usage: z.number() });
const propertiesSchema = z.object({ byObjectType: z.array(useOfTypeSchema) });
const pipelinesSchema = z.object({ hubspotDefinedObjectTypes: z.array(useOfTypeSchema) });

const objectTypes: ReadonlyMap<string, string> = new Map([
  ['0-3', 'deals'],
  ['0-5', 'tickets'],
]);

/**
 * What an account has room for (docs/hubspot.md section 7).
 *
 * @param transport - where the calls go
 */
export function createLimitsPort(transport: Transport): LimitsPort {
  const { read } = createJsonApi(transport);
  return {
    room: async () => {
      try {
        const [properties, pipelines, objects] = await Promise.all([
          read('/crm/v3/limits/custom-properties', propertiesSchema),
          read('/crm/v3/limits/pipelines', pipelinesSchema),
          read('/crm/v3/limits/custom-object-types', useSchema),
        ]);
        return {
          properties: leftByType(properties.byObjectType),
          pipelines: leftByType(pipelines.hubspotDefinedObjectTypes),
          customObjects: objects.limit - objects.usage,
        };
      } catch (error) {
        if (isCrmError(error) && error.kind !== 'unauthorized' && error.kind !== 'deadline') return null;
        throw error;
      }
    },
  };
}

function leftByType(uses: readonly z.infer<typeof useOfTypeSchema>[]): ReadonlyMap<string, number> {
  return new Map(
    uses.flatMap(({ objectTypeId, limit, usage }) => {
      const objectType = objectTypes.get(objectTypeId);
      return objectType === undefined ? [] : [[objectType, limit - usage] as const];
    }),
  );
}
