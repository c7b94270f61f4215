import { parseJson } from '@deal-terms/core/crm';
import type * as z from 'zod/mini';

/** An entry's body; null for what is not there or cannot be used. */
export function parseBody<T>(body: string | undefined, schema: z.ZodMiniType<T>): T | null {
  const parsed = schema.safeParse(parseJson(body ?? ''));
  return parsed.success ? parsed.data : null;
}
