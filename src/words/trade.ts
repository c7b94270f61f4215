import type { Offer, PaymentPlan, ResolvedInput, ScoreResult } from '../scoring/index.ts';
import { packageTerms, walkAwayDiscount } from '../scoring/index.ts';
import { count, discountPercent } from './amounts.ts';
import { paymentPlanInWords } from './payment-plan-words.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';

/** Discounts below this are none. */
const NONE = 1e-9;

/** What a package asks of the customer and what it gives, price aside: sentence parts. */
export type PackageInWords = { readonly ask: readonly string[]; readonly give: readonly string[] };

/** What a trade moves beside the price. */
export type SwapTerms = {
  /** Terms of the trade; null when the policy has no such payment option any more: then they are not named. */
  readonly payments: PaymentPlan | null;
  readonly keepsTerms: boolean;
  /** Whether the customer is given time. */
  readonly isLonger: boolean;
  readonly daysSaved: number;
  readonly forecast: boolean;
};

function swapTermsOf(input: ResolvedInput, packageId: string): SwapTerms {
  const { keepsTerms, payments, daysSaved, forecast, leversAt } = packageTerms(input, packageId);
  return { keepsTerms, payments, daysSaved, forecast, isLonger: leversAt(0).includes('longer_terms') };
}

/** A package of a deal in words. Terms as they are stand on neither side. */
export function packageInWords(
  input: ResolvedInput,
  packageId: string,
  reader: Pick<Reader, 'locale'>,
): PackageInWords {
  return swapParts(swapTermsOf(input, packageId), reader);
}

/** What terms ask and give, price aside, as sentence parts; `packageInWords` for terms that are no package of the policy. */
export function swapParts(
  { keepsTerms, payments, daysSaved, forecast, isLonger }: SwapTerms,
  reader: Pick<Reader, 'locale'>,
): PackageInWords {
  const terms = keepsTerms ? [] : [payments === null ? say('otherTerms') : paymentPlanInWords(payments, reader)];
  return {
    ask: [...(isLonger ? [] : terms), ...(forecast ? [say('forecasts')] : [])],
    give: [
      ...(isLonger ? terms : []),
      ...(daysSaved > 0 ? [say('sooner', { count: count(daysSaved, reader) }, daysSaved)] : []),
    ],
  };
}

/** A discount in words: "a 2% discount", "no discount", "an 8% premium". */
export function discountInWords(discount: number, reader: Pick<Reader, 'locale'>): string {
  if (Math.abs(discount) < NONE) return say('noDiscount');
  return say(discount > 0 ? 'discount' : 'premium', { rate: discountPercent(Math.abs(discount), reader) });
}

/** Where we stop: "never above 6.5%", "never give a discount", "never below a 3.5% premium"; said beside the fair offer, so it names what it differs in. */
function limitInWords(walkAway: number, fair: number, reader: Pick<Reader, 'locale'>): string {
  if (Math.abs(walkAway - fair) < NONE) return say('asFarAsWeGo');
  if (Math.abs(walkAway) < NONE) return say('neverDiscount');
  const rate = discountPercent(Math.abs(walkAway), reader);
  if (walkAway < 0) return say('neverBelowPremium', { rate });
  return say(fair > NONE ? 'neverAbove' : 'neverAboveDiscount', { rate });
}

/** What to ask and to give, as one sentence. */
export function swapInWords(input: ResolvedInput, packageId: string, reader: Pick<Reader, 'locale'>): string {
  return tradeInWords(swapTermsOf(input, packageId), reader);
}

/** What to ask and to give in a trade as a deal keeps it, as one sentence; the price is not in it. */
export function tradeInWords(trade: SwapTerms, reader: Pick<Reader, 'locale'>): string {
  const { ask, give } = swapParts(trade, reader);
  if (ask.length > 0 && give.length > 0) return say('askAndOffer', { ask: listed(ask), give: listed(give) });
  if (ask.length > 0) return say('ask', { ask: listed(ask) });
  return say(trade.keepsTerms ? 'offerOnly' : 'offer', { give: listed(give) });
}

/** Where to start, settle and stop, as one sentence. */
export function priceInWords(input: ResolvedInput, offer: Offer, reader: Pick<Reader, 'locale'>): string {
  const fair = discountInWords(offer.discount, reader);
  const limit = limitInWords(walkAwayDiscount(input, offer), offer.discount, reader);
  if (Math.abs(offer.openingDiscount - offer.discount) < NONE) return say('takeOnly', { fair, limit });
  return say('startSettleNever', { opening: discountInWords(offer.openingDiscount, reader), fair, limit });
}

/**
 * The best trade as a rep would say it: what to ask, what to give, where to start, settle and stop.
 *
 * @returns one or two sentences; without an offer, what to do instead
 */
export function bestTrade(result: ScoreResult, input: ResolvedInput, reader: Pick<Reader, 'locale'>): string {
  const [best] = result.offers;
  if (!best) return say(result.verdict === 'hold' ? 'noTrade' : 'noTradeYet');
  return `${swapInWords(input, best.packageId, reader)} ${priceInWords(input, best, reader)}`;
}
