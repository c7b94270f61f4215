import { proposePolicyRequestSchema, proposePolicyUid } from '@deal-terms/core/contracts';
import type { ProposePolicyReply, ProposePolicyRequest } from '@deal-terms/core/contracts';
import { ledgerObjectType, policyProposalKey } from '@deal-terms/core/crm';
import { servePage } from '../runtime/app-function.ts';
import type { PageFunction } from '../runtime/app-function.ts';
import { createJsonRecords } from '../ports/json-records.ts';
import type { JsonRecords } from '../ports/json-records.ts';

type Proposed = Extract<ProposePolicyReply, { ok: true }>;

/** Keeps a proposal for the settings page; one call. */
export const proposePolicy: PageFunction<ProposePolicyRequest, JsonRecords, Proposed> = {
  uid: proposePolicyUid,
  request: proposePolicyRequestSchema,
  connect: createJsonRecords,
  run: async ({ request: { proposal, by }, crm, nowMs }) => {
    await crm.put(ledgerObjectType, policyProposalKey, 'entry_key', {
      kind: 'policy',
      body: JSON.stringify(proposal),
      author: by,
      written_at: new Date(nowMs).toISOString(),
    });
    return { ok: true };
  },
};

/** HubSpot's entry point. */
export const main = servePage(proposePolicy);
