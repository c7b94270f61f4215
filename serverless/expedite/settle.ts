import { ended } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { Scene } from './expedite-context.ts';
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
  scene: Scene,
): Promise<ExpediteRequest | null> {
  await copyToDeal(crm, scene, scene.request, scene.state);
  return expire(crm, scene);
}

/**
 * Moves a request whose offer ran out to its stage; leaves any other alone. One call.
 *
 * @returns the request as it then stands
 * @throws {CrmError}
 */
export async function expire(crm: Pick<ExpeditePort, 'updateTicket'>, scene: Scene): Promise<ExpediteRequest | null> {
  const { request, state } = scene;
  if (request === null || state !== 'expired' || request.status === 'expired') return request;
  const after: ExpediteRequest = { ...ended(request), status: 'expired' };
  await crm.updateTicket(request.ticketId, {
    ...ticketChanges(request, after),
    hs_pipeline_stage: scene.expedite.stages['expired'] ?? '',
  });
  return after;
}
