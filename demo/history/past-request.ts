import { addDays, localDate } from '@deal-terms/core/crm';
import type { ExpediteRequest } from '@deal-terms/core/crm';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { neededBy } from '../demo-records.ts';
import { fullName } from '../people.ts';
import type { PastWork } from './past-work.ts';

/** An offer stands for this long. */
const offerDays = 21;
/** Operations say no to one request in so many. */
const shareDeclined = 0.15;

/**
 * Asks operations for the speed an offer promises, and waits a day for their answer.
 *
 * @returns the request with their promise; null when they said no
 */
export async function* askForSpeed(
  work: PastWork,
  { paymentPlan, forecast, discount, daysSaved }: OfferedTerms,
  day: number,
): AsyncGenerator<number, ExpediteRequest | null, void> {
  const { steps, deal, past, calendar, owner, random, installation, nowMs } = work;
  const today = localDate(nowMs(), installation.account);
  const { request } = await steps.askOperations(deal, {
    action: 'request',
    by: fullName(owner),
    terms: {
      neededBy: neededBy(past, calendar) ?? addDays(today, past.answers.leadTimeDays),
      daysSaved,
      paymentPlan,
      forecast,
      discount,
      customerWhy: past.answers.customerWhy ?? '',
      offerExpires: addDays(today, offerDays),
    },
  });
  if (request === null) return null;
  yield calendar.instantMs(day + 1 + random.next() * 0.4);
  const by = fullName('marta');
  const { ticketId, revision } = request;
  const isDeclined = random.chance(shareDeclined);
  const decided = await steps.decideRequest(ticketId, {
    by,
    revision,
    decision: isDeclined
      ? { action: 'decline', reason: 'The carvers are booked out until the week after.' }
      : {
          action: 'accept',
          date: addDays(calendar.date(past.closesInDays), past.answers.leadTimeDays - daysSaved),
          cost: Math.round((request.costEstimate ?? 0) * (0.9 + 0.3 * random.next())),
        },
  });
  return isDeclined ? null : decided.request;
}

/** The customer has ordered, and the slot is held for good; or has not, and it is free again. */
export async function endRequest(
  { steps, deal, owner }: PastWork,
  { ticketId, revision }: ExpediteRequest,
  isAgreed: boolean,
): Promise<ExpediteRequest | null> {
  const after = isAgreed
    ? await steps.decideRequest(ticketId, { decision: { action: 'confirm' }, revision, by: fullName('marta') })
    : await steps.askOperations(deal, { action: 'withdraw', revision, by: fullName(owner) });
  return isAgreed ? after.request : null;
}

/** @returns what the speed really cost, deal's currency */
export async function shipRequest(
  { steps, random }: PastWork,
  { ticketId, revision, cost }: ExpediteRequest,
): Promise<number> {
  const actualCost = Math.round((cost ?? 0) * (0.85 + 0.35 * random.next()));
  await steps.decideRequest(ticketId, { decision: { action: 'ship', actualCost }, revision, by: fullName('marta') });
  return actualCost;
}
