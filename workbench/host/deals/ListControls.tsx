import { Button, CloseButton, Group, MultiSelect, Popover, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Vocabulary } from '../api/vocabulary.ts';
import { FilterRow } from './FilterRow.tsx';
import type { Filter, ListQuery } from './list-query.ts';
import { usualColumns } from './list-query.ts';

const typingPauseMs = 250;

type ListControlsProps = {
  readonly query: ListQuery;
  readonly vocabulary: Vocabulary;
  readonly onChange: (change: Partial<ListQuery>) => void;
};

/** Text search, filters on any property, and which columns are shown. */
export function ListControls({ query, vocabulary, onChange }: ListControlsProps) {
  const { filters } = query;
  const replace = (place: number, filter: Filter) =>
    onChange({ filters: filters.map((one, index) => (index === place ? filter : one)), page: 1 });
  const add = () => onChange({ filters: [...filters, { property: 'amount', operator: 'GTE', values: [] }] });
  return (
    <Stack gap="xs" mb="md">
      <Group gap="xs">
        <SearchField text={query.text} onSearch={(text) => onChange({ text, page: 1 })} />
        <Button variant="default" size="xs" leftSection={<IconFilter size={14} aria-hidden />} onClick={add}>
          Add filter
        </Button>
        {filters.length > 0 && (
          <Button variant="subtle" size="xs" onClick={() => onChange({ filters: [], page: 1 })}>
            Clear filters
          </Button>
        )}
        <Columns query={query} vocabulary={vocabulary} onChange={onChange} />
      </Group>
      {filters.map((filter, place) => (
        <FilterRow
          key={place}
          filter={filter}
          place={place + 1}
          vocabulary={vocabulary}
          onChange={(next) => replace(place, next)}
          onRemove={() => onChange({ filters: filters.filter((_, index) => index !== place), page: 1 })}
        />
      ))}
    </Stack>
  );
}

function SearchField({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const search = useDebouncedCallback(onSearch, typingPauseMs);
  const type = (next: string) => {
    setTyped(next);
    search(next);
  };
  return (
    <TextInput
      aria-label="Search deals"
      placeholder="Search deals"
      type="search"
      size="xs"
      w={260}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={typed === '' ? null : <CloseButton size="xs" aria-label="Clear search" onClick={() => type('')} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

function Columns({ query, vocabulary, onChange }: ListControlsProps) {
  const properties = [...vocabulary.properties.values()].filter(({ hidden }) => hidden !== true);
  return (
    <Popover position="bottom-end" width={320} withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={14} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <MultiSelect
          label="Columns"
          size="xs"
          searchable
          data={properties.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }))}
          value={[...query.columns]}
          onChange={(columns) => onChange({ columns: columns.length > 0 ? columns : usualColumns })}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={220}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
