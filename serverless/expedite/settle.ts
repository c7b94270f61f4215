import { dateSaving, ended } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import { basisOf } from './expedite-context.ts';
import type { ExpediteContext } from './expedite-context.ts';
import { remindOfHold } from './remind-of-hold.ts';
import { ticketChanges } from './ticket-changes.ts';

/**
 * Writes what time, or somebody on the ticket board, has made of a request: an offer that ran out moves to its stage, the deal follows its ticket, the day
 * asked for follows the deal, and the deal's owner is told before a hold ends.
 * Deal first: if this stops in between, the ticket is found again. Two calls at most, three more before a hold ends, none when all is up to date.
 *
 * @returns the request as it then stands
 * @throws {CrmError}
 */
export async function settle(crm: ExpeditePort, context: ExpediteContext): Promise<ExpediteRequest | null> {
  const { request, state, deal, installation, moment } = context;
  await copyToDeal(crm, context, request, state);
  if (state === 'held') await remindOfHold(crm, { request, deal, account: installation.account, moment });
  if (state === 'requested' && request !== null) return followDeal(crm, context, request);
  return expire(crm, context);
}

/** The day that is asked for moves with the deal's: the queue goes by it. One call, none when it is the same. */
async function followDeal(
  crm: Pick<ExpeditePort, 'updateTicket'>,
  context: ExpediteContext,
  request: ExpediteRequest,
): Promise<ExpediteRequest> {
  const basis = basisOf(context);
  if (basis === null || request.daysSaved === null) return request;
  const after = { ...request, askedDate: dateSaving(basis, request.daysSaved) };
  const changes = ticketChanges(request, after);
  if (Object.keys(changes).length > 0) await crm.updateTicket(request.ticketId, changes);
  return after;
}

/**
 * Moves a request whose offer ran out to its stage; leaves any other alone. One call.
 *
 * @returns the request as it then stands
 * @throws {CrmError}
 */
export async function expire(
  crm: Pick<ExpeditePort, 'updateTicket'>,
  context: ExpediteContext,
): Promise<ExpediteRequest | null> {
  const { request, state } = context;
  if (request === null || state !== 'expired' || request.status === 'expired') return request;
  const after: ExpediteRequest = { ...ended(request), status: 'expired' };
  await crm.updateTicket(request.ticketId, {
    ...ticketChanges(request, after),
    hs_pipeline_stage: context.expedite.stages['expired'] ?? '',
  });
  return after;
}
