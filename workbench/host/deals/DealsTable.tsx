import { Checkbox, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { dealType } from '../api/object-types.ts';
import type { CrmRecord } from '../api/crm-schemas.ts';
import { formatValue, isMoney } from '../api/format-value.ts';
import type { FormatScope } from '../api/format-value.ts';
import { PageAnchor } from '../PageAnchor.tsx';
import { recordPath } from '../page-paths.ts';
import { PreviewButton } from '../record/RecordPreview.tsx';
import type { ListQuery } from './list-query.ts';
import type { Selection } from './use-selection.ts';

type DealsTableProps = {
  readonly deals: readonly CrmRecord[];
  readonly query: ListQuery;
  readonly scope: FormatScope;
  /** Null where nothing can be done with chosen deals. */
  readonly selection: Selection | null;
  readonly onSort: (sort: ListQuery['sort']) => void;
};

/** Deals as rows; the name leads to the record, a heading sorts. */
export function DealsTable({ deals, query, scope, selection, onSort }: DealsTableProps) {
  const columns = query.columns
    .map((name) => scope.vocabulary.properties.get(name))
    .filter((property) => property !== undefined);
  const nameOf = ({ id, properties }: CrmRecord) => properties['dealname'] ?? `Deal ${id}`;
  const ids = deals.map(({ id }) => id);
  const chosen = ids.filter((id) => selection?.ids.has(id) === true).length;
  const isNumeric = (column: (typeof columns)[number]) => column.type === 'number' || isMoney(column);
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table verticalSpacing="xs" highlightOnHover fz="sm" aria-label="Deals">
        <Table.Thead>
          <Table.Tr>
            {selection !== null && (
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label="Choose all deals of this page"
                  checked={chosen === ids.length}
                  indeterminate={chosen > 0 && chosen < ids.length}
                  onChange={(event) => selection.set(ids, event.currentTarget.checked)}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <SortHeading
                key={column.name}
                name={column.name}
                label={column.label}
                isNumeric={isNumeric(column)}
                sort={query.sort}
                onSort={onSort}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deals.map(({ id, properties }) => (
            <Table.Tr key={id}>
              {selection !== null && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={`Choose ${nameOf({ id, properties })}`}
                    checked={selection.ids.has(id)}
                    onChange={(event) => selection.set([id], event.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              {columns.map((column) => {
                const text = formatValue(column, properties[column.name] ?? '', properties, scope);
                return (
                  <Table.Td
                    key={column.name}
                    ta={isNumeric(column) ? 'right' : 'left'}
                    {...(column.name === 'dealname' ? { className: 'wb-table-name' } : {})}
                  >
                    {column.name === 'dealname' ? (
                      <>
                        <PageAnchor href={recordPath('deals', id)} size="sm" fw={600}>
                          {text === '' ? `Deal ${id}` : text}
                        </PageAnchor>
                        <PreviewButton type={dealType} id={id} name={nameOf({ id, properties })} />
                      </>
                    ) : (
                      <div className="wb-truncate" title={text}>
                        {text === '' ? '–' : text}
                      </div>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type SortHeadingProps = Pick<ListQuery, 'sort'> & {
  readonly name: string;
  readonly label: string;
  readonly isNumeric: boolean;
  readonly onSort: (sort: ListQuery['sort']) => void;
};

function SortHeading({ name, label, isNumeric, sort, onSort }: SortHeadingProps) {
  const isActive = sort.property === name;
  const Icon = !isActive ? IconSelector : sort.isDescending ? IconChevronDown : IconChevronUp;
  return (
    <Table.Th
      ta={isNumeric ? 'right' : 'left'}
      aria-sort={!isActive ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
      style={{ whiteSpace: 'nowrap' }}
    >
      <UnstyledButton
        className="wb-sort"
        fz="sm"
        onClick={() => onSort({ property: name, isDescending: isActive ? !sort.isDescending : isNumeric })}
      >
        {label}
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
