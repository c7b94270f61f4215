import { parseJson } from '@deal-terms/core/crm';
import * as z from 'zod/mini';

/** A value HubSpot took and changed on the way in, such as an odd date (docs/hubspot.md section 5). The value itself is a customer's and is not kept. */
export type WriteWarning = { readonly category: string; readonly property: string };

const warningSchema = z.object({
  category: z.string(),
  context: z.optional(z.object({ propertyName: z.optional(z.union([z.string(), z.array(z.string())])) })),
});
const warnedSchema = z.object({ warnings: z.array(warningSchema) });
const batchSchema = z.object({ results: z.array(z.unknown()) });

/**
 * What an answer to a write warns of; nothing for one of another shape.
 *
 * @param method - of the request
 * @param body - as received
 */
export function warningsOf(method: string, body: Buffer): readonly WriteWarning[] {
  if (method === 'GET' || !body.includes('"warnings"')) return [];
  const answer = parseJson(body.toString('utf8'));
  return [answer, ...(batchSchema.safeParse(answer).data?.results ?? [])].flatMap((record) =>
    (warnedSchema.safeParse(record).data?.warnings ?? []).map(({ category, context }) => ({
      category,
      property: [context?.propertyName ?? []].flat().join(', '),
    })),
  );
}
