import { Anchor, Group, Pagination, Select, Stack, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { MouseEvent } from 'react';
import type {
  CrmAssociationPivotProps,
  CrmAssociationTableProps,
  CrmStatisticsProps,
} from '@hubspot/ui-extensions/crm';
import { useExtensionScope } from '../components/extension-scope.ts';
import { mapped } from '../components/mapped.ts';
import { listed, useAssociatedRecords } from './crm-data.ts';
import type { ShownRecord, ShownRecords } from './crm-data.ts';
import { Loaded } from './Loaded.tsx';
import { matchingRecords, statisticOf } from './matching-records.ts';
import type { CrmSort } from './matching-records.ts';

const usualPageSize = 10;
const usualPivotSize = 5;

function RecordAnchor({ objectTypeId, record }: { readonly objectTypeId: string; readonly record: ShownRecord }) {
  const { recordHref, navigate } = useExtensionScope();
  const href = recordHref(objectTypeId, record.id);
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    navigate(href);
  };
  return (
    <Anchor href={href} onClick={follow} size="sm" c="sea.8">
      {record.name}
    </Anchor>
  );
}

function HostCrmAssociationTable(props: CrmAssociationTableProps) {
  const { objectTypeId, preFilters, sort: sorts, quickFilterProperties = [] } = props;
  const data = useAssociatedRecords({
    objectTypeId,
    properties: [...listed(props.propertyColumns), ...quickFilterProperties],
    filters: preFilters,
    sorts,
  });
  return <Loaded data={data}>{(found) => <AssociationTable {...props} found={found} />}</Loaded>;
}

function AssociationTable({
  objectTypeId,
  propertyColumns: given,
  searchable = true,
  pagination = true,
  associationLabelFilter = true,
  pageSize = usualPageSize,
  found: { records, labelOf },
}: CrmAssociationTableProps & { readonly found: ShownRecords }) {
  const propertyColumns = listed(given);
  const [text, setText] = useState('');
  const [label, setLabel] = useState<string | null>(null);
  const [sort, setSort] = useState<CrmSort | null>(null);
  const [page, setPage] = useState(1);
  const labels = [...new Set(records.flatMap((record) => record.labels))];
  const isSought = (record: ShownRecord) =>
    [record.name, ...propertyColumns.map(record.shown)].some((one) => one.toLowerCase().includes(text.toLowerCase()));
  const sought = records.filter((record) => isSought(record) && (label === null || record.labels.includes(label)));
  const sorted = sort === null ? sought : matchingRecords(sought, [], [sort]);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const shown = sorted.slice((Math.min(page, pages) - 1) * pageSize, Math.min(page, pages) * pageSize);
  const order = (columnName: string) =>
    setSort({ columnName, direction: sort?.columnName === columnName && sort.direction === 1 ? -1 : 1 });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {searchable && (
          <TextInput
            type="search"
            size="xs"
            aria-label="Search associated records"
            placeholder="Search"
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {associationLabelFilter && labels.length > 0 && (
          <Select
            size="xs"
            aria-label="Association label"
            role="combobox"
            placeholder="Association label"
            data={labels}
            value={label}
            onChange={setLabel}
            clearable
          />
        )}
      </Group>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table verticalSpacing={6} fz="sm" aria-label="Associated records">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              {propertyColumns.map((name) => (
                <Table.Th
                  key={name}
                  aria-sort={sort?.columnName !== name ? 'none' : sort.direction === 1 ? 'ascending' : 'descending'}
                >
                  <UnstyledButton className="wb-sort" fz="sm" onClick={() => order(name)}>
                    {labelOf(name)}
                  </UnstyledButton>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((record) => (
              <Table.Tr key={record.id}>
                <Table.Td>
                  <RecordAnchor objectTypeId={objectTypeId} record={record} />
                </Table.Td>
                {propertyColumns.map((name) => (
                  <Table.Td key={name}>{record.shown(name)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {sorted.length === 0 && <Text size="sm">No associated record.</Text>}
      {pagination && pages > 1 && (
        <Pagination
          total={pages}
          value={Math.min(page, pages)}
          onChange={setPage}
          size="xs"
          getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </Stack>
  );
}

function HostCrmAssociationPivot(props: CrmAssociationPivotProps) {
  const { objectTypeId, associationLabels, maxAssociations = usualPivotSize, preFilters, sort: sorts } = props;
  const data = useAssociatedRecords({ objectTypeId, properties: [], filters: preFilters, sorts });
  return (
    <Loaded data={data}>
      {({ records }) => {
        const labels = associationLabels ?? [...new Set(records.flatMap((record) => record.labels))];
        const unlabelled = records.filter((record) => record.labels.length === 0);
        const groups = [
          ...labels.map((label) => [label, records.filter((record) => record.labels.includes(label))] as const),
          ...(associationLabels === undefined && unlabelled.length > 0 ? [['No label', unlabelled] as const] : []),
        ];
        return (
          <Stack gap="sm">
            {groups.map(([label, members]) => (
              <section key={label} aria-label={label}>
                <Text size="sm" fw={600}>{`${label} (${members.length})`}</Text>
                <Stack gap={2}>
                  {members.slice(0, maxAssociations).map((record) => (
                    <RecordAnchor key={record.id} objectTypeId={objectTypeId} record={record} />
                  ))}
                  {members.length > maxAssociations && (
                    <Text size="xs">{`and ${members.length - maxAssociations} more`}</Text>
                  )}
                </Stack>
              </section>
            ))}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function HostCrmStatistics({ objectTypeId, statistics: given }: CrmStatisticsProps) {
  const statistics = listed(given);
  const { locale } = useExtensionScope();
  const filtersOf = ({ filterGroups = [] }: (typeof statistics)[number]) => filterGroups.map(({ filters }) => filters);
  const properties = statistics.flatMap((statistic) => [
    statistic.propertyName,
    ...filtersOf(statistic)
      .flat()
      .map(({ property }) => property),
  ]);
  const data = useAssociatedRecords({ objectTypeId, properties });
  return (
    <Loaded data={data}>
      {({ records }) => (
        <dl className="wb-statistics">
          {statistics.map((statistic) => {
            const groups = filtersOf(statistic);
            const counted =
              groups.length === 0
                ? records
                : records.filter((record) => groups.some((filters) => matchingRecords([record], filters).length > 0));
            const figure = statisticOf(
              statistic.statisticType,
              counted.map((record) => record.properties[statistic.propertyName] ?? null),
              'percentile' in statistic ? statistic.percentile : undefined,
            );
            return (
              <div key={statistic.label} className="wb-statistic">
                <dt>{statistic.label}</dt>
                <dd>
                  <strong>
                    {figure === null ? '–' : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(figure)}
                  </strong>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </Loaded>
  );
}

export const associationComponents = {
  CrmAssociationTable: mapped<CrmAssociationTableProps>(
    {
      objectTypeId: 'used',
      propertyColumns: 'used',
      quickFilterProperties: 'unused',
      searchable: 'used',
      pagination: 'used',
      associationLabelFilter: 'used',
      pageSize: 'used',
      preFilters: 'used',
      sort: 'used',
    },
    HostCrmAssociationTable,
  ),
  CrmAssociationPivot: mapped<CrmAssociationPivotProps>(
    {
      objectTypeId: 'used',
      associationLabels: 'used',
      maxAssociations: 'used',
      preFilters: 'used',
      sort: 'used',
    },
    HostCrmAssociationPivot,
  ),
  CrmStatistics: mapped<CrmStatisticsProps>({ objectTypeId: 'used', statistics: 'used' }, HostCrmStatistics),
};
