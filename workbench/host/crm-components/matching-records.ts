import type { PropertyValues } from '../../remote/worker-contract.ts';

/** A filter as HubSpot's CRM components are given it. */
export type CrmFilter = {
  readonly operator: string;
  readonly property: string;
  readonly value?: string | number;
  readonly values?: unknown;
  readonly highValue?: string | number;
};

export type CrmSort = { readonly columnName: string; readonly direction: 1 | -1 };

type WithProperties = { readonly properties: PropertyValues };

/** The records that pass all filters, in the order asked for; without an order as they came. */
export function matchingRecords<Found extends WithProperties>(
  records: readonly Found[],
  filters: readonly CrmFilter[] = [],
  sorts: readonly CrmSort[] = [],
): readonly Found[] {
  return records
    .filter(({ properties }) => filters.every((filter) => passes(properties[filter.property] ?? '', filter)))
    .toSorted((one, other) => {
      for (const { columnName, direction } of sorts) {
        const difference = compared(one.properties[columnName] ?? '', other.properties[columnName] ?? '');
        if (difference !== 0) return difference * direction;
      }
      return 0;
    });
}

function passes(held: string, { operator, value = '', values, highValue = '' }: CrmFilter): boolean {
  const wanted = (Array.isArray(values) ? values : values === undefined ? [value] : [values]).map(String);
  switch (operator) {
    case 'EQ':
      return compared(held, String(value)) === 0;
    case 'NEQ':
      return compared(held, String(value)) !== 0;
    case 'LT':
      return held !== '' && compared(held, String(value)) < 0;
    case 'LTE':
      return held !== '' && compared(held, String(value)) <= 0;
    case 'GT':
      return held !== '' && compared(held, String(value)) > 0;
    case 'GTE':
      return held !== '' && compared(held, String(value)) >= 0;
    case 'BETWEEN':
      return held !== '' && compared(held, String(value)) >= 0 && compared(held, String(highValue)) <= 0;
    case 'IN':
      return wanted.includes(held);
    case 'NOT_IN':
      return !wanted.includes(held);
    case 'HAS_PROPERTY':
      return held !== '';
    case 'NOT_HAS_PROPERTY':
      return held === '';
    default:
      return false;
  }
}

/** Numbers by size, instants by time whichever way they are written, anything else as text. */
function compared(one: string, other: string): number {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  if (a !== null && b !== null) return a - b;
  return one.localeCompare(other);
}

function sizeOf(text: string): number | null {
  if (text === '') return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

/** A figure over the values of a property, as HubSpot's statistics name them; null without values. */
export function statisticOf(type: string, values: readonly (string | null)[], percentile = 50): number | null {
  const given = values.filter((value) => value !== null && value !== '');
  if (type === 'COUNT') return given.length;
  if (type === 'DISTINCT_APPROX') return new Set(given).size;
  const numbers = given
    .map(Number)
    .filter((number) => Number.isFinite(number))
    .sort((a, b) => a - b);
  const last = numbers.at(-1);
  if (last === undefined) return null;
  const sum = numbers.reduce((total, number) => total + number, 0);
  switch (type) {
    case 'SUM':
      return sum;
    case 'AVG':
      return sum / numbers.length;
    case 'MIN':
      return numbers[0] ?? null;
    case 'MAX':
      return last;
    case 'PERCENTILES':
      return (
        numbers[Math.min(numbers.length - 1, Math.ceil((percentile / 100) * numbers.length - 1))] ?? numbers[0] ?? null
      );
    default:
      return null;
  }
}
