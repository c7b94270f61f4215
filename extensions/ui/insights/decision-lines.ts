import type { TaskState } from '@deal-terms/core/contracts';
import { addDays } from '@deal-terms/core/crm';
import type { Decision, MeetingRecord } from '@deal-terms/core/meetings';
import { dateInWords } from '../shared/reader.ts';

/** A decision as the next meeting hears of it. */
export type DecisionLine = {
  readonly id: string;
  readonly what: string;
  /** What it is about, in words. */
  readonly about: string;
  readonly who: string;
  readonly due: string;
  readonly decided: string;
  readonly status: string;
  readonly tone: 'success' | 'warning' | 'danger' | 'default';
  readonly isOpen: boolean;
  /** Open, and its day has come or its task is done: somebody should say what became of it. */
  readonly isDue: boolean;
};

export type DecisionWords = {
  readonly theme: (id: string) => string;
  readonly deal: (id: string) => string;
  readonly owner: (id: string) => string;
  readonly locale: string;
};

/** Without a meeting on record, what was settled within so many days is still news. */
const newsForDays = 30;

/**
 * What the table hears first: decisions that are open, and those settled since the last meeting, oldest first.
 *
 * @param record - of the table
 * @param tasks - how tasks stand, by decision
 * @param today - ISO date
 * @param words - names
 */
export function decisionLines(
  { decisions, lastMeeting }: MeetingRecord,
  tasks: Readonly<Record<string, TaskState>>,
  today: string,
  words: DecisionWords,
): readonly DecisionLine[] {
  const since = lastMeeting?.on ?? addDays(today, -newsForDays);
  return decisions
    .filter(({ settledOn }) => settledOn === null || settledOn >= since)
    .map((decision) => {
      const { id, what, subject, ownerId, dueOn, decidedOn, outcome } = decision;
      const task = tasks[id];
      const isOpen = outcome === 'open';
      return {
        id,
        what,
        about: subject.kind === 'theme' ? words.theme(subject.id) : words.deal(subject.id),
        who: words.owner(ownerId),
        due: dateInWords(dueOn, words.locale),
        decided: dateInWords(decidedOn, words.locale),
        ...statusOf(decision, task, today),
        isOpen,
        isDue: isOpen && (task === 'done' || dueOn <= today),
      };
    });
}

function statusOf(
  { outcome, dueOn }: Decision,
  task: TaskState | undefined,
  today: string,
): Pick<DecisionLine, 'status' | 'tone'> {
  if (outcome === 'done') return { status: 'Done', tone: 'success' };
  if (outcome === 'dropped') return { status: 'Dropped', tone: 'default' };
  if (task === 'done') return { status: 'Task done', tone: 'success' };
  if (dueOn < today) return { status: 'Overdue', tone: 'danger' };
  if (task === 'gone') return { status: 'Task deleted', tone: 'warning' };
  return task === undefined ? { status: 'No task known', tone: 'warning' } : { status: 'Task open', tone: 'default' };
}
