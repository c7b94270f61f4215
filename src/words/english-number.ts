/** How a number is written: as it is, as a percentage, or as whole units of a currency. */
export type NumberStyle = { readonly style?: 'percent' | 'currency'; readonly currency?: string; readonly maximumFractionDigits: number };

const signs = new Map([['EUR', '€'], ['USD', '$'], ['GBP', '£']]);
/** From here on a number no longer prints all its digits. */
const tooLarge = 1e15;

/**
 * A number as `Intl.NumberFormat('en')` writes it, without loading `Intl`'s data: what functions write down is in plain English, and loading takes a process 12 ms.
 *
 * @param value - number
 * @param style - how
 * @returns null for what is left to `Intl`: numbers that are not finite or from 10^15, other currencies
 */
export function englishNumber(value: number, { style, currency, maximumFractionDigits }: NumberStyle): string | null {
  const sign = style === 'currency' ? signs.get(currency ?? '') : '';
  const size = Math.abs(value);
  if (sign === undefined || !(size < tooLarge)) return null;
  const rounded = String(Math.round(withPointMoved(size, maximumFractionDigits + (style === 'percent' ? 2 : 0)))).padStart(maximumFractionDigits + 1, '0');
  const whole = rounded.slice(0, rounded.length - maximumFractionDigits).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = rounded.slice(rounded.length - maximumFractionDigits).replace(/0+$/, '');
  return `${value < 0 || Object.is(value, -0) ? '-' : ''}${sign}${whole}${fraction === '' ? '' : `.${fraction}`}${style === 'percent' ? '%' : ''}`;
}

/** The decimal number a double prints as, times a power of ten: 1.005 by two places is 100.5, which a multiplication misses. */
function withPointMoved(size: number, places: number): number {
  const [digits = '', exponent = '0'] = String(size).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
