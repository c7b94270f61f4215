import * as z from 'zod/mini';
import { invalidRequest } from '../errors.ts';
import { limits } from '../limits.ts';

/** A property value: text, or a JSON number or boolean taken for its text; null clears like the empty string. */
const valueSchema = z.pipe(
  z.nullable(z.union([z.string(), z.number(), z.boolean()])),
  z.transform((value) => (value === null ? null : String(value))),
);
const propertiesSchema = z.record(z.string(), valueSchema);
const idSchema = z.pipe(z.union([z.string(), z.number()]), z.transform(String));
const typesSchema = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() }));
const associationsSchema = z.array(z.object({ to: z.object({ id: idSchema }), types: typesSchema }));
const traceSchema = z.optional(z.string());

export const createSchema = z.object({
  properties: propertiesSchema,
  associations: z.optional(z.nullable(associationsSchema)),
  objectWriteTraceId: traceSchema,
});
export const updateSchema = z.object({ properties: propertiesSchema });

/** Several inputs of one request. */
const inputsOf = <T extends z.ZodMiniType>(input: T) => z.object({ inputs: z.array(input) });

export const batchCreateSchema = inputsOf(createSchema);
export const batchReadSchema = z.extend(inputsOf(z.object({ id: idSchema })), {
  properties: z.optional(z.array(z.string())),
  propertiesWithHistory: z.optional(z.array(z.string())),
  idProperty: z.optional(z.nullable(z.string())),
});
const addressedInput = {
  id: idSchema,
  idProperty: z.optional(z.nullable(z.string())),
  properties: propertiesSchema,
  objectWriteTraceId: traceSchema,
};
export const batchUpdateSchema = inputsOf(z.object(addressedInput));
export const batchUpsertSchema = inputsOf(z.object(addressedInput));
export const batchArchiveSchema = inputsOf(z.object({ id: idSchema }));

/**
 * Refuses what writes of many records may not say: one record twice, and the record id by its property's name.
 *
 * @throws {ApiError} 400
 */
export function checkAddresses(
  inputs: readonly { readonly id: string; readonly idProperty?: string | null | undefined }[],
): void {
  if (inputs.some(({ idProperty }) => idProperty === 'hs_object_id'))
    throw invalidRequest('Property "hs_object_id" is not a unique identifier property', {
      context: { propertyName: ['hs_object_id'] },
    });
  const ids = inputs.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
  if (twice.length > 0)
    throw invalidRequest(`Duplicate IDs found in batch input: [${twice.join(', ')}]. IDs must be unique`, {
      context: { ids: twice },
    });
}

export type CreateInput = z.infer<typeof createSchema>;

/** @throws {ApiError} 400 */
export function checkBatchSize(inputs: readonly unknown[], most: number = limits.batchInputs): void {
  if (inputs.length === 0) throw invalidRequest('No inputs were provided.');
  if (inputs.length > most)
    throw invalidRequest(`The maximum number of inputs is ${most}, but ${inputs.length} were provided.`);
}
