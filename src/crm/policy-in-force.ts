import * as z from 'zod/mini';
import { policySchema } from '../policy/index.ts';
import { appSettingsSchema } from './app-settings.ts';

/** The seller's policy as everything else uses it: whole, merged over the defaults, with its version. */
export const policyInForceSchema = z.object({
  /** Ledger version it was read from; 0 when nothing usable is stored and the defaults stand in. */
  version: z.int(),
  /** Version from which scores read what they read now: scores of it and of all since are made by the same policy. */
  scoresSince: z.int(),
  /** Whether it was stored under the first model and is carried over: nobody has saved it since. */
  isOfVersion1: z.boolean(),
  model: policySchema,
  app: appSettingsSchema,
  /** Why the defaults stand in for what is stored, in words for the screen; null when nothing is wrong. */
  warning: z.nullable(z.string()),
  /** What is wrong with the text it was to be read from, with its place in it; missing when nothing is. */
  fault: z.optional(z.string()),
  /** Set where a policy was saved and none can be read: what needs a limit must not be recorded. */
  limitsUnknown: z.optional(z.literal(true)),
});
export type PolicyInForce = z.infer<typeof policyInForceSchema>;
