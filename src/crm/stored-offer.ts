import { localDate } from './calendar.ts';
import type { Place } from './calendar.ts';
import type { OfferPropertyName } from './deal-property-names.ts';
import { readChoice, readDate, readInstant, readNumber, readText, writeNumber } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/** Where a deal's offer stands. */
export const offerStatuses = [
  'none',
  'awaiting_approval',
  'approved',
  'countered',
  'rejected',
  'offered',
  'agreed',
  'wanted_more',
  'refused',
  'no_answer',
] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** What a customer says to an offer. */
export const offerAnswers = ['accepted', 'wanted_more', 'refused_terms', 'refused_price', 'no_answer'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

/** Whether what we gave was earned: the customer paid and did as agreed. */
export const concessionStates = ['open', 'earned', 'not_earned'] as const;
export type ConcessionState = (typeof concessionStates)[number];

/** Field of `StoredOffer` → deal property: what searches sort and filter by. */
export const offerPropertyOf = {
  status: 'terms_offer_status',
  packageId: 'terms_offered_package',
  discount: 'terms_offered_discount',
  offeredAtMs: 'terms_offered_at',
  acceptance: 'terms_offered_acceptance',
  gainHome: 'terms_offered_gain_home',
  answer: 'terms_answer',
  answeredOn: 'terms_answered_on',
  agreedPackageId: 'terms_agreed_package',
  agreedDiscount: 'terms_agreed_discount',
  concessions: 'terms_concessions',
  concessionsLostHome: 'terms_concessions_lost_home',
  realisedGainHome: 'terms_realised_gain_home',
  listAmount: 'terms_list_amount',
  log: 'terms_offer_log',
} as const satisfies Record<string, OfferPropertyName>;

/** The deal's copy of its offers; the ledger is the truth. Null is "not filled in", money in home currency. */
export type StoredOffer = {
  readonly status: OfferStatus;
  /** Of the last offer, `payment option/days saved/forecast|none`. */
  readonly packageId: string | null;
  /** Fraction of the amount; negative is a premium. */
  readonly discount: number | null;
  /** Epoch milliseconds, and the day it was in the account's time zone. */
  readonly offeredAtMs: number | null;
  readonly offeredOn: string | null;
  /** Chance of a yes when it was offered, fraction. */
  readonly acceptance: number | null;
  readonly gainHome: number | null;
  readonly answer: OfferAnswer | null;
  /** ISO date. */
  readonly answeredOn: string | null;
  readonly agreedPackageId: string | null;
  readonly agreedDiscount: number | null;
  readonly concessions: ConcessionState | null;
  readonly concessionsLostHome: number | null;
  readonly realisedGainHome: number | null;
  /** The deal's amount when terms were first offered, deal's currency. */
  readonly listAmount: number | null;
  /** Every offer and answer as JSON; `decodeOfferLog` of `@deal-terms/core/offers` reads it. */
  readonly log: string | null;
};

/**
 * What a deal says of its offers. Never throws: what is malformed is "not filled in".
 *
 * @param properties - deal properties by name; others are ignored
 * @param place - the account: says which day it was offered on
 */
export function decodeOffer(properties: PropertyValues, place: Place): StoredOffer {
  const of = (field: keyof typeof offerPropertyOf) => properties[offerPropertyOf[field]];
  const offeredAtMs = readInstant(of('offeredAtMs'));
  return {
    status: readChoice(offerStatuses, of('status')) ?? 'none',
    packageId: readText(of('packageId')),
    discount: readNumber(of('discount')),
    offeredAtMs,
    offeredOn: offeredAtMs === null ? null : localDate(offeredAtMs, place),
    acceptance: readNumber(of('acceptance')),
    gainHome: readNumber(of('gainHome')),
    answer: readChoice(offerAnswers, of('answer')),
    answeredOn: readDate(of('answeredOn')),
    agreedPackageId: readText(of('agreedPackageId')),
    agreedDiscount: readNumber(of('agreedDiscount')),
    concessions: readChoice(concessionStates, of('concessions')),
    concessionsLostHome: readNumber(of('concessionsLostHome')),
    realisedGainHome: readNumber(of('realisedGainHome')),
    listAmount: readNumber(of('listAmount')),
    log: readText(of('log')),
  };
}

/** A deal's offers as they are written: with the instant of the last one in ISO 8601, as the log has it. */
export type OfferToStore = Omit<StoredOffer, 'offeredAtMs' | 'offeredOn'> & { readonly offeredAt: string | null };

/**
 * The same as deal properties, money rounded to cents; "" clears.
 *
 * @param offer - `status` none with all else null for a deal without offers
 */
export function encodeOffer(offer: OfferToStore): Record<OfferPropertyName, string> {
  return {
    terms_offer_status: offer.status,
    terms_offered_package: offer.packageId ?? '',
    terms_offered_discount: rounded(offer.discount, 6),
    terms_offered_at: offer.offeredAt ?? '',
    terms_offered_acceptance: rounded(offer.acceptance, 4),
    terms_offered_gain_home: rounded(offer.gainHome, 2),
    terms_answer: offer.answer ?? '',
    terms_answered_on: offer.answeredOn ?? '',
    terms_agreed_package: offer.agreedPackageId ?? '',
    terms_agreed_discount: rounded(offer.agreedDiscount, 6),
    terms_concessions: offer.concessions ?? '',
    terms_concessions_lost_home: rounded(offer.concessionsLostHome, 2),
    terms_realised_gain_home: rounded(offer.realisedGainHome, 2),
    terms_list_amount: rounded(offer.listAmount, 2),
    terms_offer_log: offer.log ?? '',
  };
}

function rounded(value: number | null, decimals: number): string {
  return writeNumber(value === null ? null : Number(value.toFixed(decimals)));
}
