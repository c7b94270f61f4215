import { ActionIcon, Group, MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Property } from '../api/crm-schemas.ts';
import { choicesOf } from '../api/vocabulary.ts';
import type { Vocabulary } from '../api/vocabulary.ts';
import type { Filter } from './list-query.ts';
import { arityOf, isOperator, operatorLabels, operatorsOf } from './operators.ts';

type FilterRowProps = {
  readonly filter: Filter;
  /** Counted from 1, for names of the fields. */
  readonly place: number;
  readonly vocabulary: Vocabulary;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
};

/** One condition: which property, how, and what. */
export function FilterRow({ filter, place, vocabulary, onChange, onRemove }: FilterRowProps) {
  const properties = [...vocabulary.properties.values()].filter(({ hidden }) => hidden !== true);
  const property = vocabulary.properties.get(filter.property);
  const operators = property === undefined ? [] : operatorsOf(property, choicesOf(property, vocabulary) !== null);
  const chooseProperty = (name: string | null) => {
    const next = name === null ? undefined : vocabulary.properties.get(name);
    if (next === undefined) return;
    const [operator] = operatorsOf(next, choicesOf(next, vocabulary) !== null);
    if (operator !== undefined) onChange({ property: next.name, operator, values: [] });
  };
  return (
    <div className="wb-filter" role="group" aria-label={`Filter ${place}`}>
      <Select
        aria-label={`Property of filter ${place}`}
        role="combobox"
        placeholder="Property"
        size="xs"
        searchable
        nothingFoundMessage="Nothing found"
        data={properties.map(({ name, label }) => ({
          value: name,
          label: properties.some((other) => other.label === label && other.name !== name)
            ? `${label} (${name})`
            : label,
        }))}
        value={property?.name ?? null}
        onChange={chooseProperty}
        allowDeselect={false}
      />
      <NativeSelect
        aria-label={`Condition of filter ${place}`}
        size="xs"
        disabled={property === undefined}
        data={operators.map((operator) => ({ value: operator, label: operatorLabels[operator] }))}
        value={filter.operator}
        onChange={(event) => {
          const operator = event.currentTarget.value;
          if (isOperator(operator))
            onChange({
              ...filter,
              operator,
              values: arityOf(operator) === arityOf(filter.operator) ? filter.values : [],
            });
        }}
      />
      <Values
        filter={filter}
        place={place}
        property={property}
        vocabulary={vocabulary}
        onChange={(values) => onChange({ ...filter, values })}
      />
      <ActionIcon variant="subtle" color="gray.7" aria-label={`Remove filter ${place}`} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type ValuesProps = Pick<FilterRowProps, 'filter' | 'place' | 'vocabulary'> & {
  readonly property: Property | undefined;
  readonly onChange: (values: readonly string[]) => void;
};

function Values({ filter, place, property, vocabulary, onChange }: ValuesProps) {
  const arity = arityOf(filter.operator);
  if (property === undefined || arity === 'none') return <span />;
  const choices = choicesOf(property, vocabulary);
  const label = `Value of filter ${place}`;
  const [first = '', second = ''] = filter.values;
  if (arity === 'many') {
    return (
      <MultiSelect
        aria-label={label}
        role="combobox"
        size="xs"
        searchable
        data={[...(choices ?? [])]}
        value={[...filter.values]}
        onChange={onChange}
        {...(filter.values.length === 0 ? { placeholder: 'Choose' } : {})}
      />
    );
  }
  if (choices !== null)
    return (
      <NativeSelect
        aria-label={label}
        size="xs"
        data={[{ value: '', label: 'Choose' }, ...choices]}
        value={first}
        onChange={(event) => onChange([event.currentTarget.value])}
      />
    );
  const type =
    property.type === 'date' || property.type === 'datetime' ? 'date' : property.type === 'number' ? 'number' : 'text';
  const field = { type, size: 'xs', step: 'any' } as const;
  if (arity === 'one')
    return (
      <TextInput
        {...field}
        aria-label={label}
        value={first}
        onChange={(event) => onChange([event.currentTarget.value])}
      />
    );
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        {...field}
        flex={1}
        aria-label={`Lowest value of filter ${place}`}
        value={first}
        onChange={(event) => onChange([event.currentTarget.value, second])}
      />
      <TextInput
        {...field}
        flex={1}
        aria-label={`Highest value of filter ${place}`}
        value={second}
        onChange={(event) => onChange([first, event.currentTarget.value])}
      />
    </Group>
  );
}
