import type { ComputedRule } from '../object-types.ts';
import type { AccountSettings } from './settings.ts';
import type { Pipeline } from './pipelines.ts';

export type Values = Readonly<Record<string, string>>;

/** What computed properties depend on besides the record. */
export type AccountFacts = { readonly account: AccountSettings; readonly dealPipelines: readonly Pipeline[] };

/**
 * Properties HubSpot fills itself.
 *
 * @param values - the record as it will be written
 * @returns computed properties by name; null where there is no value
 */
export function computedValues(
  rule: ComputedRule | null,
  values: Values,
  facts: AccountFacts,
): Readonly<Record<string, string | null>> {
  switch (rule) {
    case 'deal':
      return dealValues(values, facts);
    case 'line item':
      return lineItemValues(values);
    case 'invoice':
      return invoiceValues(values);
    case null:
      return {};
  }
}

function dealValues(values: Values, { account, dealPipelines }: AccountFacts): Readonly<Record<string, string | null>> {
  const stage = dealPipelines
    .find(({ id }) => id === values['pipeline'])
    ?.stages.find(({ id }) => id === values['dealstage']);
  const probability = stage?.metadata['probability'] ?? null;
  const isClosed = stage?.metadata['isClosed'] === 'true';
  const rate = exchangeRate(values['deal_currency_code'] ?? account.homeCurrency, account);
  const amount = values['amount'];
  return {
    hs_is_closed: String(isClosed),
    hs_is_closed_won: String(isClosed && Number(probability) === 1),
    hs_deal_stage_probability: probability,
    hs_exchange_rate: rate === null ? null : String(rate),
    amount_in_home_currency: amount === undefined || rate === null ? null : inHomeCurrency(amount, rate),
    hs_projected_amount: product(amount, probability ?? undefined),
    hs_forecast_amount: product(amount, values['hs_forecast_probability']),
    days_to_close: daysBetween(values['createdate'], values['closedate']),
  };
}

/** Of one billing cycle; a recurring line's term does not count. */
function lineItemValues(values: Values): Readonly<Record<string, string | null>> {
  const { price, quantity, discount = '0', hs_discount_percentage: percent = '0' } = values;
  if (price === undefined || quantity === undefined)
    return { hs_pre_discount_amount: null, hs_total_discount: null, amount: null, hs_margin: null };
  const list = Number(price) * Number(quantity);
  const off = Number(discount) * Number(quantity) + (list * Number(percent)) / 100;
  const unitCost = values['hs_cost_of_goods_sold'];
  return {
    hs_pre_discount_amount: text(list),
    hs_total_discount: text(off),
    amount: text(list - off),
    hs_margin: unitCost === undefined ? null : text(list - off - Number(unitCost) * Number(quantity)),
  };
}

function invoiceValues({ hs_amount_billed: billed, hs_amount_paid: paid = '0' }: Values) {
  return { hs_balance_due: billed === undefined ? null : text(Number(billed) - Number(paid)) };
}

function exchangeRate(code: string, account: AccountSettings): number | null {
  return code === account.homeCurrency ? 1 : (account.currencies[code] ?? null);
}

/** An amount at rate 1 stays as it was written. */
function inHomeCurrency(amount: string, rate: number): string {
  return rate === 1 ? amount : text(Number(amount) * rate);
}

function product(a: string | undefined, b: string | undefined): string | null {
  return a === undefined || b === undefined ? null : text(Number(a) * Number(b));
}

/** Whole days, none when the second comes first; null when either is open. */
function daysBetween(from: string | undefined, to: string | undefined): string | null {
  if (from === undefined || to === undefined) return null;
  return String(Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)));
}

/** Rounded where binary fractions begin to show. */
function text(value: number): string {
  return String(Number(value.toFixed(6)));
}
