import type { OfferAnswer } from '../offers/index.ts';
import type { Band, Customer, Deal } from '../scoring/index.ts';

/** An offer a customer answered. Chances and gains as predicted when it was made. */
export type AnsweredOffer = {
  readonly dealId: string;
  /** "" when the deal belongs to none; so with owners. */
  readonly companyId: string;
  readonly ownerId: string;
  /** Negotiability band when it was offered. */
  readonly band: Band;
  /** In the deal's currency. */
  readonly deal: Deal;
  /** What was known when it was offered. */
  readonly customer: Customer;
  /** `paymentOption/daysSaved/forecast|none`; terms of no option of the policy by their notation: `net 45/0/none`. */
  readonly packageId: string;
  /** Fraction; negative is a premium. */
  readonly discount: number;
  /** Chance of a yes, 0 to 1. */
  readonly acceptance: number;
  readonly answer: OfferAnswer;
  /** If agreed; home currency. */
  readonly sellerGain: number;
  /** After delivery and payment, home currency; null while that is open. */
  readonly realisedGain: number | null;
};

/** Fewer answers than this show nothing: a share of one half is then known to 14 points either way at best (95 %). */
export const LEAST_ANSWERS = 50;

/**
 * Whether an answer is the yes that was predicted. Silence is a no: the prediction is that the customer agrees, and a plan that counts on it gets nothing
 * from silence. To leave the silent out would measure those who liked the offer well enough to answer. "Wanted more" is a no to what was offered.
 */
export function saidYes({ answer }: Pick<AnsweredOffer, 'answer'>): boolean {
  return answer === 'accepted';
}
