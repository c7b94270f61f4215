import { useEffect, useState } from 'react';
import { readPolicyReplySchema, readPolicyUid } from '@deal-terms/core/contracts';
import { readPolicy } from '@deal-terms/core/crm';
import type { PolicyInForce } from '@deal-terms/core/crm';
import { LEAST_ANSWERS, proposePolicy } from '@deal-terms/core/learning';
import type { AnsweredOffer, Proposal } from '@deal-terms/core/learning';
import { defaultPolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { callForPage } from '../shared/call-function.ts';

/**
 * Changes the answers suggest, worked out once the page has been drawn: it takes a while.
 *
 * @param offers - the same array as long as they are the same
 * @param policy - in force
 * @param firstVersion - of the policy the first of the offers was made under: what was believed before any of them was answered
 * @returns null until it is worked out
 */
export function useProposal(
  offers: readonly AnsweredOffer[],
  policy: PolicyInForce,
  firstVersion: number,
): Proposal | null {
  const [proposal, setProposal] = useState<Proposal | null>(null);
  useEffect(() => {
    let isDropped = false;
    const work = async () => {
      const before = offers.length < LEAST_ANSWERS ? defaultPolicy : await policyOf(firstVersion, policy);
      // Lets the page draw that it is at work.
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 0);
      });
      if (!isDropped) setProposal(proposePolicy(offers, policy.model, { before }));
    };
    void work();
    return () => {
      isDropped = true;
    };
  }, [offers, policy, firstVersion]);
  return proposal;
}

/** The policy of a version; the built-in one where it is too old to be kept at hand, or cannot be read. */
async function policyOf(version: number, inForce: PolicyInForce): Promise<Policy> {
  if (version === inForce.version) return inForce.model;
  if (version === 0) return defaultPolicy;
  const reply = await callForPage(readPolicyUid, { before: version + 1 }, readPolicyReplySchema);
  const kept = reply.ok ? reply.history.find((one) => one.version === version) : undefined;
  return kept === undefined ? defaultPolicy : readPolicy(kept.body).model;
}
