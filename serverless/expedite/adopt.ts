import { dateSaving, isInSight, isoWeekOf } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { holdEnd, promised } from './acceptance.ts';
import type { ExpeditePort } from './expedite-port.ts';
import { basisOf } from './expedite-context.ts';
import type { Scene } from './expedite-context.ts';
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
export async function adopt<AnyScene extends Scene>(crm: ExpeditePort, scene: AnyScene): Promise<AnyScene> {
  const { request, state, moment } = scene;
  if (request === null || request.week !== null || (state !== 'held' && state !== 'approved')) return scene;
  const date = request.promisedDate ?? dateAsked(scene, request);
  if (date === null || date < moment.today || !isInSight(date, moment.today)) return scene;
  const claim = await claimSlot(crm, await readWeeks(crm, scene, date), request.ticketId, board, moment.nowMs);
  if (!claim.ok) return scene;
  const { days, cost, gain } = promised({ ...scene, request }, date, request.cost ?? request.costEstimate ?? 0);
  const holdUntilMs = state === 'held' ? (request.holdUntilMs ?? holdEnd({ ...scene, request })) : null;
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
  return { ...scene, request: after };
}

function dateAsked(scene: Scene, { daysSaved, neededBy }: ExpediteRequest): string | null {
  const basis = basisOf(scene);
  return basis === null || daysSaved === null ? neededBy : dateSaving(basis, daysSaved);
}
