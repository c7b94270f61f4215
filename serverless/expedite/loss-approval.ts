import { gainExcess, limitsOf, negotiationOf, speedChangesFor, weighSpeed } from '@deal-terms/core/offers';
import { firstOfferKeys, offerEventsOf, readOfferEntries } from '../offers/offer-entries.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { promised } from './acceptance.ts';
import type { RequestContext } from './expedite-context.ts';

/**
 * What keeps a rep from taking a date and cost of operations alone: by it the trade gains less than the owner may agree to, as with any offer, and nobody
 * has approved these terms at this cost for the deal as it is. One call, none for a trade within the limit.
 *
 * @param date - ISO date
 * @param cost - in the deal's currency
 * @returns null where it may be taken; what is missing, for a deal nobody can weigh
 * @throws {CrmError}
 */
export async function lossRefusal(
  crm: Pick<LedgerPort, 'readEntries'>,
  context: RequestContext,
  date: string,
  cost: number,
): Promise<Refusal | null> {
  const { installation, deal, dealId, request, moment, trade } = context;
  const { policy } = installation;
  if (policy.limitsUnknown === true) return refuse('limits_unknown');
  const { minGain } = limitsOf(policy.app, deal.facts.ownerId ?? '');
  if (minGain === null) return null;
  if (!trade.ok) return refuse(trade.code, trade.code === 'invalid_field' ? { fields: [...trade.fields] } : {});
  const { resolved } = trade.basis;
  const { paymentPlan, forecast, discount } = request;
  const terms = { paymentPlan, forecast, discount, daysSaved: promised(context, date, cost).days };
  const speed = weighSpeed(resolved, terms, cost, policy);
  const { exchangeRate, currency } = resolved;
  const excess = gainExcess(minGain, { gain: speed.gain, exchangeRate, currency });
  if (excess === null) return null;
  const first = await crm.readEntries(firstOfferKeys(dealId));
  const negotiation = negotiationOf(offerEventsOf(await readOfferEntries(crm, dealId, first)));
  const changed = speedChangesFor(negotiation, speed, moment.today);
  if (changed?.length === 0) return null;
  return refuse('over_limit', { approval: { excess: [excess], changed } });
}
