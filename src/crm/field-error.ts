import * as z from 'zod/mini';

/** A captured field that cannot be used; `message` says, for the screen, what was expected and what came. */
export const fieldErrorSchema = z.object({ field: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;
