import { useEffect, useState } from 'react';
import type { PlanInputs, Planner, WholePlan } from '@deal-terms/core/plan';

/** Work for this long, then let the page breathe. */
const sliceMs = 40;

/** Plans as they are made, and how far the work is. */
export type Planning = {
  /** One for each of the inputs, in their order; as many as are made. */
  readonly plans: readonly WholePlan[];
  /** Deals worked out, of all the plans' together. */
  readonly done: number;
  readonly total: number;
};

const nothing = { plans: [], done: 0 };

/**
 * Makes plans in slices, so that nothing freezes.
 *
 * @param planner - the same as long as the deals are the same
 * @param inputs - of each plan; the same array as long as they are the same
 */
export function usePlans(planner: Planner, inputs: readonly PlanInputs[]): Planning {
  const [made, setMade] = useState<{
    readonly inputs: readonly PlanInputs[];
    readonly planner: Planner;
    readonly plans: readonly WholePlan[];
    readonly done: number;
  }>({ inputs, planner, ...nothing });
  useEffect(() => {
    const work = allSteps(planner, inputs);
    const plans: WholePlan[] = [];
    let done = 0;
    let isDropped = false;
    const slice = () => {
      if (isDropped) return;
      const until = Date.now() + sliceMs;
      let isFinished = false;
      while (!isFinished && Date.now() < until) {
        const { value, done: isLast } = work.next();
        isFinished = isLast === true;
        if (value === 'deal') done += 1;
        else if (value !== undefined) plans.push(value);
      }
      setMade({ inputs, planner, plans: [...plans], done });
      if (!isFinished) setTimeout(slice, 0);
    };
    slice();
    return () => {
      isDropped = true;
    };
  }, [planner, inputs]);
  const total = inputs.reduce((sum, one) => sum + planner.countOf(one), 0);
  // What was made of other inputs says nothing of these.
  const isOfThese = made.inputs === inputs && made.planner === planner;
  return isOfThese ? { plans: made.plans, done: made.done, total } : { ...nothing, total };
}

function* allSteps(planner: Planner, inputs: readonly PlanInputs[]): Generator<'deal' | WholePlan, undefined> {
  for (const one of inputs) {
    const steps = planner.steps(one);
    let step = steps.next();
    while (step.done !== true) {
      yield 'deal';
      step = steps.next();
    }
    yield step.value;
  }
  return undefined;
}
