import { isInstalled, offerPropertyOf } from '@deal-terms/core/crm';
import { handoverOf } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { OfferContext } from './offer-context.ts';

/**
 * Makes the agreed price the deal's amount; the amount before is kept on the deal, and the score stands on it.
 * An account that has no such property yet keeps its amount. A repeat writes nothing. At most one call.
 *
 * @throws {CrmError}
 */
export async function setAgreedAmount(
  crm: OfferPort,
  { negotiation: { status, offer }, events, today, deal, dealId, installation: { account } }: OfferContext,
): Promise<{ readonly ok: true; readonly events: OfferEvent[] } | Refusal> {
  if (status !== 'agreed' || offer === null) return refuse('not_possible', { expedite: { state: status } });
  if (!isInstalled(account, offerPropertyOf.listAmount)) return refuse('not_installed');
  const { amount } = handoverOf(offer, today);
  if (deal.facts.amountNow !== amount) await crm.updateDeal(dealId, { amount: String(amount) });
  return { ok: true, events: [...events] };
}
