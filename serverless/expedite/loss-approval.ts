import { isSpeedCovered, limitsOf, negotiationOf } from '@deal-terms/core/offers';
import { firstOfferKeys, offerEventsOf, readOfferEntries } from '../offers/offer-entries.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { promised } from './acceptance.ts';
import { basisOf } from './expedite-context.ts';
import type { RequestContext } from './expedite-context.ts';

/** Money closer than this is the same. */
const SAME_MONEY = 0.005;

/**
 * What keeps a rep from taking a date and cost of operations alone: by it the trade gains less than the owner may agree to, as with any offer, and nobody
 * has approved these terms at this cost. One call, none for a trade within the limit.
 *
 * @param date - ISO date
 * @param cost - in the deal's currency
 * @returns null where it may be taken, also for a deal nobody can score
 * @throws {CrmError}
 */
export async function lossRefusal(
  crm: Pick<LedgerPort, 'readEntries'>,
  context: RequestContext,
  date: string,
  cost: number,
): Promise<Refusal | null> {
  const { installation, deal, dealId, request, moment } = context;
  const { policy } = installation;
  const { gain, days } = promised(context, date, cost);
  const basis = basisOf(context);
  if (gain === null || basis === null) return null;
  if (policy.limitsUnknown === true) return refuse('limits_unknown');
  const { minGain } = limitsOf(policy.app, deal.facts.ownerId ?? '');
  const { exchangeRate, currency, input } = basis.resolved;
  if (minGain === null || gain * exchangeRate >= minGain - SAME_MONEY) return null;
  const first = await crm.readEntries(firstOfferKeys(dealId));
  const negotiation = negotiationOf(offerEventsOf(await readOfferEntries(crm, dealId, first)));
  const { paymentPlan, forecast, discount } = request;
  const speed = { terms: { paymentPlan, forecast, discount, daysSaved: days }, amount: input.deal.amount, cost };
  if (isSpeedCovered(negotiation, speed, moment.today)) return null;
  const excess = { limit: 'gain' as const, allowed: minGain / exchangeRate, offered: gain, currency };
  return refuse('over_limit', { approval: { excess: [excess], changed: null } });
}
