import { isInstalled, offerPropertyOf } from '@deal-terms/core/crm';
import type { Deal } from '@deal-terms/core/crm';
import { handoverOf } from '@deal-terms/core/offers';
import type { OfferEvent, PutForward } from '@deal-terms/core/offers';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { OfferContext } from './offer-context.ts';

/**
 * Makes the agreed price the deal's amount, or takes that back; the amount before is kept on the deal, and the score stands on it.
 * An account that has no such property yet keeps its amount. A repeat writes nothing. At most one call.
 *
 * @param to - "list" gives back the amount before; one that somebody has entered since stays
 * @throws {CrmError}
 */
export async function setAgreedAmount(
  crm: OfferPort,
  { negotiation: { status, offer }, events, today, deal, dealId, installation: { account } }: OfferContext,
  to: 'agreed' | 'list',
): Promise<{ readonly ok: true; readonly events: OfferEvent[] } | Refusal> {
  if (status !== 'agreed' || offer === null) return refuse('not_possible', { expedite: { state: status } });
  if (!isInstalled(account, offerPropertyOf.listAmount)) return refuse('not_installed');
  const { amountNow } = deal.facts;
  const amount = to === 'agreed' ? handoverOf(offer, today).amount : (amountBefore(deal, offer, today) ?? amountNow);
  if (amountNow !== amount) await crm.updateDeal(dealId, { amount: String(amount) });
  return { ok: true, events: [...events] };
}

/** The amount from before an agreed price became the deal's; null where the deal's amount is another one. */
export function amountBefore({ facts: { amountNow } }: Pick<Deal, 'facts'>, agreed: PutForward, today: string) {
  const { amount, listAmount } = handoverOf(agreed, today);
  return amountNow === amount && amount !== listAmount ? listAmount : null;
}
