/** How numbers are written in a language, in the words of Mantine's NumberInput. */
export type NumberShape = { readonly thousandSeparator: string; readonly decimalSeparator: string };
export type CurrencyShape = NumberShape & {
  readonly affix: { readonly prefix: string } | { readonly suffix: string };
  readonly decimals: number;
};

/**
 * @param locale - BCP 47
 * @param currency - ISO 4217; adds the symbol, where it stands, and the currency's usual number of decimals
 */
export function numberShape(locale: string): NumberShape;
export function numberShape(locale: string, currency: string): CurrencyShape;
export function numberShape(locale: string, currency?: string): NumberShape | CurrencyShape {
  const format = new Intl.NumberFormat(locale, currency === undefined ? {} : { style: 'currency', currency });
  const parts = format.formatToParts(-1_234_567.8);
  const part = (type: Intl.NumberFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value;
  const decimalSeparator =
    new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const shape = { thousandSeparator: part('group') ?? ',', decimalSeparator };
  if (currency === undefined) return shape;
  const symbol = part('currency') ?? currency;
  const isBefore =
    parts.findIndex(({ type }) => type === 'currency') < parts.findIndex(({ type }) => type === 'integer');
  return {
    ...shape,
    affix: isBefore ? { prefix: `${symbol}${symbol.length > 1 ? ' ' : ''}` } : { suffix: ` ${symbol}` },
    decimals: format.resolvedOptions().maximumFractionDigits ?? 2,
  };
}
