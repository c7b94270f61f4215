import { dealCopyChanges, dealCopyOf } from '@deal-terms/core/expedite';
import type { ExpediteRequest, RequestState } from '@deal-terms/core/expedite';
import type { Properties } from '../ports/deal-port.ts';
import { rescoreDeal } from '../rescoring/rescore-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { ExpediteContext } from './expedite-context.ts';

/**
 * Brings the deal's copy of its latest request up to date, with the score that follows from it. One call, none when nothing differs.
 *
 * @param request - as it stands now
 * @throws {CrmError}
 */
export async function copyToDeal(
  crm: Pick<ExpeditePort, 'updateDeal'>,
  context: ExpediteContext,
  request: ExpediteRequest | null,
  state: RequestState,
): Promise<void> {
  if (!context.isLatest) return;
  const copy = dealCopyChanges(context.properties, dealCopyOf(request, state));
  if (Object.keys(copy).length === 0) return;
  const deal: Properties = { ...context.properties, ...copy };
  const rescored = rescoreDeal(deal, null, context.installation, context.moment.nowMs, false);
  await crm.updateDeal(context.dealId, { ...copy, ...(rescored.outcome === 'changed' ? rescored.properties : {}) });
}
