import { readPolicyRequestSchema, readPolicyUid } from '@deal-terms/core/contracts';
import type { PolicyVersion, ReadPolicyReply, ReadPolicyRequest } from '@deal-terms/core/contracts';
import { currentPolicyKey, policyProposalKey, readPolicy as readStored } from '@deal-terms/core/crm';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { installationKeys, readAccount } from '../account/installation.ts';
import { droppedProposal, pendingProposal } from '../policy/pending-proposal.ts';
import { policyFrom } from '../policy/policy-in-force.ts';
import { finishInterruptedSave, readRange, readVersions } from '../policy/policy-versions.ts';
import { lackingProperties } from '../evidence/lacking-properties.ts';
import type { ExistingProperties } from '../evidence/lacking-properties.ts';
import { existingProperties } from '../ports/property-labels.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { createPeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import type { PeopleAndStagesPort } from '../ports/people-and-stages-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Port = LedgerPort & Pick<PeopleAndStagesPort, 'owners'> & { readonly existingProperties: ExistingProperties };
type Opened = Extract<ReadPolicyReply, { ok: true }>;

const shownAtOnce = 20;

/** The seller's policy with its history; three calls, and one for each kind of record it names properties of. */
export const readPolicy: PageFunction<ReadPolicyRequest, Port, Opened> = {
  uid: readPolicyUid,
  request: readPolicyRequestSchema,
  connect: (transport, ledgerKey) => ({
    ...connectLedger(transport, ledgerKey),
    owners: createPeopleAndStagesPort(transport).owners,
    existingProperties: (on, names) => existingProperties(transport, on, names),
  }),
  run,
};

/** HubSpot's entry point. */
export const main = servePage(readPolicy);

async function run({ request, crm }: PageCall<ReadPolicyRequest, Port>): Promise<Opened | Refusal> {
  const [entries, owners] = await Promise.all([
    crm.readEntries([...installationKeys, policyProposalKey]),
    crm.owners(),
  ]);
  const account = readAccount(entries);
  if (account === null) return refuse('not_installed');
  const versions = await readVersions(crm, entries.get(currentPolicyKey) ?? null);
  const found = await policyFrom(crm, entries, account);
  const inForce = await finishInterruptedSave(crm, versions);
  const policy = inForce === null ? found : { ...readStored(inForce), warning: found.warning };
  return {
    ok: true,
    account,
    policy,
    latest: versions.latest,
    proposal: pendingProposal(entries, policy),
    droppedProposal: droppedProposal(entries),
    history: await historyBefore(crm, versions, request.before),
    isProtected: crm.isProtected,
    owners: [...owners],
    lackingProperties: await lackingProperties(crm.existingProperties, policy.app.ownProperties),
  };
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

function versionOf(version: number, { body, author, writtenAt, isGenuine }: StoredEntry): PolicyVersion {
  return { version, body, author, writtenAt, isForged: !isGenuine };
}
