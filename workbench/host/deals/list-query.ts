import type { Property } from '../api/crm-schemas.ts';
import { arityOf, isOperator } from './operators.ts';
import type { Operator } from './operators.ts';

/** One condition on a property; as many values as its operator takes, as HubSpot stores them. */
export type Filter = { readonly property: string; readonly operator: Operator; readonly values: readonly string[] };

/** What the list shows; all of it is in the address. */
export type ListQuery = {
  readonly text: string;
  readonly filters: readonly Filter[];
  readonly sort: { readonly property: string; readonly isDescending: boolean };
  /** From 1. */
  readonly page: number;
  readonly columns: readonly string[];
};

export const pageLength = 25;
/** HubSpot's search gives no more at once. */
export const mostPerSearch = 200;
/** HubSpot's search does not go further. */
export const reachableResults = 10_000;
export const usualColumns: readonly string[] = ['dealname', 'dealstage', 'closedate', 'hubspot_owner_id', 'amount'];
const usualSort: ListQuery['sort'] = { property: 'createdate', isDescending: true };
const dayMs = 86_400_000;

export function readListQuery(query: URLSearchParams): ListQuery {
  const sort = query.get('sort');
  const columns =
    query
      .get('columns')
      ?.split(',')
      .filter((name) => name !== '') ?? [];
  return {
    text: query.get('q') ?? '',
    filters: query
      .getAll('f')
      .map(readFilter)
      .filter((filter) => filter !== null),
    sort:
      sort === null || sort === ''
        ? usualSort
        : { property: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') },
    page: Math.max(1, Math.trunc(Number(query.get('page') ?? '1')) || 1),
    columns: columns.length > 0 ? columns : usualColumns,
  };
}

export function writeListQuery({ text, filters, sort, page, columns }: ListQuery): URLSearchParams {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const { property, operator, values } of filters)
    query.append('f', [property, operator, ...values.map(escape)].join('~'));
  if (sort.property !== usualSort.property || sort.isDescending !== usualSort.isDescending)
    query.set('sort', `${sort.isDescending ? '-' : ''}${sort.property}`);
  if (columns.join() !== usualColumns.join()) query.set('columns', columns.join(','));
  if (page > 1) query.set('page', String(page));
  return query;
}

/** A filter that is still being written has no meaning yet. */
export function isComplete({ operator, values }: Filter): boolean {
  const given = values.filter((value) => value !== '').length;
  const arity = arityOf(operator);
  return arity === 'none' || (arity === 'two' ? given === 2 : given > 0);
}

/** The search HubSpot's API is asked to make. */
export function searchOf(query: ListQuery, properties: ReadonlyMap<string, Property>) {
  const filters = query.filters
    .filter((filter) => properties.has(filter.property) && isComplete(filter))
    .map((filter) => wireFilter(filter, properties.get(filter.property)?.type ?? 'string'));
  return {
    ...(query.text.trim() === '' ? {} : { query: query.text.trim() }),
    filterGroups: filters.length === 0 ? [] : [{ filters }],
    sorts: [{ propertyName: query.sort.property, direction: query.sort.isDescending ? 'DESCENDING' : 'ASCENDING' }],
    properties: [...new Set([...query.columns, 'dealname', 'deal_currency_code'])],
    limit: pageLength,
    ...(query.page === 1 ? {} : { after: String((query.page - 1) * pageLength) }),
  };
}

function wireFilter({ property, operator, values }: Filter, type: string) {
  const [first = '', second = ''] = values;
  const arity = arityOf(operator);
  if (arity === 'none') return { propertyName: property, operator };
  if (arity === 'many') return { propertyName: property, operator, values };
  const isDay = type === 'date' || type === 'datetime';
  const start = isDay ? String(Date.parse(first)) : first;
  if (arity === 'two')
    return { propertyName: property, operator, value: start, highValue: isDay ? endOfDay(second, type) : second };
  return { propertyName: property, operator, value: isDay && operator === 'LTE' ? endOfDay(first, type) : start };
}

/** A day counts to its end where the property has a time of day. */
function endOfDay(day: string, type: string): string {
  return String(Date.parse(day) + (type === 'datetime' ? dayMs - 1 : 0));
}

function readFilter(text: string): Filter | null {
  const [property = '', operator = '', ...values] = text.split('~');
  return property !== '' && isOperator(operator)
    ? { property, operator, values: values.map(decodeURIComponent) }
    : null;
}

/** `~` separates the parts of a filter in the address. */
function escape(value: string): string {
  return encodeURIComponent(value).replaceAll('~', '%7E');
}
