import { addDays, startOfDay } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import type { Decision } from '@deal-terms/core/meetings';
import type { OwnerTask } from '../tasks/owner-task.ts';

export type DecisionTask = {
  readonly decision: Decision;
  /** What the decision is about, in words. */
  readonly about: string;
  /** Deals whose timelines show the task. */
  readonly dealIds: readonly string[];
};

/**
 * The task of whoever carries a decision out, due as its day ends in the account.
 *
 * @param at - when it is asked for, ISO 8601
 */
export function decisionTask({ decision, about, dealIds }: DecisionTask, account: Account, at: string): OwnerTask {
  const { id, what, decidedOn, dueOn, ownerId, by } = decision;
  return {
    key: decisionTaskKey(id),
    by,
    at,
    dueAt: new Date(startOfDay(addDays(dueOn, 1), account) - 1_000).toISOString(),
    ownerId,
    subject: `Decided: ${what}`,
    body: `${what}\n\nDecided on ${decidedOn} about ${about}. Written down by ${by}.`,
    about: dealIds.map((dealId) => ({ type: 'deals', id: dealId })),
    mayComeTwice: true,
  };
}

/** Key of a decision's task. */
export function decisionTaskKey(decisionId: string): string {
  return `task/decision/${decisionId}`;
}
