import * as z from 'zod/mini';

/** A captured field that cannot be used; `message` says, for the screen, what is wrong and what to enter. */
export const fieldErrorSchema = z.object({ field: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;
