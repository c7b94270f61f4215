import { keptPromises } from '../offers/index.ts';
import type { RecordedOffers } from '../offers/index.ts';
import type { AnsweredOffer } from './answered-offer.ts';

/**
 * A deal's offers that were answered, in their order. What was realised belongs to the one that was agreed.
 *
 * @param deal - as its log says
 * @param today - ISO date
 */
export function answeredOffersOf(
  { dealId, companyId, ownerId, rounds, negotiation }: RecordedOffers,
  today: string,
): AnsweredOffer[] {
  return rounds.flatMap(({ offer, answer }): AnsweredOffer[] => {
    if (answer === null) return [];
    const { terms, appraisal } = offer;
    const isAgreed = negotiation.status === 'agreed' && negotiation.offer?.at === offer.at;
    const realised = isAgreed ? keptPromises(offer, negotiation.outcome, today).realisedGain : null;
    return [
      {
        dealId,
        companyId,
        ownerId,
        band: appraisal.band,
        deal: appraisal.deal,
        customer: appraisal.customer,
        packageId: appraisal.packageId,
        discount: terms.discount,
        acceptance: appraisal.acceptance,
        answer: answer.answer,
        sellerGain: appraisal.sellerGain * appraisal.exchangeRate,
        realisedGain: realised === null ? null : realised * appraisal.exchangeRate,
      },
    ];
  });
}
