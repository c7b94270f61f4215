import { rescoreDealsRequestSchema, rescoreDealsUid } from '@deal-terms/core/contracts';
import type { RescoreDealsReply, RescoreDealsRequest } from '@deal-terms/core/contracts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { readInstallation } from '../account/installation.ts';
import { createBulkDealPort } from '../ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../ports/bulk-deal-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { rescoreBatch } from '../rescoring/rescore-batch.ts';

type Rescored = Extract<RescoreDealsReply, { ok: true }>;

/** Scores up to a hundred deals; three calls, two when nothing changed. */
export const rescoreDeals: PageFunction<RescoreDealsRequest, BulkDealPort, Rescored> = {
  uid: rescoreDealsUid,
  request: rescoreDealsRequestSchema,
  connect: createBulkDealPort,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(rescoreDeals);

async function run({ request, crm, nowMs }: PageCall<RescoreDealsRequest, BulkDealPort>): Promise<Rescored | Refusal> {
  const installation = await readInstallation(crm);
  if (installation === null) return refuse('not_installed');
  const { counts, unscored } = await rescoreBatch(crm, {
    ids: [...new Set(request.dealIds)],
    installation,
    nowMs,
    evenCurrent: true,
    dryRun: false,
  });
  return { ok: true, ...counts, unscored: [...unscored] };
}
