import type { Offer, PackageTerms, ResolvedInput } from '../scoring/index.ts';
import { costOfCash, packageTerms } from '../scoring/index.ts';
import { count, money, percent } from './amounts.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';

/** Days and money below this are none. */
const NONE = 1e-9;

function when(condition: boolean, text: () => string): string[] {
  return condition ? [text()] : [];
}

function sellerReasons(terms: PackageTerms, discountMoney: number, input: ResolvedInput, reader: Reader): string[] {
  const rate = percent(costOfCash(input.deal.amount, input.policy), reader);
  const days = Math.abs(terms.daysSooner);
  return [
    ...when(days > NONE, () => say(terms.daysSooner > 0 ? 'cashSooner' : 'cashLater', { count: count(days, reader), rate }, days)),
    ...when(terms.leversAt(0).includes('shorter_terms'), () => say('lessDefault')),
    ...when(terms.forecast, () => say('forecastSaves', { money: money(terms.forecastSaving, reader) })),
    ...when(discountMoney < -NONE, () => say('withPremium', { money: money(-discountMoney, reader) })),
    ...when(terms.daysSaved > 0, () => say('afterExpedite', { money: money(terms.expediteCost, reader) })),
    ...when(discountMoney > NONE, () => say('afterDiscount', { money: money(discountMoney, reader) })),
  ];
}

function customerReasons(terms: PackageTerms, discountMoney: number, reader: Reader): string[] {
  const moved = terms.leversAt(0);
  return [
    ...when(terms.daysSaved > 0, () => say('getsSpeed', { count: count(terms.daysSaved, reader) }, terms.daysSaved)),
    ...when(discountMoney > NONE, () => say('getsDiscount', { money: money(discountMoney, reader) })),
    ...when(moved.includes('longer_terms'), () => say('getsLonger')),
    ...when(moved.includes('shorter_terms'), () => say('afterEarlier')),
    ...when(terms.forecast, () => say('afterForecast')),
    ...when(discountMoney < -NONE, () => say('paysPremium', { money: money(-discountMoney, reader) })),
  ];
}

/** Why an offer suits each side, in money of the deal's currency. */
export function reasons(offer: Offer, input: ResolvedInput, reader: Reader): { readonly seller: string; readonly customer: string } {
  const terms = packageTerms(input, offer.packageId);
  const discountMoney = input.deal.amount * offer.discount;
  return {
    seller: say('sellerWorth', { gain: money(offer.sellerGain, reader), because: listed(sellerReasons(terms, discountMoney, input, reader)) }),
    customer: say('customerWorth', { gain: money(offer.customerGain, reader), because: listed(customerReasons(terms, discountMoney, reader)) }),
  };
}
