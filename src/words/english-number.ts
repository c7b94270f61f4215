/** How a number is written: as it is, as a percentage, or as whole units of a currency. */
export type NumberStyle = {
  readonly style?: 'percent' | 'currency';
  readonly currency?: string;
  readonly maximumFractionDigits: number;
};

const signs = new Map([
  ['EUR', '€'],
  ['USD', '$'],
  ['GBP', '£'],
]);

/**
 * A number as `Intl.NumberFormat('en')` writes it, without loading `Intl`'s data: what functions write down is in plain English, and loading takes a process 12 ms.
 *
 * @param value - number
 * @param style - how
 * @returns null for what is left to `Intl`: other currencies, numbers that are not finite
 */
export function englishNumber(value: number, { style, currency, maximumFractionDigits }: NumberStyle): string | null {
  const sign = style === 'currency' ? signs.get(currency ?? '') : '';
  if (sign === undefined || !Number.isFinite(value)) return null;
  const rounded = inUnits(Math.abs(value), maximumFractionDigits + (style === 'percent' ? 2 : 0)).padStart(
    maximumFractionDigits + 1,
    '0',
  );
  const whole = rounded.slice(0, rounded.length - maximumFractionDigits).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = rounded.slice(rounded.length - maximumFractionDigits).replace(/0+$/, '');
  return `${value < 0 || Object.is(value, -0) ? '-' : ''}${sign}${whole}${fraction === '' ? '' : `.${fraction}`}${style === 'percent' ? '%' : ''}`;
}

/** The digits of a number in units of its last decimal place, a half rounded up. Rounds the decimal number a double prints as: 1.005 by two places is 101, which a multiplication misses. */
function inUnits(size: number, places: number): string {
  const [mantissa = '', exponent = '0'] = String(size).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent) + places;
  const digits = (whole + fraction).padEnd(point, '0');
  const isRoundedUp = point >= 0 && (digits[point] ?? '0') >= '5';
  return String(BigInt(digits.slice(0, Math.max(0, point)) || '0') + (isRoundedUp ? 1n : 0n));
}
