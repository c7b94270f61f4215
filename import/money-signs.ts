/** Signs and words that stand for a currency beside an amount, without dots; several codes where a sign is of several countries, the most used first. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD'],
  us$: ['USD'],
  usd$: ['USD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  '₹': ['INR'],
  rs: ['INR'],
  '₩': ['KRW'],
  '₺': ['TRY'],
  tl: ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '฿': ['THB'],
  '₫': ['VND'],
  '₽': ['RUB'],
  kr: ['SEK', 'NOK', 'DKK'],
  fr: ['CHF'],
  sfr: ['CHF'],
  zł: ['PLN'],
  zl: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  лв: ['BGN'],
};

/** A code is three capital letters; what else stands beside digits must be a sign that is known. */
const beside = String.raw`[A-Z]{3}|[\p{L}.]{0,5}\p{Sc}|\p{L}{2,5}\.?`;
const signedAmount = new RegExp(
  String.raw`^(?<minus>[-−–]?)\s*(?<before>${beside})?\s*(?<sign>[-+−–]?)\s*(?<digits>[\d.,'’\s\u00A0\u202F_]*\d[\d.,'’\s\u00A0\u202F_]*?)(?<dash>[.,][-–—]{1,2})?(?<after>-?)\s*(?<behind>${beside})?$`,
  'u',
);

/** An amount as it is written, apart: digits with their marks, its sign, and the currencies its sign may be of. */
export type WrittenAmount = {
  readonly digits: string;
  readonly isNegative: boolean;
  /** ISO 4217, the likeliest first; empty when no sign stands beside it. */
  readonly currencies: readonly string[];
};

/** Takes an amount apart: "-€ 1.234,50", "500 kr", "CHF 80", "(1,200)", "500,-"; null when it is something else. */
export function amountIn(text: string): WrittenAmount | null {
  const trimmed = text.trim();
  const inBrackets = /^\((.*)\)$/.exec(trimmed)?.[1];
  const { minus, before, sign, digits, after, behind } = signedAmount.exec(inBrackets ?? trimmed)?.groups ?? {};
  if (digits === undefined || (before !== undefined && behind !== undefined)) return null;
  const named = before ?? behind;
  const currencies = named === undefined ? [] : currenciesNamed(named);
  if (currencies === null) return null;
  const minuses = [minus, sign === '+' ? '' : sign, after].filter((one) => one !== undefined && one !== '').length;
  if (minuses + (inBrackets === undefined ? 0 : 1) > 1) return null;
  return {
    digits: digits.replace(/[\s\u00A0\u202F'’_]/gu, '').replace(/[.,]$/, ''),
    isNegative: minuses === 1 || inBrackets !== undefined,
    currencies,
  };
}

function currenciesNamed(named: string): readonly string[] | null {
  const known = signs[named.toLowerCase().replaceAll('.', '')];
  if (known !== undefined) return known;
  if (/^[A-Z]{3}$/.test(named)) return [named];
  // A sign nobody has listed is still the sign of some currency.
  return /\p{Sc}$/u.test(named) ? [] : null;
}
