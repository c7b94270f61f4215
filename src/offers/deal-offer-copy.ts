import type { OfferPropertyName, OfferToStore, PropertyValues } from '../crm/index.ts';
import { readText } from '../crm/property-values.ts';
import { encodeOffer } from '../crm/stored-offer.ts';
import { keptPromises } from './kept-promises.ts';
import { negotiationOf } from './negotiation.ts';
import type { Negotiation } from './negotiation.ts';
import type { OfferEvent } from './offer-event.ts';
import { encodeOfferLog } from './offer-log.ts';

/**
 * The deal's copy of its offers, so that deals can be filtered by them; the ledger is the truth.
 *
 * @param events - of the deal, by revision
 * @param today - ISO date: whether what is open is overdue is said as of then
 * @returns HubSpot's strings; "" clears
 */
export function offerCopyOf(events: readonly OfferEvent[], today: string): Record<OfferPropertyName, string> {
  const negotiation = negotiationOf(events);
  const { status, offer, answer } = negotiation;
  const agreed = status === 'agreed' ? offer : null;
  return encodeOffer({
    status,
    packageId: offer?.appraisal.packageId ?? null,
    discount: offer?.terms.discount ?? null,
    offeredAt: offer?.at ?? null,
    acceptance: offer?.appraisal.acceptance ?? null,
    gainHome: offer === null ? null : offer.appraisal.sellerGain * offer.appraisal.exchangeRate,
    answer: answer?.answer ?? null,
    answeredOn: answer?.answeredOn ?? null,
    agreedPackageId: agreed?.appraisal.packageId ?? null,
    agreedDiscount: agreed?.terms.discount ?? null,
    ...outcomeCopy(negotiation, today),
    listAmount: listAmountOf(events),
    log: encodeOfferLog(events),
  });
}

/** The amount the first offer was made on; later ones stand on the same. */
function listAmountOf(events: readonly OfferEvent[]): number | null {
  const first = events.find((event) => event.action === 'offer');
  return first?.action === 'offer' ? first.appraisal.deal.amount : null;
}

type OutcomeCopy = Pick<OfferToStore, 'concessions' | 'concessionsLostHome' | 'realisedGainHome'>;

function outcomeCopy({ status, offer, outcome }: Negotiation, today: string): OutcomeCopy {
  if (status !== 'agreed' || offer === null)
    return { concessions: null, concessionsLostHome: null, realisedGainHome: null };
  const { state, lost, realisedGain } = keptPromises(offer, outcome, today);
  const { exchangeRate } = offer.appraisal;
  return {
    concessions: state,
    concessionsLostHome: state === 'open' ? null : lost * exchangeRate,
    realisedGainHome: realisedGain === null ? null : realisedGain * exchangeRate,
  };
}

/** What of a copy is to be written on a deal. */
export function offerCopyChanges(
  deal: PropertyValues,
  copy: Record<OfferPropertyName, string>,
): Partial<Record<OfferPropertyName, string>> {
  const names = Object.keys(copy) as OfferPropertyName[];
  return Object.fromEntries(
    names.filter((name) => (readText(deal[name]) ?? '') !== copy[name]).map((name) => [name, copy[name]]),
  );
}
