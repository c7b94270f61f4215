import * as z from 'zod/mini';
import { keptScenarioSchema, scenarioNameSchema, scenarioSchema } from '../plan/scenario.ts';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `plan-scenarios`: reads, keeps and removes scenarios of the liquidity plan. They grant nothing and hold no customer's data: figures, and ids of deals left out. */
export const planScenariosUid = 'plan_scenarios';

/** Number of the scenario of that name the page showed; null for none. Where another one stands by now the reply is `conflict`, and nothing is changed. */
const seenSchema = z.nullable(z.int().check(z.gte(1)));

export const planScenariosRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('read') }),
  z.strictObject({ action: z.literal('keep'), scenario: scenarioSchema, replaces: seenSchema, by: actorSchema }),
  z.strictObject({ action: z.literal('remove'), name: scenarioNameSchema, replaces: seenSchema, by: actorSchema }),
]);
export type PlanScenariosRequest = z.infer<typeof planScenariosRequestSchema>;

export const planScenariosReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** All that are kept now, by name. */
    scenarios: z.array(keptScenarioSchema),
  }),
  failureSchema,
]);
export type PlanScenariosReply = z.infer<typeof planScenariosReplySchema>;
