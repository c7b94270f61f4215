/** How a field reads and writes numbers: the reader's language, and what stands before or after the digits. */
export type NumberNotation = {
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217; adds the currency's symbol. */
  readonly currency?: string | undefined;
  /** Adds a percent sign; the number itself is not divided. */
  readonly isPercentage?: boolean;
  /** Most digits after the decimal mark; the currency's own where absent. */
  readonly precision?: number | undefined;
};

/** Text read as a number; empty text is no number and no mistake. */
export type TypedNumber =
  { readonly kind: 'number'; readonly value: number } | { readonly kind: 'empty' } | { readonly kind: 'unreadable' };

const mostFractionDigits = 15;
const latin = { numberingSystem: 'latn' } as const;

/**
 * Reads a number the way whoever typed it meant it: in the notation of the reader's language (`1.500,50` in German), and in the other common one where it
 * can mean nothing else (`1500.50` in German, `12,5` in English). Spaces, apostrophes, the currency's symbol and a percent sign may be there.
 */
export function readTypedNumber(text: string, { locale, currency }: NumberNotation): TypedNumber {
  const symbols = [currency, currency === undefined ? undefined : currencyParts(locale, currency).symbol];
  const bare = symbols
    .reduce<string>((rest, symbol) => (symbol === undefined ? rest : rest.replace(symbol, '')), text)
    .replace(/[\s'’ʼ%\p{Sc}]/gu, '')
    .replace(/^[−–]/, '-');
  if (bare === '') return { kind: 'empty' };
  const decimal = decimalMark(locale);
  const digits = plainDigits(bare, decimal) ?? plainDigits(bare, decimal === ',' ? '.' : ',');
  return digits === null ? { kind: 'unreadable' } : { kind: 'number', value: Number(digits) };
}

/** The number with grouped digits and its sign of currency or percent, as a field shows it. */
export function formatNumber(value: number, notation: NumberNotation): string {
  const { locale, currency, isPercentage = false } = notation;
  const digits = new Intl.NumberFormat(locale, { ...latin, maximumFractionDigits: fractionDigits(notation) }).format(
    value,
  );
  if (isPercentage) return `${digits}%`;
  if (currency === undefined) return digits;
  const { symbol, isBefore } = currencyParts(locale, currency);
  if (!isBefore) return `${digits} ${symbol}`;
  return `${symbol}${symbol.length > 1 ? ' ' : ''}${digits}`;
}

/** The number as it is edited: digits and the decimal mark only, so that a digit more does not leave a group of four. */
export function editableNumber(value: number, notation: NumberNotation): string {
  return new Intl.NumberFormat(notation.locale, {
    ...latin,
    useGrouping: false,
    maximumFractionDigits: fractionDigits(notation),
  }).format(value);
}

/** Most digits after the decimal mark that a field of this notation keeps. */
export function fractionDigits({ locale, currency, precision }: NumberNotation): number {
  if (precision !== undefined) return Math.min(Math.max(0, Math.trunc(precision)), mostFractionDigits);
  if (currency === undefined) return mostFractionDigits;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * @param decimal - the mark before the fraction; the other one groups, in threes (in twos and threes as in India)
 * @returns digits for `Number`; null when the text is none in this notation
 */
function plainDigits(text: string, decimal: '.' | ','): string | null {
  const [point, group] = decimal === '.' ? ['\\.', ','] : [',', '\\.'];
  const matches = new RegExp(`^-?(?:\\d+|\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3})?(?:${point}\\d*)?$`).test(text);
  if (!matches || !/\d/.test(text)) return null;
  return text.replaceAll(decimal === '.' ? ',' : '.', '').replace(',', '.');
}

function decimalMark(locale: string): '.' | ',' {
  const mark = new Intl.NumberFormat(locale, latin).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
  return mark === ',' ? ',' : '.';
}

function currencyParts(locale: string, currency: string): { readonly symbol: string; readonly isBefore: boolean } {
  const parts = new Intl.NumberFormat(locale, { ...latin, style: 'currency', currency }).formatToParts(1);
  const place = (wanted: Intl.NumberFormatPartTypes) => parts.findIndex(({ type }) => type === wanted);
  return { symbol: parts[place('currency')]?.value ?? currency, isBefore: place('currency') < place('integer') };
}
