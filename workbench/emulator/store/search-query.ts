import { problemWithRequest } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import { instantOf } from '../values/property-value.ts';
import { indexedAs, searchTokens } from '../values/search-value.ts';
import type { IndexedAs } from '../values/search-value.ts';
import type { SqlValue } from './database.ts';
import type { Property } from './property-definitions.ts';
import { textTable, valueColumn } from './search-index.ts';

export const searchOperators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;
export type SearchOperator = (typeof searchOperators)[number];

export type SearchFilter = {
  readonly propertyName: string;
  readonly operator: SearchOperator;
  readonly value?: string | undefined;
  readonly highValue?: string | undefined;
  readonly values?: readonly string[] | undefined;
};

/** A condition in SQL on a row of the index. */
export type Condition = { readonly sql: string; readonly parameters: readonly SqlValue[] };

/** All of them. */
export function every(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ', '1');
}

/** At least one of them. */
export function some(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' OR ', '0');
}

function joined(conditions: readonly Condition[], word: string, none: string): Condition {
  if (conditions.length === 0) return { sql: none, parameters: [] };
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(word),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/**
 * One filter on a property, as a condition on the rows of the type's index table.
 *
 * Text is compared in lower case; EQ and NEQ lower what they are given, IN and NOT_IN do not, as in HubSpot, so that capitals never match. NEQ, NOT_IN and NOT_CONTAINS_TOKEN also find records without a value.
 *
 * @throws {ApiError} 400
 */
export function filterCondition(typeId: string, property: Property, filter: SearchFilter): Condition {
  const kind = indexedAs(property);
  if (kind !== 'text') return valueCondition(kind, valueColumn(property.name), filter);
  const positive = negated[filter.operator];
  const condition = valueCondition(kind, 'value', positive === undefined ? filter : { ...filter, operator: positive });
  const having =
    filter.operator === 'HAS_PROPERTY' || filter.operator === 'NOT_HAS_PROPERTY'
      ? { sql: '1', parameters: [] }
      : condition;
  return {
    sql: `id ${positive === undefined ? '' : 'NOT '}IN (SELECT id FROM ${textTable(typeId, property.name)} WHERE ${having.sql})`,
    parameters: having.parameters,
  };
}

const negated: Partial<Record<SearchOperator, SearchOperator>> = {
  NEQ: 'EQ',
  NOT_IN: 'IN',
  NOT_CONTAINS_TOKEN: 'CONTAINS_TOKEN',
  NOT_HAS_PROPERTY: 'HAS_PROPERTY',
};

function valueCondition(kind: IndexedAs, column: string, filter: SearchFilter): Condition {
  switch (filter.operator) {
    case 'HAS_PROPERTY':
      return { sql: `${column} IS NOT NULL`, parameters: [] };
    case 'NOT_HAS_PROPERTY':
      return { sql: `${column} IS NULL`, parameters: [] };
    case 'EQ':
      return oneOf(kind, column, [valueOf(filter)], true);
    case 'NEQ':
      return not(column, oneOf(kind, column, [valueOf(filter)], true));
    case 'IN':
      return oneOf(kind, column, valuesOf(filter), false);
    case 'NOT_IN':
      return not(column, oneOf(kind, column, valuesOf(filter), false));
    case 'CONTAINS_TOKEN':
      return containsTokens(kind, column, valueOf(filter));
    case 'NOT_CONTAINS_TOKEN':
      return not(column, containsTokens(kind, column, valueOf(filter)));
    case 'BETWEEN':
      return {
        sql: `${column} BETWEEN ? AND ?`,
        parameters: [operand(kind, valueOf(filter), true), operand(kind, filter.highValue ?? fail(), true)],
      };
    case 'LT':
    case 'LTE':
    case 'GT':
    case 'GTE':
      return { sql: `${column} ${comparison[filter.operator]} ?`, parameters: [operand(kind, valueOf(filter), true)] };
  }
}

const comparison = { LT: '<', LTE: '<=', GT: '>', GTE: '>=' } as const;

/** Free text: every word begins a word of one of the type's searchable properties. */
export function freeTextCondition(
  kind: ObjectKind,
  properties: ReadonlyMap<string, Property>,
  text: string,
): Condition {
  const places = kind.searchableProperties.flatMap((name) => properties.get(name) ?? []);
  return every(
    searchTokens(text).map((word) => some(places.map((property) => beginsWord(kind.typeId, property, word)))),
  );
}

function beginsWord(typeId: string, property: Property, word: string): Condition {
  if (indexedAs(property) !== 'text') return hasWord(spaced(valueColumn(property.name)), `${word}*`);
  const { sql, parameters } = hasWord('words', `${word}*`);
  return { sql: `id IN (SELECT id FROM ${textTable(typeId, property.name)} WHERE ${sql})`, parameters };
}

function oneOf(kind: IndexedAs, column: string, values: readonly string[], foldCase: boolean): Condition {
  if (kind === 'list')
    return some(values.map((value) => ({ sql: `instr(${column}, ?) > 0`, parameters: [`;${value};`] })));
  return {
    sql: `${column} IN (${values.map(() => '?').join(', ')})`,
    parameters: values.map((value) => operand(kind, value, foldCase)),
  };
}

/** The opposite, for records without a value too. */
function not(column: string, condition: Condition): Condition {
  return { sql: `${column} IS NULL OR NOT (${condition.sql})`, parameters: condition.parameters };
}

/** Every word of the value is a word of the text. */
function containsTokens(kind: IndexedAs, column: string, value: string): Condition {
  return every(searchTokens(value).map((token) => hasWord(kind === 'text' ? 'words' : spaced(column), token)));
}

const spaced = (column: string) => `' ' || lower(${column}) || ' '`;

/** A word, in which `*` stands for anything, is among the words. */
function hasWord(words: string, word: string): Condition {
  const wanted = ` ${word} `.replace(/^ \*+|\*+ $/g, '');
  if (!wanted.includes('*')) return { sql: `instr(${words}, ?) > 0`, parameters: [wanted] };
  return { sql: `${words} LIKE ?`, parameters: [`%${wanted.replaceAll('*', '%')}%`] };
}

/** A filter's value as the index has values of the kind. */
function operand(kind: IndexedAs, value: string, foldCase: boolean): SqlValue {
  switch (kind) {
    case 'number': {
      const number = Number(value);
      return value.trim() === '' || Number.isNaN(number) ? fail() : number;
    }
    case 'instant':
      return instantOf(value) ?? fail();
    case 'text':
      return foldCase ? value.toLowerCase() : value;
    case 'list':
    case 'option':
      return value;
  }
}

function valueOf({ value }: SearchFilter): string {
  return value ?? fail();
}

function valuesOf({ values }: SearchFilter): readonly string[] {
  return values === undefined || values.length === 0 ? fail() : values;
}

function fail(): never {
  throw problemWithRequest();
}
