import { localDate } from '../crm/index.ts';
import type { Account, ExpediteRequest } from '../crm/index.ts';
import { dateFormat } from '../words/index.ts';
import type { Moment } from './state-at.ts';

/** A rep needs a working day to get an order out of a customer. */
export const remindedBeforeMs = 2 * 86_400_000;

/**
 * What the deal's owner is to be told before a hold ends.
 *
 * @param request - as it stands
 * @param dealName - for the subject
 * @param account - instants are said in its time zone
 * @returns null for a request that holds no slot, or whose hold ends later than in two days or is over; `key` names the hold: one that is promised anew is another
 */
export function holdReminder(
  { status, ticketId, revision, holdUntilMs, promisedDate }: ExpediteRequest,
  dealName: string,
  account: Pick<Account, 'timeZone'>,
  { nowMs }: Moment,
): { readonly key: string; readonly subject: string; readonly body: string } | null {
  if (status !== 'held' || holdUntilMs === null) return null;
  if (holdUntilMs <= nowMs || holdUntilMs - nowMs > remindedBeforeMs) return null;
  // The last moment of the offer: a hold ends as the day after it begins.
  const last = inWords(localDate(holdUntilMs - 1, account));
  return {
    key: `task/hold/${ticketId}/${revision}`,
    subject: `The slot is held until ${last}: ${dealName}`,
    body: `Operations hold a slot for delivery on ${promisedDate === null ? 'the day they promised' : inWords(promisedDate)} until the end of ${last}. Get the order, or the slot is free for others and the speed is off the table.`,
  };
}

/** Stored texts are read by everybody in the account: they are written in one language. */
function inWords(isoDate: string): string {
  return dateFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));
}
