import type { FormattingOptions, PropertyValues } from '../../remote/worker-contract.ts';
import type { Property } from './crm-schemas.ts';
import { choicesOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export type FormatScope = {
  readonly vocabulary: Vocabulary;
  /** BCP 47 */
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 4217; of amounts of a record without a currency of its own. */
  readonly homeCurrency: string;
};

/**
 * A property's stored text as people read it.
 *
 * @param values - of the same record: an amount is in the record's currency
 */
export function formatValue(
  property: Property,
  value: string,
  values: PropertyValues,
  scope: FormatScope,
  options: FormattingOptions = {},
): string {
  if (value === '') return '';
  const choices = choicesOf(property, scope.vocabulary);
  if (choices !== null)
    return value
      .split(';')
      .map((one) => choices.find((choice) => choice.value === one)?.label ?? one)
      .join(', ');
  if (property.type === 'number') return formatNumber(property, value, values, scope, options);
  if (property.type === 'date') return formatDay(value, scope.locale);
  if (property.type === 'datetime') return formatInstant(value, scope);
  return value;
}

/** Formats the values that are asked for, leaves the others as they are. */
export function formatValues(
  values: PropertyValues,
  names: readonly string[] | 'all',
  scope: FormatScope,
  options?: FormattingOptions,
): PropertyValues {
  const entries = Object.entries(values).map(([name, value]) => {
    const property = scope.vocabulary.properties.get(name);
    const isWanted = names === 'all' || names.includes(name);
    return [
      name,
      value === null || property === undefined || !isWanted
        ? value
        : formatValue(property, value, values, scope, options),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a number is money: HubSpot shows it with the currency's symbol. */
export function isMoney({ showCurrencySymbol, name }: Property): boolean {
  return showCurrencySymbol === true || name === 'amount' || name === 'amount_in_home_currency';
}

function formatNumber(
  property: Property,
  value: string,
  values: PropertyValues,
  { locale, homeCurrency }: FormatScope,
  { currency: { addSymbol = true } = {} }: FormattingOptions,
): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (property.name === 'hs_object_id') return value;
  if (!isMoney(property) || !addSymbol)
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(number);
  const recordCurrency = values['deal_currency_code'] ?? '';
  const currency =
    property.name.endsWith('in_home_currency') || property.name.endsWith('_home') || recordCurrency === ''
      ? homeCurrency
      : recordCurrency;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: Number.isInteger(number) ? 0 : 2,
  }).format(number);
}

function formatDay(value: string, locale: string): string {
  const instant = /^\d{9,}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(instant)
    ? value
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
}

function formatInstant(value: string, { locale, timeZone }: FormatScope): string {
  const instant = /^\d{9,}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(instant)
    ? value
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(instant);
}
