import { readPolicyRequestSchema, readPolicyUid } from '@deal-terms/core/contracts';
import type { PolicyVersion, ReadPolicyReply, ReadPolicyRequest } from '@deal-terms/core/contracts';
import {
  accountKey,
  currentPolicyKey,
  policyProposalKey,
  policyProposalSchema,
  readPolicy as readStored,
} from '@deal-terms/core/crm';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { parseBody, readAccount } from '../account/installation.ts';
import { finishInterruptedSave, readRange, readVersions } from '../policy/policy-versions.ts';
import { createLedgerEntryPort } from '../ports/ledger-entry-port.ts';
import type { LedgerEntry, LedgerEntryPort } from '../ports/ledger-entry-port.ts';
import { createPeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import type { PeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Port = LedgerEntryPort & Pick<PeopleAndStagesPort, 'owners'>;
type Opened = Extract<ReadPolicyReply, { ok: true }>;

const shownAtOnce = 20;

/** The seller's policy with its history; three calls. */
export const readPolicy: PageFunction<ReadPolicyRequest, Port, Opened> = {
  uid: readPolicyUid,
  request: readPolicyRequestSchema,
  connect: (transport) => ({
    ...createLedgerEntryPort(transport),
    owners: createPeopleAndStagesPort(transport).owners,
  }),
  run,
};

/** HubSpot's entry point. */
export const main = servePage(readPolicy);

async function run({ request, crm }: PageCall<ReadPolicyRequest, Port>): Promise<Opened | Refusal> {
  const [entries, owners] = await Promise.all([
    crm.readEntries([accountKey, currentPolicyKey, policyProposalKey]),
    crm.owners(),
  ]);
  const account = readAccount(entries.get(accountKey)?.body);
  if (account === null) return refuse('not_installed');
  const versions = await readVersions(crm, entries.get(currentPolicyKey)?.body ?? null);
  const current = await finishInterruptedSave(crm, versions);
  const proposal = proposalOf(entries.get(policyProposalKey), versions.byNumber.get(versions.latest));
  return {
    ok: true,
    account,
    policy: readStored(current),
    latest: versions.latest,
    proposal,
    history: await historyBefore(crm, versions, request.before),
    owners: [...owners],
  };
}

/** A proposal that is older than the latest version has been looked at, or overtaken. */
function proposalOf(entry: LedgerEntry | undefined, latest: LedgerEntry | undefined): Opened['proposal'] {
  if (entry === undefined || (latest !== undefined && latest.writtenAt > entry.writtenAt)) return null;
  const proposal = parseBody(entry.body, policyProposalSchema);
  return proposal === null ? null : { ...proposal, by: entry.author, at: entry.writtenAt };
}

async function historyBefore(
  crm: Port,
  { latest, byNumber }: Awaited<ReturnType<typeof readVersions>>,
  before = latest + 1,
): Promise<PolicyVersion[]> {
  const from = Math.max(1, before - shownAtOnce);
  const isRead = byNumber.has(from) || from >= latest;
  const found = isRead ? byNumber : await readRange(crm, from, before - 1);
  return [...found]
    .filter(([number]) => number >= from && number < before)
    .map(([number, entry]) => versionOf(number, entry))
    .sort((one, other) => other.version - one.version);
}

function versionOf(version: number, { body, author, writtenAt }: LedgerEntry): PolicyVersion {
  return { version, body, author, writtenAt };
}
