import { openExpediteRequestSchema, openExpediteUid } from '@deal-terms/core/contracts';
import type { OpenExpediteReply } from '@deal-terms/core/contracts';
import type * as z from 'zod/mini';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { adopt } from '../expedite/adopt.ts';
import { connectExpedite } from '../expedite/expedite-port.ts';
import type { ExpeditePort } from '../expedite/expedite-port.ts';
import { isRefusal, sceneOfDeal } from '../expedite/expedite-context.ts';
import { settle } from '../expedite/settle.ts';
import { isoInstant } from '../expedite/ticket-changes.ts';
import { loadsOf, readWeeks } from '../expedite/weeks.ts';
import type { Refusal } from '../runtime/reply.ts';

type Opened = Extract<OpenExpediteReply, { ok: true }>;

/** The deal's latest request, and the weeks ahead; two calls, two more for the weeks' slots, and what has to be brought up to date. */
export const openExpedite: AppFunction<z.infer<typeof openExpediteRequestSchema>, ExpeditePort, Opened> = {
  uid: openExpediteUid,
  request: openExpediteRequestSchema,
  connect: connectExpedite,
  run,
};

/** HubSpot's entry point. */
export const main = serve(openExpedite);

async function run({ crm, dealId, attested, nowMs }: Call<unknown, ExpeditePort>): Promise<Opened | Refusal> {
  const found = await sceneOfDeal(crm, dealId, attested, nowMs);
  if (isRefusal(found)) return found;
  const scene = await adopt(crm, found);
  const [request, books] = await Promise.all([settle(crm, scene), readWeeks(crm, scene, scene.moment.today)]);
  return {
    ok: true,
    request,
    state: scene.state,
    weeks: loadsOf(books),
    asOf: isoInstant(nowMs),
    hasOperations: scene.installation.policy.app.opsOwnerId !== null,
  };
}
