import { openExpediteRequestSchema, openExpediteUid } from '@deal-terms/core/contracts';
import type { OpenExpediteReply } from '@deal-terms/core/contracts';
import type * as z from 'zod/mini';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { adopt } from '../expedite/adopt.ts';
import { connectExpedite } from '../expedite/expedite-port.ts';
import type { ExpeditePort } from '../expedite/expedite-port.ts';
import { contextOfDeal } from '../expedite/expedite-context.ts';
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

async function run({ crm, dealId, nowMs }: Call<unknown, ExpeditePort>): Promise<Opened | Refusal> {
  const found = await contextOfDeal(crm, dealId, nowMs);
  if (!found.ok) return found;
  const context = await adopt(crm, found.context);
  const [request, books] = await Promise.all([settle(crm, context), readWeeks(crm, context, context.moment.today)]);
  return {
    ok: true,
    request,
    state: context.state,
    weeks: loadsOf(books),
    asOf: isoInstant(nowMs),
    hasOperations: context.installation.policy.app.opsOwnerId !== null,
  };
}
