import { useEffect, useState } from 'react';
import { proposePolicy } from '@deal-terms/core/learning';
import type { AnsweredOffer, Proposal } from '@deal-terms/core/learning';
import type { Policy } from '@deal-terms/core/policy';

/**
 * What answers speak for changing, worked out once the page has been drawn: it takes a while.
 *
 * @param offers - the same array as long as they are the same
 * @returns null until it is worked out
 */
export function useProposal(offers: readonly AnsweredOffer[], policy: Policy): Proposal | null {
  const [proposal, setProposal] = useState<Proposal | null>(null);
  useEffect(() => {
    let isDropped = false;
    setTimeout(() => {
      if (!isDropped) setProposal(proposePolicy(offers, policy));
    }, 0);
    return () => { isDropped = true; };
  }, [offers, policy]);
  return proposal;
}
