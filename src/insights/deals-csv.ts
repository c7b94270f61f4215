import { isTimeZone } from '../crm/calendar.ts';
import { profileProperties } from '../crm/profile-properties.ts';
import type { PropertyDefinition } from '../crm/property-definition.ts';
import { readInstant, readNumber, readText } from '../crm/property-values.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { scoreProperties } from '../crm/score-properties.ts';
import { scorePropertyOf } from '../crm/stored-score.ts';
import { csvOf } from './csv.ts';
import type { CsvValue } from './csv.ts';

/** Names of what a deal names by id; "" where there is none. */
export type DealNames = {
  readonly owner: (id: string) => string;
  readonly pipeline: (id: string) => string;
  readonly stage: (id: string) => string;
  readonly company: (id: string) => string;
};

/** The fingerprint means nothing outside the account. */
const exported: readonly PropertyDefinition[] = [
  ...profileProperties,
  ...scoreProperties.filter(({ name }) => name !== scorePropertyOf.fingerprint),
];

/** Read for `dealsCsv`, beside `hs_object_id`. */
export const exportedPropertyNames: readonly string[] = [
  'dealname',
  'pipeline',
  'dealstage',
  'amount',
  'deal_currency_code',
  'hs_exchange_rate',
  'amount_in_home_currency',
  'createdate',
  'closedate',
  'hubspot_owner_id',
  'hs_primary_associated_company',
  ...exported.map(({ name }) => name),
];

/**
 * Deals as HubSpot exports them: a column a property under its label, names and labels instead of ids and values, times in the account's zone.
 *
 * @param records - deal properties by name, `exportedPropertyNames` of each
 * @param names - of people, stages and companies
 * @param timeZone - IANA
 */
export function dealsCsv(records: readonly PropertyValues[], names: DealNames, timeZone: string): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const head = [
    'Record ID',
    'Deal Name',
    'Pipeline',
    'Deal Stage',
    'Amount',
    'Currency',
    'Exchange rate',
    'Amount in company currency',
    'Create Date',
    'Close Date',
    'Deal owner',
    'Associated Company IDs (Primary)',
    'Associated Company (Primary)',
    ...exported.map(({ label }) => label),
  ];
  const rows = records.map((record) => {
    const named = (property: string, name: (id: string) => string) => name(readText(record[property]) ?? '');
    return [
      readText(record['hs_object_id']),
      readText(record['dealname']),
      named('pipeline', names.pipeline),
      named('dealstage', names.stage),
      readNumber(record['amount']),
      readText(record['deal_currency_code']),
      readNumber(record['hs_exchange_rate']),
      readNumber(record['amount_in_home_currency']),
      wallTime(record['createdate'], zone),
      wallTime(record['closedate'], zone),
      named('hubspot_owner_id', names.owner),
      readText(record['hs_primary_associated_company']),
      named('hs_primary_associated_company', names.company),
      ...exported.map((definition) => valueOf(definition, record[definition.name], zone)),
    ];
  });
  return csvOf([head, ...rows]);
}

function valueOf(definition: PropertyDefinition, value: string | null | undefined, zone: string): CsvValue {
  if (definition.type === 'number') return readNumber(value);
  if (definition.type === 'datetime') return wallTime(value, zone);
  const text = readText(value);
  if (text === null || definition.type !== 'enumeration') return text;
  return text
    .split(';')
    .map((part) => definition.options.find((option) => option.value === part)?.label ?? part)
    .join(';');
}

/** `2026-11-23 14:05` */
function wallTime(value: string | null | undefined, timeZone: string): string | null {
  const epochMs = readInstant(value);
  if (epochMs === null) return null;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
