import { dealCopyChanges, dealCopyOf } from '@deal-terms/core/expedite';
import type { ExpediteRequest, RequestState } from '@deal-terms/core/expedite';
import type { Properties } from '../ports/deal-port.ts';
import { rescoreDeal } from '../rescoring/rescore-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { Scene } from './expedite-context.ts';

/**
 * Brings the deal's copy of its latest request up to date, with the score that follows from it. One call, none when nothing differs.
 *
 * @param request - as it stands now
 * @throws {CrmError}
 */
export async function copyToDeal(
  crm: Pick<ExpeditePort, 'updateDeal'>,
  scene: Scene,
  request: ExpediteRequest | null,
  state: RequestState,
): Promise<void> {
  if (!scene.isLatest) return;
  const copy = dealCopyChanges(scene.deal, dealCopyOf(request, state));
  if (Object.keys(copy).length === 0) return;
  const deal: Properties = { ...scene.deal, ...copy };
  const rescored = rescoreDeal(deal, null, scene.installation, scene.moment.nowMs, false);
  await crm.updateDeal(scene.dealId, { ...copy, ...(rescored.outcome === 'changed' ? rescored.properties : {}) });
}
