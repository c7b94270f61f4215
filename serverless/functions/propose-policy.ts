import { proposePolicyRequestSchema, proposePolicyUid } from '@deal-terms/core/contracts';
import type { ProposePolicyReply, ProposePolicyRequest } from '@deal-terms/core/contracts';
import { policyProposalKey, readProposal } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { installationFrom, installationKeys } from '../account/installation.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { pendingProposal } from '../policy/pending-proposal.ts';
import { connectLedger } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Proposed = Extract<ProposePolicyReply, { ok: true }>;

/** Keeps a proposal for the settings page, if it is one that could be saved and nobody else's is waiting. Two calls. */
export const proposePolicy: PageFunction<ProposePolicyRequest, LedgerPort, Proposed> = {
  uid: proposePolicyUid,
  request: proposePolicyRequestSchema,
  connect: connectLedger,
  run,
};

/** HubSpot's entry point. */
export const main = servePage(proposePolicy);

async function run({
  request: { proposal, by, replaces = null },
  crm,
  nowMs,
}: PageCall<ProposePolicyRequest, LedgerPort>): Promise<Proposed | Refusal> {
  const entries = await crm.readEntries([...installationKeys, policyProposalKey]);
  const installation = await installationFrom(crm, entries);
  if (installation === null) return refuse('not_installed');
  const body = JSON.stringify({ ...proposal, modelVersion: MODEL_VERSION });
  const read = readProposal(body, installation.policy);
  if (!read.ok) return refuse('invalid_field', { fields: [...read.faults] });
  const pending = pendingProposal(entries, installation.policy);
  if (pending !== null && pending.by !== by && pending.at !== replaces)
    return refuse('proposal_pending', { pending: { by: pending.by, at: pending.at } });
  await crm.putEntry({
    key: policyProposalKey,
    kind: 'policy',
    body,
    author: by,
    writtenAt: new Date(nowMs).toISOString(),
  });
  return { ok: true };
}
