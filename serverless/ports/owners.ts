import * as z from 'zod/mini';
import type { JsonApi } from './json-api.ts';

/** Somebody deals can belong to, with the id of its HubSpot user. */
export type Person = { readonly ownerId: string; readonly userId: string | null; readonly name: string };

const pageSize = 500;
const text = z.nullish(z.string());
const ownersSchema = z.object({
  results: z.array(
    z.object({ id: z.string(), userId: z.nullish(z.number()), firstName: text, lastName: text, email: text }),
  ),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});

/**
 * Everybody deals can belong to, 500 at a time. One call.
 *
 * @param after - where the page before ended; undefined for the first
 * @returns names, else addresses; `after` of the next page, undefined when this was the last
 * @throws {CrmError}
 */
export async function readOwners(
  api: JsonApi,
  after?: string,
): Promise<{ readonly people: readonly Person[]; readonly after: string | undefined }> {
  const { results, paging } = await api.read(
    `/crm/v3/owners?limit=${pageSize}&archived=false${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`,
    ownersSchema,
  );
  const people = results.map(({ id, userId, firstName, lastName, email }) => {
    const name = `${firstName ?? ''} ${lastName ?? ''}`.trim();
    return { ownerId: id, userId: userId == null ? null : String(userId), name: name === '' ? (email ?? id) : name };
  });
  return { people, after: paging?.next?.after };
}
