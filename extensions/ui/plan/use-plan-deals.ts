import { useEffect, useState } from 'react';
import { planOptions } from '@deal-terms/core/plan';
import type { PipelineDeal, PlanOption } from '@deal-terms/core/plan';

/** A deal with what a plan may offer on it. */
export type WorkedDeal = PipelineDeal & { readonly options: readonly PlanOption[] };

/** Work for this long, then let the page breathe. */
const sliceMs = 24;

/**
 * Works out what may be offered on each deal, in slices, so that nothing freezes.
 *
 * @param deals - the same array as long as they are the same deals
 * @param borrowingRate - effective annual, in place of the policy's
 * @returns the deals worked out so far; all of them when there are as many as `deals`
 */
export function usePlanDeals(deals: readonly PipelineDeal[], borrowingRate: number): readonly WorkedDeal[] {
  const [worked, setWorked] = useState<readonly WorkedDeal[]>([]);
  useEffect(() => {
    const done: WorkedDeal[] = [];
    let isDropped = false;
    const slice = () => {
      if (isDropped) return;
      const until = Date.now() + sliceMs;
      while (done.length < deals.length && Date.now() < until) {
        const deal = deals[done.length] as PipelineDeal;
        const { input } = deal;
        done.push({ ...deal, options: planOptions({ ...input, policy: { ...input.policy, borrowingRate } }) });
      }
      setWorked([...done]);
      if (done.length < deals.length) setTimeout(slice, 0);
    };
    slice();
    return () => {
      isDropped = true;
    };
  }, [deals, borrowingRate]);
  return worked;
}
