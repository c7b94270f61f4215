import { cashRatesOf, packageTerms, walkAwayDiscount } from '@deal-terms/core/scoring';
import type { Offer, ResolvedInput, ScoreResult } from '@deal-terms/core/scoring';
import {
  cashPriceInWords,
  discountInWords,
  likelihood,
  money,
  packageInWords,
  paymentPlanInWords,
  percent,
  reasons,
} from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** A row of an offer: what it is, and its value with its unit. */
export type Fact = { readonly label: string; readonly value: string };

/** One offer as a rep compares it with the others; every text is complete. */
export type AdvisedOfferView = {
  readonly packageId: string;
  readonly title: string;
  readonly ask: readonly string[];
  readonly give: readonly string[];
  /** Where to open, where to settle, where to stop. */
  readonly price: readonly Fact[];
  readonly effects: readonly Fact[];
  /** Why it suits us, and why it suits the customer, in money. */
  readonly sellerReason: string;
  readonly customerReason: string;
  /** What its cash costs us beside other cash, and what is left if the backlog fails; "" where there is nothing to say. */
  readonly cashPrice: string;
};

/** Money and discounts below this are none. */
const none = 1e-9;

/** The menu of a score, best first. */
export function advisedOfferViews(result: ScoreResult, input: ResolvedInput, reader: Reader): AdvisedOfferView[] {
  return result.offers.map((offer) => advisedOfferView(offer, result, input, reader));
}

/** A discount for a table: "2% discount", "No discount", "1.5% premium". */
export function discountLabel(discount: number, reader: Reader): string {
  return capitalised(discountInWords(discount, reader).replace(/^an? /, ''));
}

/**
 * What each side gives, the price left to a line of its own.
 *
 * @param discount - a premium is something we ask, a discount something we give
 */
export function offerSides(
  packageId: string,
  discount: number,
  input: ResolvedInput,
  reader: Pick<Reader, 'locale'>,
): { readonly asks: string; readonly gives: string } {
  const { ask, give } = packageInWords(input, packageId, reader);
  const list = (items: readonly string[], otherwise: string) =>
    items.length === 0 ? otherwise : new Intl.ListFormat('en').format(items);
  return {
    asks: list([...ask, ...(discount < -none ? ['a higher price'] : [])], 'the order'),
    gives: list([...give, ...(discount > none ? ['a lower price'] : [])], 'nothing more'),
  };
}

/** First letter in capitals. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function advisedOfferView(offer: Offer, result: ScoreResult, input: ResolvedInput, reader: Reader): AdvisedOfferView {
  const terms = packageTerms(input, offer.packageId);
  const { ask, give } = packageInWords(input, offer.packageId, reader);
  const price = Math.abs(offer.discount) < none ? [] : [discountInWords(offer.discount, reader)];
  const walkAway = walkAwayDiscount(input, offer);
  const { seller, customer } = reasons(offer, input, reader);
  return {
    packageId: offer.packageId,
    title: terms.keepsTerms ? 'Payment terms as they are' : capitalised(paymentPlanInWords(terms.payments, reader)),
    ask: [...ask, ...(offer.discount < 0 ? price : [])].map(capitalised),
    give: [...give, ...(offer.discount > 0 ? price : [])].map(capitalised),
    price: [
      { label: 'Open with', value: discountLabel(offer.openingDiscount, reader) },
      { label: 'Aim to close at', value: discountLabel(offer.discount, reader) },
      { label: walkAway < 0 ? 'Do not go below' : 'Do not go past', value: discountLabel(walkAway, reader) },
    ],
    effects: effectsOf(offer, result, reader),
    sellerReason: seller,
    customerReason: customer,
    cashPrice: cashPriceInWords(offer, cashRatesOf(input.policy), reader),
  };
}

function effectsOf(offer: Offer, { before, answersKnown }: ScoreResult, reader: Reader): Fact[] {
  const givenUp = before.margin - offer.after.margin;
  return [
    { label: 'Chance of a yes', value: likelihood(offer.acceptance, answersKnown, reader) },
    { label: 'Our gain', value: money(offer.sellerGain, reader) },
    { label: 'Customer’s gain', value: money(offer.customerGain, reader) },
    { label: givenUp < 0 ? 'Margin won' : 'Margin given up', value: money(Math.abs(givenUp), reader) },
    ...(offer.breakEvenRate === null
      ? []
      : [{ label: 'What the cash costs us', value: `${percent(offer.breakEvenRate, reader)} a year` }]),
  ];
}
