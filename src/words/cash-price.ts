import type { CashRates, Offer } from '../scoring/index.ts';
import { money, percent } from './amounts.ts';
import { listed, say } from './say.ts';
import type { Reader } from './say.ts';

/**
 * What the cash an offer releases costs us, beside what it costs elsewhere and earns with us; and what is left of our gain if the backlog earns nothing.
 *
 * @returns one or two sentences; "" for an offer that releases no cash while no backlog waits for it
 */
export function cashPriceInWords(
  { breakEvenRate, sellerGainAtBankRate }: Pick<Offer, 'breakEvenRate' | 'sellerGainAtBankRate'>,
  { bank, factoring, backlog }: CashRates,
  reader: Reader,
): string {
  const rate = (value: number) => percent(value, reader);
  const beside = [
    say('cashAtBank', { rate: rate(bank) }),
    ...(factoring === null ? [] : [say('cashAtFactor', { rate: rate(factoring) })]),
    ...(backlog === null ? [] : [say('cashInBacklog', { rate: rate(backlog) })]),
  ];
  return [
    ...(breakEvenRate === null ? [] : [say('cashPrice', { rate: rate(breakEvenRate), beside: listed(beside) })]),
    ...(backlog === null
      ? []
      : [
          say(sellerGainAtBankRate < 0 ? 'lostAtBankRate' : 'leftAtBankRate', {
            gain: money(Math.abs(sellerGainAtBankRate), reader),
          }),
        ]),
  ].join(' ');
}
