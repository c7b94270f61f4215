import { useCallback, useEffect, useState } from 'react';
import { planScenariosReplySchema, planScenariosUid } from '@deal-terms/core/contracts';
import type { Failure, PlanScenariosReply } from '@deal-terms/core/contracts';
import { MOST_SCENARIOS } from '@deal-terms/core/plan';
import type { KeptScenario, Scenario } from '@deal-terms/core/plan';
import { callForPage } from '../shared/call-function.ts';
import { failureView } from '../shared/failure-view.ts';

type Change =
  | { readonly action: 'keep'; readonly scenario: Scenario; readonly replaces: number | null }
  | { readonly action: 'remove'; readonly name: string; readonly replaces: number };

/** What is known of the kept scenarios, and what came of the last change. */
export type Scenarios = {
  /** By name; null while they are read, or where they cannot be. */
  readonly kept: readonly KeptScenario[] | null;
  readonly isBusy: boolean;
  /** What went wrong last; null for nothing. */
  readonly problem: { readonly title: string; readonly text: string } | null;
  /** What was done last, in a sentence. */
  readonly done: string | null;
  readonly read: () => void;
  /** @returns whether it is kept now */
  readonly keep: (scenario: Scenario, replaces: number | null) => Promise<boolean>;
  readonly remove: (scenario: KeptScenario) => Promise<boolean>;
};

type State = Pick<Scenarios, 'kept' | 'isBusy' | 'problem' | 'done'>;

/**
 * The account's scenarios, read once and changed one at a time.
 *
 * @param by - who changes them, as the page knows it
 */
export function useScenarios(by: string): Scenarios {
  const [state, setState] = useState<State>({ kept: null, isBusy: true, problem: null, done: null });
  const call = (parameters: object): Promise<PlanScenariosReply> =>
    callForPage(planScenariosUid, parameters as Parameters<typeof callForPage>[1], planScenariosReplySchema);
  const read = useCallback(() => {
    setState((before) => ({ ...before, isBusy: true }));
    void call({ action: 'read' }).then((reply) => {
      setState((before) =>
        reply.ok
          ? { kept: reply.scenarios, isBusy: false, problem: null, done: null }
          : { ...before, isBusy: false, problem: failureView(reply) },
      );
    });
  }, []);
  useEffect(read, [read]);
  const change = async (asked: Change, said: string): Promise<boolean> => {
    setState((before) => ({ ...before, isBusy: true, problem: null, done: null }));
    const reply = await call({ ...asked, by });
    if (reply.ok) {
      setState({ kept: reply.scenarios, isBusy: false, problem: null, done: said });
      return true;
    }
    // Whoever was told of somebody else's change is shown it.
    const now = reply.code === 'conflict' ? await call({ action: 'read' }) : reply;
    setState((before) => ({
      kept: now.ok ? now.scenarios : before.kept,
      isBusy: false,
      problem: problemOf(reply),
      done: null,
    }));
    return false;
  };
  return {
    ...state,
    read,
    keep: (scenario, replaces) => change({ action: 'keep', scenario, replaces }, `“${scenario.name}” is kept.`),
    remove: ({ name, number }) => change({ action: 'remove', name, replaces: number }, `“${name}” is removed.`),
  };
}

function problemOf(failure: Failure): NonNullable<State['problem']> {
  switch (failure.code) {
    case 'conflict':
      return {
        title: 'Somebody else changed this scenario',
        text: 'Nothing was changed. The list below is as it is now: look at it, then try again.',
      };
    case 'not_possible':
      return {
        title: `${MOST_SCENARIOS} scenarios are kept already`,
        text: 'Remove one that nobody needs any more, then keep yours.',
      };
    default: {
      const { title, text } = failureView(failure);
      return { title, text };
    }
  }
}
