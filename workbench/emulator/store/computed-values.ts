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
  return rule === 'deal' ? dealValues(values, facts) : {};
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
    amount_in_home_currency: amount === undefined || rate === null ? null : String(inHomeCurrency(amount, rate)),
  };
}

function exchangeRate(code: string, account: AccountSettings): number | null {
  return code === account.homeCurrency ? 1 : (account.currencies[code] ?? null);
}

/** An amount at rate 1 stays as it was written; another is rounded where binary fractions begin to show. */
function inHomeCurrency(amount: string, rate: number): string | number {
  return rate === 1 ? amount : Number((Number(amount) * rate).toFixed(6));
}
