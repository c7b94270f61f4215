import { addDays } from '../crm/calendar.ts';
import type { Decision, MeetingRecord } from './meeting-record.ts';

/** So long a decision is news to the customer. */
const newsForDays = 60;
/** More than this nobody reads on a card. */
const shownAtMost = 2;

/**
 * What the rep should tell the customer: decisions about the deal or one of its themes, newest first.
 *
 * @param record - of the table
 * @param deal - its id and themes
 * @param today - ISO date in the account's time zone
 */
export function decisionsOfDeal(
  { decisions }: Pick<MeetingRecord, 'decisions'>,
  { dealId, themes }: { readonly dealId: string; readonly themes: readonly string[] },
  today: string,
): readonly Decision[] {
  return decisions
    .filter(
      ({ subject, outcome, decidedOn }) =>
        outcome !== 'dropped' &&
        decidedOn >= addDays(today, -newsForDays) &&
        (subject.kind === 'deal' ? subject.id === dealId : themes.includes(subject.id)),
    )
    .reverse()
    .slice(0, shownAtMost);
}
