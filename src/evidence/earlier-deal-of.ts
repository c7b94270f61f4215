import { decodeDeal, nativePropertyOf, offerPropertyOf, profilePropertyNames } from '../crm/index.ts';
import type { PropertyValues } from '../crm/index.ts';
import type { Place } from '../crm/calendar.ts';
import { daysBetween } from '../crm/calendar.ts';
import { decodeOfferLog, negotiationOf } from '../offers/index.ts';
import type { Negotiation } from '../offers/index.ts';
import type { EarlierDeal } from './earlier-deals.ts';

/** Deal properties `earlierDealOf` reads. */
export const earlierDealPropertyNames: readonly string[] = [
  nativePropertyOf.name,
  nativePropertyOf.closesOn,
  nativePropertyOf.isWon,
  nativePropertyOf.createdOn,
  offerPropertyOf.log,
  ...profilePropertyNames,
];

/** What another deal of the company tells of it. */
export function earlierDealOf(properties: PropertyValues, place: Place): EarlierDeal {
  const { name, facts, customer, offer } = decodeDeal(properties, place);
  const negotiation = negotiationOf(decodeOfferLog(offer.log));
  return {
    name,
    isWon: facts.isWon,
    closedOn: facts.closesOn,
    cashPosition: customer.cashPosition,
    termsImportance: customer.termsImportance,
    // No score and no other write makes an old answer young again.
    answeredOn: facts.createdOn,
    offer: answerOf(negotiation),
    delivery: deliveryOf(negotiation),
  };
}

function answerOf({ answer }: Negotiation): EarlierDeal['offer'] {
  switch (answer?.answer) {
    case 'accepted':
      return { answer: 'accepted', on: answer.answeredOn };
    case 'refused_terms':
    case 'refused_price':
      return { answer: 'refused', on: answer.answeredOn };
    // Who wanted more, or has not answered, has neither taken it nor turned it down.
    default:
      return null;
  }
}

/** A delivery that was rushed says nothing of the usual lead time. */
function deliveryOf({ offer, outcome }: Negotiation): EarlierDeal['delivery'] {
  if (outcome === null || outcome.deliveredOn === null || (offer !== null && offer.terms.daysSaved > 0)) return null;
  const { orderedOn, deliveredOn } = outcome;
  return { orderedOn, deliveredOn, days: daysBetween(orderedOn, deliveredOn) };
}
