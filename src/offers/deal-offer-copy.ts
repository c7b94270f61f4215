import type { OfferPropertyName, PropertyValues } from '../crm/index.ts';
import { readText, writeNumber } from '../crm/property-values.ts';
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
  const isAgreed = status === 'agreed';
  return {
    terms_offer_status: status,
    terms_offered_package: offer?.appraisal.packageId ?? '',
    terms_offered_discount: offer === null ? '' : rounded(offer.terms.discount, 6),
    terms_offered_at: offer?.at ?? '',
    terms_offered_acceptance: offer === null ? '' : rounded(offer.appraisal.acceptance, 4),
    terms_offered_gain_home:
      offer === null ? '' : rounded(offer.appraisal.sellerGain * offer.appraisal.exchangeRate, 2),
    terms_answer: answer?.answer ?? '',
    terms_answered_on: answer?.answeredOn ?? '',
    terms_agreed_package: isAgreed ? (offer?.appraisal.packageId ?? '') : '',
    terms_agreed_discount: isAgreed && offer !== null ? rounded(offer.terms.discount, 6) : '',
    ...outcomeCopy(negotiation, today),
    terms_list_amount: listAmountOf(events),
    terms_offer_log: encodeOfferLog(events),
  };
}

/** The amount the first offer was made on; later ones stand on the same. */
function listAmountOf(events: readonly OfferEvent[]): string {
  const first = events.find((event) => event.action === 'offer');
  return first?.action === 'offer' ? rounded(first.appraisal.deal.amount, 2) : '';
}

function outcomeCopy({ status, offer, outcome }: Negotiation, today: string) {
  if (status !== 'agreed' || offer === null)
    return { terms_concessions: '', terms_concessions_lost_home: '', terms_realised_gain_home: '' } as const;
  const { state, lost, realisedGain } = keptPromises(offer, outcome, today);
  const { exchangeRate } = offer.appraisal;
  return {
    terms_concessions: state,
    terms_concessions_lost_home: state === 'open' ? '' : rounded(lost * exchangeRate, 2),
    terms_realised_gain_home: realisedGain === null ? '' : rounded(realisedGain * exchangeRate, 2),
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

function rounded(value: number, decimals: number): string {
  return writeNumber(Number(value.toFixed(decimals)));
}
