import { useEffect, useState } from 'react';
import { dealTrades } from '@deal-terms/core/plan';
import type { PipelineDeal, PlanBasis, WorkedDeal } from '@deal-terms/core/plan';

const none: readonly WorkedDeal[] = [];

/** Work for this long, then let the page breathe. */
const sliceMs = 24;

/**
 * Works out the trades each deal's card makes at each price of the plan, in slices, so that nothing freezes.
 *
 * @param deals - the same array as long as they are the same deals
 * @param basis - the same object as long as the figures are the same
 * @returns the deals worked out so far; all of them when there are as many as `deals`
 */
export function usePlanDeals(deals: readonly PipelineDeal[], basis: PlanBasis): readonly WorkedDeal[] {
  const [worked, setWorked] = useState<{ readonly basis: PlanBasis; readonly deals: readonly WorkedDeal[] }>({
    basis,
    deals: [],
  });
  useEffect(() => {
    const done: WorkedDeal[] = [];
    let isDropped = false;
    const slice = () => {
      if (isDropped) return;
      const until = Date.now() + sliceMs;
      while (done.length < deals.length && Date.now() < until) {
        const deal = deals[done.length] as PipelineDeal;
        done.push({ ...deal, worked: dealTrades(deal.input, basis) });
      }
      setWorked({ basis, deals: [...done] });
      if (done.length < deals.length) setTimeout(slice, 0);
    };
    slice();
    return () => {
      isDropped = true;
    };
  }, [deals, basis]);
  // What was worked out by other figures says nothing of these.
  return worked.basis === basis ? worked.deals : none;
}
