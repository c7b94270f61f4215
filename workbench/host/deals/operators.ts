import type { Property } from '../api/crm-schemas.ts';

/** HubSpot's search operators, as its list pages word them. */
export const operatorLabels = {
  EQ: 'is',
  NEQ: 'is not',
  GT: 'is more than',
  GTE: 'is at least',
  LT: 'is less than',
  LTE: 'is at most',
  BETWEEN: 'is between',
  IN: 'is any of',
  NOT_IN: 'is none of',
  CONTAINS_TOKEN: 'contains the word',
  NOT_CONTAINS_TOKEN: 'does not contain the word',
  HAS_PROPERTY: 'is known',
  NOT_HAS_PROPERTY: 'is unknown',
} as const;

export type Operator = keyof typeof operatorLabels;

const known: readonly Operator[] = ['HAS_PROPERTY', 'NOT_HAS_PROPERTY'];

const byType: Readonly<Record<string, readonly Operator[]>> = {
  number: ['GTE', 'LTE', 'BETWEEN', 'EQ', 'NEQ', 'GT', 'LT', ...known],
  date: ['GTE', 'LTE', 'BETWEEN', 'EQ', ...known],
  datetime: ['GTE', 'LTE', 'BETWEEN', ...known],
  enumeration: ['IN', 'NOT_IN', ...known],
  bool: ['EQ', 'NEQ', ...known],
  string: ['CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN', 'EQ', 'NEQ', ...known],
};

/** Operators that make sense for a property. Choices that HubSpot stores as text (stages, owners) are asked for like an enumeration. */
export function operatorsOf({ type }: Pick<Property, 'type'>, hasChoices: boolean): readonly Operator[] {
  return (hasChoices && type !== 'bool' ? byType['enumeration'] : byType[type]) ?? byType['string'] ?? known;
}

/** How many values an operator takes. */
export function arityOf(operator: Operator): 'none' | 'one' | 'two' | 'many' {
  if (known.includes(operator)) return 'none';
  if (operator === 'BETWEEN') return 'two';
  return operator === 'IN' || operator === 'NOT_IN' ? 'many' : 'one';
}

export function isOperator(text: string): text is Operator {
  return text in operatorLabels;
}
