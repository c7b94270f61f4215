import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';

/** Money of the account a file comes from: rates are home currency for one unit, null where the file does not tell. */
export type Currencies = {
  readonly homeCurrency: string;
  readonly currencies: Readonly<Record<string, number | null>>;
};

const withoutCurrency: Currencies = { homeCurrency: 'EUR', currencies: {} };

/** Home currency and rates, from the amounts HubSpot has converted or the rates it used; the most frequent currency is home when nothing tells. */
export function currenciesOf(rows: readonly Row[], { cell }: Columns): Currencies {
  const mark = decimalMarkOf(
    rows.flatMap(({ cells }) => [cell(cells, 'amount'), cell(cells, 'homeAmount'), cell(cells, 'exchangeRate')]),
  );
  const number = (text: string) => Number(readNumber(text, mark) ?? Number.NaN);
  const seen = new Map<string, { count: number; readonly rates: number[] }>();
  for (const { cells } of rows) {
    const code = cell(cells, 'currency').toUpperCase();
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
  if (home === undefined) return withoutCurrency;
  return {
    homeCurrency: home.code,
    currencies: Object.fromEntries(known.filter((currency) => currency !== home).map(({ code, rate }) => [code, rate])),
  };
}

/** Rates move with the days deals were converted on; the middle one is nobody's typing error. */
function median(values: readonly number[]): number | null {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return middle === undefined ? null : Number(middle.toPrecision(8));
}
