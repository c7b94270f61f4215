import { addDays } from '../crm/calendar.ts';
import type { MeetingRecord } from './meeting-record.ts';

/** A why nobody has talked about for so long stands out. */
export const silentAfterDays = 30;

/**
 * The last day a deal's why was talked about: the deal itself, or one of its themes.
 *
 * @param record - of the table
 * @param deal - its id and themes; without an id, only the themes count
 * @returns ISO date; null for never, or longer ago than the record goes back
 */
export function lastDiscussedOn(
  { discussed }: Pick<MeetingRecord, 'discussed'>,
  { dealId, themes }: { readonly dealId: string | null; readonly themes: readonly string[] },
): string | null {
  const days = [
    ...(dealId === null ? [] : [discussed.deals[dealId]]),
    ...themes.map((theme) => discussed.themes[theme]),
  ].filter((day) => day !== undefined);
  return days.sort().at(-1) ?? null;
}

/**
 * Whether nobody has talked about something for `silentAfterDays`.
 *
 * @param lastOn - the last day somebody did; null for never
 * @param today - ISO date
 */
export function isSilent(lastOn: string | null, today: string): boolean {
  return lastOn === null || lastOn < addDays(today, -silentAfterDays);
}
