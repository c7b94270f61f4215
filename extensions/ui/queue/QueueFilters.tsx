import { AutoGrid, Select } from '@hubspot/ui-extensions';
import { expeditePipeline } from '@deal-terms/core/crm';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { weekInWords } from '../shared/week-words.ts';
import { stateLabel } from '../shared/expedite-words.ts';
import type { QueuedRequest, QueueFilter } from './queue.ts';

type QueueFiltersProps = {
  readonly filter: QueueFilter;
  readonly queue: readonly QueuedRequest[];
  readonly owners: OpenedBoard['owners'];
  readonly locale: string;
  readonly onChange: (change: Partial<QueueFilter>) => void;
};

/** Which requests to show: weeks and owners are those there are. */
export function QueueFilters({ filter, queue, owners, locale, onChange }: QueueFiltersProps) {
  const weeks = [
    ...new Set([...queue.flatMap(({ week }) => week ?? []), ...(filter.week === '' ? [] : [filter.week])]),
  ].sort();
  const names = new Map(owners.map(({ id, name }) => [id, name]));
  const ownerIds = [...new Set(queue.flatMap(({ ownerId }) => (ownerId === '' ? [] : [ownerId])))];
  const states = [
    { value: 'open', label: 'Open' },
    { value: '', label: 'All' },
    ...expeditePipeline.stages.map(({ key }) => ({ value: key, label: stateLabel(key) })),
  ];
  return (
    <AutoGrid columnWidth={190} flexible={true} gap="sm">
      <Select
        name="status"
        label="Status"
        options={states}
        value={filter.state}
        onChange={(value) => {
          onChange({ state: states.find((state) => state.value === value)?.value as QueueFilter['state'] });
        }}
      />
      <Select
        name="week"
        label="Delivery in"
        options={[
          { value: '', label: 'Any' },
          ...weeks.map((week) => ({ value: week, label: weekInWords(week, locale) })),
        ]}
        value={filter.week}
        onChange={(value) => {
          onChange({ week: String(value) });
        }}
      />
      <Select
        name="owner"
        label="Owner"
        options={[
          { value: '', label: 'Anybody' },
          ...ownerIds.map((id) => ({ value: id, label: names.get(id) ?? 'Somebody who has left' })),
        ]}
        value={filter.ownerId}
        onChange={(value) => {
          onChange({ ownerId: String(value) });
        }}
      />
    </AutoGrid>
  );
}
