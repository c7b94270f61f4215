import { openBoardRequestSchema, openBoardUid } from '@deal-terms/core/contracts';
import type { OpenBoardReply } from '@deal-terms/core/contracts';
import { localDate, totalsKey, totalsSchema } from '@deal-terms/core/crm';
import type * as z from 'zod/mini';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { installationFrom, installationKeys } from '../account/installation.ts';
import { parseBody } from '../ports/entry-body.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { createPeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import type { PeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Port = Pick<LedgerPort, 'readEntries'> & PeopleAndStagesPort;
type Opened = Extract<OpenBoardReply, { ok: true }>;

/** Names, policy and totals for the app's pages; three calls side by side, reads only. */
export const openBoard: PageFunction<z.infer<typeof openBoardRequestSchema>, Port, Opened> = {
  uid: openBoardUid,
  request: openBoardRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...connectLedger(transport, ledgerKey),
    ...createPeopleAndStagesPort(transport),
  }),
  run,
};

/** HubSpot's entry point. */
export const main = servePage(openBoard);

async function run({ crm, nowMs }: PageCall<unknown, Port>): Promise<Opened | Refusal> {
  const [entries, owners, pipelines] = await Promise.all([
    crm.readEntries([...installationKeys, totalsKey]),
    crm.owners(),
    crm.dealPipelines(),
  ]);
  const installation = await installationFrom(crm, entries);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const totals = parseBody(entries.get(totalsKey)?.body, totalsSchema);
  return {
    ok: true,
    account,
    policy,
    totals,
    owners: [...owners],
    pipelines: pipelines.map(({ stages, ...pipeline }) => ({ ...pipeline, stages: [...stages] })),
    today: localDate(nowMs, account),
  };
}
