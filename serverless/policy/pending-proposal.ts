import { currentPolicyKey, policyProposalKey, readProposal, storedProposalSchema } from '@deal-terms/core/crm';
import type { PolicyInForce, PolicyProposal } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { parseBody } from '../ports/entry-body.ts';
import type { StoredEntry } from '../ports/ledger-port.ts';

/** A proposal that waits to be looked at, by whom and since when (ISO 8601). */
export type PendingProposal = PolicyProposal & { readonly by: string; readonly at: string };

/**
 * The proposal that waits. One older than the policy in force has been looked at, or overtaken; one that could not be saved, or is not the app's own, is none.
 *
 * @param entries - `policy/current` and `policy/proposal` among them
 */
export function pendingProposal(
  entries: ReadonlyMap<string, StoredEntry>,
  policy: PolicyInForce,
): PendingProposal | null {
  const entry = waitingEntry(entries);
  if (entry === null) return null;
  const read = readProposal(entry.body, policy);
  return read.ok ? { ...read.proposal, by: entry.author, at: entry.writtenAt } : null;
}

/** A proposal that would wait, had it not been learnt under an earlier model: by whom, and since when (ISO 8601). */
export function droppedProposal(
  entries: ReadonlyMap<string, StoredEntry>,
): { readonly by: string; readonly at: string } | null {
  const entry = waitingEntry(entries);
  const stored = entry === null ? null : parseBody(entry.body, storedProposalSchema);
  return entry === null || stored === null || stored.modelVersion === MODEL_VERSION
    ? null
    : { by: entry.author, at: entry.writtenAt };
}

function waitingEntry(entries: ReadonlyMap<string, StoredEntry>): StoredEntry | null {
  const [entry, current] = [entries.get(policyProposalKey), entries.get(currentPolicyKey)];
  if (entry?.isGenuine !== true) return null;
  return current !== undefined && Date.parse(current.writtenAt) > Date.parse(entry.writtenAt) ? null : entry;
}
