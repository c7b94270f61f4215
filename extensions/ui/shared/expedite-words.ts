import type { Failure } from '@deal-terms/core/contracts';
import { isoWeekOf } from '@deal-terms/core/expedite';
import type { RequestState, WeekLoad } from '@deal-terms/core/expedite';
import { count } from '@deal-terms/core/words';
import { failureView } from './failure-view.ts';
import type { FailureView } from './failure-view.ts';
import { weekInWords } from './week-words.ts';

type Tone = 'danger' | 'warning' | 'info' | 'success' | 'default';

const states: Record<RequestState, { readonly label: string; readonly tone: Tone }> = {
  none: { label: 'Not requested', tone: 'default' },
  requested: { label: 'Requested', tone: 'info' },
  held: { label: 'Accepted, slot held', tone: 'success' },
  countered: { label: 'Counter-offer', tone: 'warning' },
  approved: { label: 'Approved', tone: 'success' },
  shipped: { label: 'Shipped', tone: 'success' },
  declined: { label: 'Declined', tone: 'danger' },
  expired: { label: 'Expired', tone: 'default' },
  withdrawn: { label: 'Withdrawn', tone: 'default' },
};

/** Where a request stands, in a word or two. */
export function stateLabel(state: RequestState): string {
  return states[state].label;
}

/** Colour of a state; its word says the same. */
export function stateTone(state: RequestState): Tone {
  return states[state].tone;
}

/**
 * How full a week is: "2 of 5 slots taken in week 52, 21–27 Dec", and the next week with room when it is full.
 *
 * @param weeks - as a function told them
 * @param date - ISO date in the week
 * @returns null when nobody counted that week
 */
export function loadInWords(
  weeks: readonly WeekLoad[],
  date: string,
  locale: string,
): { readonly text: string; readonly isFull: boolean } | null {
  const week = isoWeekOf(date);
  const place = weeks.findIndex((load) => load.week === week);
  const load = weeks[place];
  if (load === undefined) return null;
  const taken = `${count(load.used, { locale })} of ${count(load.slots, { locale })} ${load.slots === 1 ? 'slot' : 'slots'} taken in ${weekInWords(week, locale)}`;
  if (load.used < load.slots) return { text: ended(taken), isFull: false };
  const next = weeks.slice(place + 1).find(({ used, slots }) => used < slots)?.week;
  return { text: `${taken}: it is full. ${nextFree(next ?? null, locale)}`, isFull: true };
}

/** A failure of an expedite function, with what it says of the request or the week. */
export function expediteFailure(failure: Failure, locale: string): FailureView {
  const view = failureView(failure);
  const { expedite, fields } = failure;
  if (failure.code === 'week_full')
    return {
      ...view,
      text: `Every slot of ${weekInWords(expedite?.week ?? '', locale)} is taken. ${nextFree(expedite?.nextFree ?? null, locale)}`,
    };
  if (failure.code === 'already_decided')
    return {
      ...view,
      text: `${expedite?.by === undefined || expedite.by === '' ? 'Somebody' : expedite.by} changed this request first; yours was not taken. Below is how it stands now.`,
    };
  if (failure.code === 'not_possible')
    return {
      ...view,
      text: `It is ${stateLabel((expedite?.state ?? 'none') as RequestState).toLowerCase()} now. Below is how it stands.`,
    };
  if (failure.code === 'invalid_field' && fields !== undefined)
    return {
      ...view,
      title: 'That cannot be asked',
      text: fields.map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`).join(' '),
    };
  return view;
}

function nextFree(week: string | null, locale: string): string {
  return week === null
    ? 'No week in sight has a free slot.'
    : ended(`The next week with a free slot is ${weekInWords(week, locale)}`);
}

/** A sentence with its full stop: in some languages a short month has brought it already (“4.–10. Jan.”). */
function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
