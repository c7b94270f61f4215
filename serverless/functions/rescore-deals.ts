import { rescoreDealsRequestSchema, rescoreDealsUid } from '@deal-terms/core/contracts';
import type { RescoreDealsReply, RescoreDealsRequest } from '@deal-terms/core/contracts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { readInstallation } from '../account/installation.ts';
import { createBulkDealPort } from '../ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../ports/bulk-deal-port.ts';
import { createEvidencePort } from '../ports/evidence-port.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import { evidenceOfMany } from '../evidence/page-evidence.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { rescoreBatch } from '../rescoring/rescore-batch.ts';

type Port = Pick<LedgerPort, 'readEntries'> & BulkDealPort & EvidencePort;
type Rescored = Extract<RescoreDealsReply, { ok: true }>;

/** Scores up to a hundred deals; three calls and what their evidence takes, one less when nothing changed. */
export const rescoreDeals: PageFunction<RescoreDealsRequest, Port, Rescored> = {
  uid: rescoreDealsUid,
  request: rescoreDealsRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...connectLedger(transport, ledgerKey),
    ...createBulkDealPort(transport),
    ...createEvidencePort(transport),
  }),
  run,
};

/** HubSpot's entry point. */
export const main = servePage(rescoreDeals);

async function run({ request, crm, nowMs }: PageCall<RescoreDealsRequest, Port>): Promise<Rescored | Refusal> {
  const installation = await readInstallation(crm);
  if (installation === null) return refuse('not_installed');
  const { counts, unscored } = await rescoreBatch(crm, {
    ids: [...new Set(request.dealIds)],
    installation,
    evidenceOf: evidenceOfMany(crm, installation),
    nowMs,
    evenCurrent: true,
    dryRun: false,
  });
  return { ok: true, ...counts, unscored: [...unscored] };
}
