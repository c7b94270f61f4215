import { discountPercent, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** Fractions below this are none. */
const none = 1e-9;

/** A price as the customer hears it, with the percentage behind it: "€58,800 instead of €60,000 (2% off)", "€60,000, as it is". */
export function priceChange(amount: number, discount: number, reader: Reader): string {
  const price = priceInstead(amount, discount, reader);
  return Math.abs(discount) < none ? price : `${price} (${offOrMore(discount, reader)})`;
}

/** A price where a sentence beside it names the percentage: "€58,800 instead of €60,000". */
export function priceInstead(amount: number, discount: number, reader: Reader): string {
  const list = money(amount, reader);
  return Math.abs(discount) < none ? `${list}, as it is` : `${priceAt(amount, discount, reader)} instead of ${list}`;
}

/** A price beside others of the same deal: "€58,800 (2% off)". */
export function shortPrice(amount: number, discount: number, reader: Reader): string {
  if (Math.abs(discount) < none) return priceAt(amount, 0, reader);
  return `${priceAt(amount, discount, reader)} (${offOrMore(discount, reader)})`;
}

/** What a trade does to the price, alone: "at 2% off", "at 1% more", "at the same price". */
export function discountTerms(discount: number, reader: Reader): string {
  return Math.abs(discount) < none ? 'at the same price' : `at ${offOrMore(discount, reader)}`;
}

/** "2% off", "1% more". */
function offOrMore(discount: number, reader: Reader): string {
  return `${discountPercent(Math.abs(discount), reader)} ${discount > 0 ? 'off' : 'more'}`;
}

/** A price alone: "€58,800". */
export function priceAt(amount: number, discount: number, reader: Reader): string {
  return money(amount * (1 - discount), reader);
}
