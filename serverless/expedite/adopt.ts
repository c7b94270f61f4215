import { dateSaving, isInSight, isoWeekOf } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { holdEnd, promised } from './acceptance.ts';
import type { ExpeditePort } from './expedite-port.ts';
import { basisOf } from './expedite-context.ts';
import type { ExpediteContext } from './expedite-context.ts';
import { ticketChanges } from './ticket-changes.ts';
import { claimSlot, readWeeks } from './weeks.ts';

/** Who is written down for a slot that was taken because of a move on the ticket board. */
const board = 'Ticket board';

/**
 * Makes a promise of a request that somebody moved to one on the ticket board: the date asked for, the estimated cost and a slot. Where the week is
 * full, or no date can be told, it stays a promise without a slot, and the cards say so. No call for any other request.
 *
 * @throws {CrmError}
 */
export async function adopt<AnyContext extends ExpediteContext>(
  crm: ExpeditePort,
  context: AnyContext,
): Promise<AnyContext> {
  const { request, state, moment } = context;
  if (request === null || request.week !== null || (state !== 'held' && state !== 'approved')) return context;
  const date = request.promisedDate ?? dateAsked(context, request);
  if (date === null || date < moment.today || !isInSight(date, moment.today)) return context;
  const claim = await claimSlot(crm, await readWeeks(crm, context, date), request.ticketId, board, moment.nowMs);
  if (!claim.ok) return context;
  const { days, cost, gain } = promised({ ...context, request }, date, request.cost ?? request.costEstimate ?? 0);
  const holdUntilMs = state === 'held' ? (request.holdUntilMs ?? holdEnd({ ...context, request })) : null;
  const after: ExpediteRequest = {
    ...request,
    promisedDate: date,
    daysPromised: days,
    cost,
    gain: gain ?? request.gain,
    week: isoWeekOf(date),
    holdUntilMs,
  };
  await crm.updateTicket(request.ticketId, ticketChanges(request, after));
  return { ...context, request: after };
}

function dateAsked(context: ExpediteContext, { daysSaved, neededBy }: ExpediteRequest): string | null {
  const basis = basisOf(context);
  return basis === null || daysSaved === null ? neededBy : dateSaving(basis, daysSaved);
}
