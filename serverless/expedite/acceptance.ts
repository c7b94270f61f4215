import { addDays, startOfDay } from '@deal-terms/core/crm';
import { decided, daysSavedBy, gainIfGranted, isInSight } from '@deal-terms/core/expedite';
import type { ExpediteRequest, Promised } from '@deal-terms/core/expedite';
import type { Change } from './carry-out.ts';
import { basisOf } from './expedite-context.ts';
import type { RequestContext } from './expedite-context.ts';

/**
 * A date and cost as they come out for the deal. For a deal that cannot be scored the days asked for stand, and nobody knows the gain.
 *
 * @param date - ISO date
 * @param cost - in the deal's currency
 */
export function promised(context: RequestContext, date: string, cost: number): Promised {
  const { request } = context;
  const basis = basisOf(context);
  const days = basis === null ? (request.daysSaved ?? 0) : daysSavedBy(basis, date);
  return {
    date,
    days,
    cost,
    gain: basis === null ? null : gainIfGranted(basis, { ...request, daysSaved: days }, cost),
  };
}

/** When a slot that is held for a request is free again: its offer's last day is over. Null for an offer without one. */
export function holdEnd({
  installation: { account },
  moment: { today },
  request: { offerExpires },
}: RequestContext): number | null {
  return offerExpires === null || !isInSight(offerExpires, today)
    ? null
    : startOfDay(addDays(offerExpires, 1), account);
}

/** What accepting a date at a cost is: a slot is held until the offer's last day is over. */
export function acceptance(
  context: RequestContext,
  date: string,
  cost: number,
  by: string,
): Pick<Change, 'action' | 'particulars' | 'next' | 'slotOn'> {
  const { moment } = context;
  const holdUntilMs = holdEnd(context);
  const promise = promised(context, date, cost);
  const next = (request: ExpediteRequest) =>
    decided(request, { action: 'accept', date, cost }, promise, holdUntilMs, { by, nowMs: moment.nowMs });
  return { action: 'accept', particulars: { date, cost }, next, slotOn: date };
}
