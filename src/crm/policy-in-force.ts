import * as z from 'zod/mini';
import { policySchema } from '../policy/index.ts';
import { appSettingsSchema } from './app-settings.ts';

/** The seller's policy as everything else uses it: whole, merged over the defaults, with its version. */
export const policyInForceSchema = z.object({
  /** Ledger version it was read from; 0 when nothing usable is stored and the defaults stand in. */
  version: z.int(),
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
