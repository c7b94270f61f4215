import * as z from 'zod/mini';
import type { FunctionRequest } from '../protocol.ts';

/** Sends a request to the CRM API as the holder of a token; `path` with its query. */
export type CrmFetch = (path: string, token: string) => Promise<Response>;

const recordSchema = z.object({ properties: z.record(z.string(), z.nullable(z.string())) });

/**
 * What HubSpot reads from the record page for the function: only properties that were asked for, an empty one as null.
 *
 * @param objectQuery - record and property names; without either there is nothing to read
 * @param crm - CRM API
 * @param viewerToken - whoever looks at the record: what they may not see is not attested
 * @throws {Error} when the record cannot be read
 */
export async function attestedProperties(
  objectQuery: FunctionRequest['objectQuery'],
  crm: CrmFetch,
  viewerToken: string,
): Promise<Record<string, string | null>> {
  const names = objectQuery?.objectPropertyNames.filter((name) => name !== '') ?? [];
  if (objectQuery === undefined || names.length === 0) return {};
  const { objectTypeId, objectId } = objectQuery;
  const query = new URLSearchParams(names.map((name) => ['properties', name]));
  const answer = await crm(
    `/crm/v3/objects/${encodeURIComponent(objectTypeId)}/${encodeURIComponent(objectId)}?${query.toString()}`,
    viewerToken,
  );
  if (!answer.ok)
    throw new Error(
      `Failed to fetch CRM object properties with objectTypeId~${objectTypeId} objectId~${objectId}: HTTP ${answer.status}`,
    );
  const { properties } = recordSchema.parse(await answer.json());
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}
