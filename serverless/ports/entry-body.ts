import type * as z from 'zod/mini';

/** An entry's body; null for what is not there or cannot be used. */
export function parseBody<T>(body: string | undefined, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(body ?? ''));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
