import type { Offer, PackageTerms, ResolvedInput } from '../scoring/index.ts';
import { costOfCash, packageTerms } from '../scoring/index.ts';
import { count, money, percent } from './amounts.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';

/** Days and money below this are none. */
const NONE = 1e-9;

/** What speaks for an offer on one side, and what it costs that side. */
type Balance = { readonly because: readonly string[]; readonly costs: readonly string[] };

function when(condition: boolean, text: () => string): string[] {
  return condition ? [text()] : [];
}

function sellerBalance(terms: PackageTerms, discountMoney: number, input: ResolvedInput, reader: Reader): Balance {
  const rate = percent(costOfCash(input), reader);
  const days = Math.abs(terms.daysSooner);
  return {
    because: [
      ...when(terms.daysSooner > NONE, () => say('cashSooner', { count: count(days, reader), rate }, days)),
      ...when(terms.leversAt(0).includes('shorter_terms'), () => say('lessDefault')),
      ...when(terms.forecast, () => say('forecastSaves', { money: money(terms.forecastSaving, reader) })),
      ...when(discountMoney < -NONE, () => say('getsPremium', { money: money(-discountMoney, reader) })),
    ],
    costs: [
      ...when(terms.daysSooner < -NONE, () => say('costOfLater', { count: count(days, reader), rate }, days)),
      ...when(terms.daysSaved > 0, () => say('costOfExpedite', { money: money(terms.expediteCost, reader) })),
      ...when(discountMoney > NONE, () => say('costOfDiscount', { money: money(discountMoney, reader) })),
    ],
  };
}

function customerBalance(terms: PackageTerms, discountMoney: number, reader: Reader): Balance {
  const days = Math.abs(terms.daysSooner);
  return {
    because: [
      ...when(terms.daysSaved > 0, () => say('getsSpeed', { count: count(terms.daysSaved, reader) }, terms.daysSaved)),
      ...when(discountMoney > NONE, () => say('savesDiscount', { money: money(discountMoney, reader) })),
      ...when(terms.daysSooner < -NONE, () => say('getsLonger', { count: count(days, reader) }, days)),
    ],
    costs: [
      ...when(terms.daysSooner > NONE, () => say('costOfEarlier', { count: count(days, reader) }, days)),
      ...when(terms.forecast, () => say('costOfForecast')),
      ...when(discountMoney < -NONE, () => say('costOfPremium', { money: money(-discountMoney, reader) })),
    ],
  };
}

/** Why an offer suits each side, in money of the deal's currency: what it is worth, what speaks for it and what that is after. */
export function reasons(
  offer: Offer,
  input: ResolvedInput,
  reader: Reader,
): { readonly seller: string; readonly customer: string } {
  const terms = packageTerms(input, offer.packageId);
  const discountMoney = input.deal.amount * offer.discount;
  const seller = sellerBalance(terms, discountMoney, input, reader);
  const customer = customerBalance(terms, discountMoney, reader);
  // With nothing else to speak for it, an offer that gains must spread its payments better.
  const sellerBecause = listed(seller.because.length > 0 ? seller.because : [say('betterPlan')]);
  const customerBecause = listed(customer.because.length > 0 ? customer.because : [say('cheaperPlan')]);
  return {
    seller: say(seller.costs.length > 0 ? 'sellerWorthAfter' : 'sellerWorth', {
      gain: money(offer.sellerGain, reader),
      because: sellerBecause,
      costs: listed(seller.costs),
    }),
    customer: say(customer.costs.length > 0 ? 'customerWorthAfter' : 'customerWorth', {
      gain: money(offer.customerGain, reader),
      because: customerBecause,
      costs: listed(customer.costs),
    }),
  };
}
