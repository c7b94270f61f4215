import { addDays } from '@deal-terms/core/crm';
import { dateSaving } from '@deal-terms/core/expedite';
import type { ExpediteRequest, ExpediteTerms, TradeBasis } from '@deal-terms/core/expedite';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { formatPaymentPlan, packageTerms } from '@deal-terms/core/scoring';
import type { Offer, ResolvedInput } from '@deal-terms/core/scoring';

/** A request as the form has it; null is "empty". */
export type RequestDraft = { readonly [Field in keyof ExpediteTerms]: ExpediteTerms[Field] | null } & {
  readonly forecast: boolean;
  readonly customerWhy: string;
};

/** An offer stands this long unless the rep says otherwise. */
const offerDays = 7;

type Known = {
  readonly basis: TradeBasis;
  readonly neededBy: string | null;
  readonly customerWhy: string | null;
  readonly today: string;
};

/** Offers of a menu that promise speed: what can be asked for without typing. */
export function speedOffers(offers: readonly Offer[], input: ResolvedInput): readonly Offer[] {
  return offers.filter(({ packageId }) => packageTerms(input, packageId).daysSaved > 0);
}

/** What an offer asks operations for. */
export function draftOfOffer(offer: Offer, input: ResolvedInput, known: Known): RequestDraft {
  const { daysSaved, keepsTerms, payments, forecast } = packageTerms(input, offer.packageId);
  return {
    ...emptyDraft(known),
    daysSaved,
    neededBy: known.neededBy ?? dateSaving(known.basis, daysSaved),
    paymentPlan: keepsTerms ? null : formatPaymentPlan(payments),
    forecast,
    discount: offer.discount,
  };
}

/** A form to be filled by hand. */
export function emptyDraft({
  neededBy,
  customerWhy,
  today,
}: Pick<Known, 'neededBy' | 'customerWhy' | 'today'>): RequestDraft {
  return {
    neededBy,
    daysSaved: null,
    paymentPlan: null,
    forecast: false,
    discount: 0,
    customerWhy: customerWhy ?? '',
    offerExpires: addDays(today, offerDays),
  };
}

/** What is asked already, to be changed. */
export function draftOfRequest({
  neededBy,
  daysSaved,
  paymentPlan,
  forecast,
  discount,
  customerWhy,
  offerExpires,
}: ExpediteRequest): RequestDraft {
  return { neededBy, daysSaved, paymentPlan, forecast, discount, customerWhy: customerWhy ?? '', offerExpires };
}

/** What to send; null while something is missing. */
export function termsOf({ neededBy, daysSaved, offerExpires, discount, ...rest }: RequestDraft): ExpediteTerms | null {
  if (
    neededBy === null ||
    daysSaved === null ||
    daysSaved <= 0 ||
    offerExpires === null ||
    discount === null ||
    Math.abs(discount) >= 1
  )
    return null;
  return { neededBy, daysSaved, offerExpires, discount, ...rest };
}

/** A request for the terms as they stand: what was offered or agreed, else what is advised. */
export function requestFor(
  { paymentPlan, daysSaved, forecast, discount }: OfferedTerms,
  { basis, neededBy, customerWhy, today }: Known,
): ExpediteTerms {
  return {
    neededBy: neededBy ?? dateSaving(basis, daysSaved),
    daysSaved,
    paymentPlan,
    forecast,
    discount,
    customerWhy: customerWhy ?? '',
    offerExpires: addDays(today, offerDays),
  };
}
