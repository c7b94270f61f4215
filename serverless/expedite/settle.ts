import { ended } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { ExpediteContext } from './expedite-context.ts';
import { ticketChanges } from './ticket-changes.ts';

/**
 * Writes what time, or somebody on the ticket board, has made of a request: an offer that ran out moves to its stage, the deal follows its ticket.
 * Deal first: if this stops in between, the ticket is found again. Two calls at most, none when all is up to date.
 *
 * @returns the request as it then stands
 * @throws {CrmError}
 */
export async function settle(
  crm: Pick<ExpeditePort, 'updateDeal' | 'updateTicket'>,
  context: ExpediteContext,
): Promise<ExpediteRequest | null> {
  await copyToDeal(crm, context, context.request, context.state);
  return expire(crm, context);
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
