import * as z from 'zod/mini';

/** Whether a deal's stored score still answers for its inputs. `changed` names, in words' keys, what moved since. */
export const freshnessSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unscored') }),
  z.object({ state: z.literal('current'), scoredAt: z.string() }),
  z.object({
    state: z.literal('stale'),
    scoredAt: z.string(),
    /** `inputs` stands for any of margin, dates, terms, answers, currency or rate. */
    changed: z.array(z.enum(['amount', 'policy', 'model', 'inputs'])),
  }),
]);
export type Freshness = z.infer<typeof freshnessSchema>;
