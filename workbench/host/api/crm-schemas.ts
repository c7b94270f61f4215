import * as z from 'zod/mini';

/** Answers of HubSpot's CRM API as far as the workbench's page reads them. */

const propertyValuesSchema = z.record(z.string(), z.nullable(z.string()));

export const recordSchema = z.object({ id: z.string(), properties: propertyValuesSchema });
export type CrmRecord = z.infer<typeof recordSchema>;

const pagingSchema = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));

export const searchSchema = z.object({ total: z.number(), results: z.array(recordSchema), paging: pagingSchema });
export const batchSchema = z.object({ results: z.array(recordSchema) });

export const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.string(),
  description: z.optional(z.string()),
  hidden: z.optional(z.boolean()),
  calculated: z.optional(z.boolean()),
  showCurrencySymbol: z.optional(z.nullable(z.boolean())),
  externalOptions: z.optional(z.boolean()),
  referencedObjectType: z.optional(z.nullable(z.string())),
  options: z.array(z.object({ label: z.string(), value: z.string() })),
  modificationMetadata: z.optional(z.object({ readOnlyValue: z.boolean() })),
});
export type Property = z.infer<typeof propertySchema>;
export const propertiesSchema = z.object({ results: z.array(propertySchema) });

export const groupsSchema = z.object({ results: z.array(z.object({ name: z.string(), label: z.string() })) });
export type PropertyGroup = z.infer<typeof groupsSchema>['results'][number];

export const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      firstName: z.optional(z.string()),
      lastName: z.optional(z.string()),
      email: z.optional(z.nullable(z.string())),
    }),
  ),
});
export type Owner = z.infer<typeof ownersSchema>['results'][number];

export const pipelinesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      stages: z.array(z.object({ id: z.string(), label: z.string(), displayOrder: z.number() })),
    }),
  ),
});
export type Pipeline = z.infer<typeof pipelinesSchema>['results'][number];

export const associationsSchema = z.object({
  results: z.array(
    z.object({
      toObjectId: z.union([z.string(), z.number()]),
      associationTypes: z.array(
        z.object({ category: z.string(), typeId: z.number(), label: z.optional(z.nullable(z.string())) }),
      ),
    }),
  ),
  paging: pagingSchema,
});

export const functionReplySchema = z.object({ logId: z.string(), response: z.unknown() });
