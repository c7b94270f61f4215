import * as z from 'zod/mini';
import { isCrmError } from './crm-error.ts';
import { createJsonApi } from './json-api.ts';
import type { Transport } from './transport.ts';

const labelsSchema = z.object({ results: z.array(z.object({ name: z.string(), label: z.string() })) });

/**
 * Labels people know properties by. A name that HubSpot does not put into words stays as it is: this is asked when something has gone wrong already.
 *
 * @param transport - where the calls go
 * @param objectType - as in API paths
 * @param names - at most 100
 */
export async function propertyLabels(
  transport: Transport,
  objectType: string,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  try {
    const { results } = await createJsonApi(transport).ask(
      `/crm/v3/properties/${objectType}/batch/read`,
      { inputs: names.map((name) => ({ name })), archived: false },
      labelsSchema,
    );
    const labels = new Map(results.map(({ name, label }) => [name, label]));
    return names.map((name) => labels.get(name) ?? name);
  } catch (error) {
    if (isCrmError(error)) return names;
    throw error;
  }
}

const namesSchema = z.object({ results: z.array(z.object({ name: z.string() })) });

/**
 * Which properties an account has. One call, none for no names.
 *
 * @param transport - where the calls go
 * @param objectType - as in API paths
 * @param names - at most 100
 * @returns null where it cannot be told: the app may not see records of that type
 * @throws {CrmError} when HubSpot does not answer
 */
export async function existingProperties(
  transport: Transport,
  objectType: string,
  names: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (names.length === 0) return new Set();
  try {
    const { results } = await createJsonApi(transport).ask(
      `/crm/v3/properties/${objectType}/batch/read`,
      { inputs: names.map((name) => ({ name })), archived: false },
      namesSchema,
    );
    return new Set(results.map(({ name }) => name));
  } catch (error) {
    if (isCrmError(error) && error.kind === 'forbidden') return null;
    throw error;
  }
}
