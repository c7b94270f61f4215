import { numberFormat } from './intl-formats.ts';
import type { Reader } from './say.ts';

function written(value: number, locale: string, style: Intl.NumberFormatOptions): string {
  return numberFormat(locale, style).format(value);
}

/** Money in the deal's currency, to the unit: sizes are compared, not booked. */
export function money(value: number, { locale, currency }: Reader): string {
  return written(value, locale, { style: 'currency', currency, maximumFractionDigits: 0 });
}

/** A fraction as a percentage, to one decimal at most. */
export function percent(fraction: number, { locale }: Pick<Reader, 'locale'>): string {
  return written(fraction, locale, { style: 'percent', maximumFractionDigits: 1 });
}

/** A chance is not said to be certain: 99.99% reads "99.9%". */
const highestChance = 0.999;

/** A chance as a percentage, rounded down to one decimal. */
export function chance(fraction: number, reader: Pick<Reader, 'locale'>): string {
  return percent(Math.min(Math.floor(fraction * 1000) / 1000, highestChance), reader);
}

/** A discount as a percentage, to the basis point: a limit must not be rounded past itself. */
export function discountPercent(discount: number, { locale }: Pick<Reader, 'locale'>): string {
  return written(discount, locale, { style: 'percent', maximumFractionDigits: 2 });
}

/** A count, such as days, to one decimal at most. */
export function count(value: number, { locale }: Pick<Reader, 'locale'>): string {
  return written(value, locale, { maximumFractionDigits: 1 });
}
