import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { amountIn } from './money-signs.ts';
import { readNumber } from './numbers.ts';
import type { DecimalMark } from './numbers.ts';

/** Money of the account a file comes from: rates are home currency for one unit, null where the file does not tell. */
export type Currencies = {
  readonly homeCurrency: string;
  readonly currencies: Readonly<Record<string, number | null>>;
  /** ISO 4217 of a row: its currency, else that of the sign beside its amount; "" when neither tells. */
  readonly currencyOf: (cells: readonly string[]) => string;
  readonly guesses: readonly string[];
};

const withoutCurrency = 'EUR';

/**
 * Home currency and rates, from the amounts HubSpot has converted or the rates it used; the most frequent currency is home when nothing tells.
 *
 * @param beside - currencies of line items and invoices, ISO 4217: where no deal names one, theirs is home
 */
export function currenciesOf(
  rows: readonly Row[],
  columns: Columns,
  mark: DecimalMark,
  beside: readonly string[] = [],
): Currencies {
  const { cell } = columns;
  const number = (text: string) => Number(readNumber(text, mark) ?? Number.NaN);
  const signed = new Map<string, { readonly example: string; readonly codes: readonly string[] }>();
  const currencyOf = (cells: readonly string[]): string => {
    const code = cell(cells, 'currency').toUpperCase();
    if (code !== '') return code;
    const amount = cell(cells, 'amount');
    const codes = amountIn(amount)?.currencies ?? [];
    if (codes.length > 1 && !signed.has(codes.join())) signed.set(codes.join(), { example: amount, codes });
    return codes[0] ?? '';
  };
  const seen = new Map<string, { count: number; readonly rates: number[] }>();
  for (const { cells } of rows) {
    const code = currencyOf(cells);
    if (code === '') continue;
    const currency = seen.get(code) ?? { count: 0, rates: [] };
    seen.set(code, currency);
    currency.count += 1;
    const stated = number(cell(cells, 'exchangeRate'));
    const rate = Number.isFinite(stated) ? stated : number(cell(cells, 'homeAmount')) / number(cell(cells, 'amount'));
    if (Number.isFinite(rate) && rate > 0) currency.rates.push(rate);
  }
  const known = [...seen]
    .map(([code, { count, rates }]) => ({ code, count, rate: median(rates) }))
    .sort((a, b) => b.count - a.count);
  const home = known.find(({ rate }) => rate !== null && Math.abs(rate - 1) < 1e-6) ?? known[0];
  const guesses = [...signed.values()].map(
    ({ example, codes: [likeliest = '', ...others] }) =>
      `Amounts such as ${example} are taken to be ${likeliest}, and not ${others.join(' or ')}: a column Currency would tell.`,
  );
  const [mostBeside] = byFrequency(beside);
  const homeCurrency = home?.code ?? mostBeside ?? withoutCurrency;
  const unnamed = home === undefined ? [withoutNamed(mostBeside)] : [];
  const rates = [
    ...byFrequency(beside).map((code) => [code, null] as const),
    ...known.map(({ code, rate }) => [code, rate] as const),
  ];
  return {
    homeCurrency,
    currencies: Object.fromEntries(rates.filter(([code]) => code !== homeCurrency)),
    currencyOf,
    guesses: [...unnamed, ...guesses],
  };
}

function withoutNamed(beside: string | undefined): string {
  return beside === undefined
    ? `Nothing names a currency: amounts are taken to be ${withoutCurrency}. A column Currency would tell.`
    : `No deal names a currency: amounts are taken to be ${beside}, as in the files beside them. A column Currency would tell.`;
}

function byFrequency(codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code);
}

/** Rates move with the days deals were converted on; the middle one is nobody's typing error. */
function median(values: readonly number[]): number | null {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return middle === undefined ? null : Number(middle.toPrecision(8));
}
