import type { PaymentPlan } from '../scoring/index.ts';
import { paidWhenInWords } from './payment-plan-words.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';
import { discountInWords } from './trade.ts';
import { discountPercent } from './amounts.ts';

/** Discounts below this are none. */
const NONE = 1e-9;

/** What a customer gives for a faster delivery. */
export type Gives = {
  readonly today: PaymentPlan;
  /** Null: payment terms stay as they are. */
  readonly asked: PaymentPlan | null;
  readonly forecast: boolean;
  /** Fraction; negative is a premium. */
  readonly discount: number;
};

/** What a customer gives, and what it gets off the price, as a sentence: "Pays on delivery instead of 90 days after delivery, for a 2% discount." */
export function givesInWords({ today, asked, forecast, discount }: Gives, reader: Pick<Reader, 'locale'>): string {
  const before = paidWhenInWords(today, reader);
  const parts = [
    ...(asked === null ? [] : [say('givesTerms', { when: paidWhenInWords(asked, reader), today: before })]),
    ...(forecast ? [say('givesForecasts')] : []),
    ...(discount < -NONE ? [say('givesPremium', { rate: discountPercent(-discount, reader) })] : []),
  ];
  const gives = parts.length === 0 ? say('givesNothing', { today: before }) : listed(parts);
  const sentence = discount > NONE ? say('givesFor', { gives, price: discountInWords(discount, reader) }) : gives;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
