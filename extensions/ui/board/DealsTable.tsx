import {
  Checkbox,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { nameWithCompany } from '../shared/deal-name.ts';
import { recordAddress } from '../shared/record-address.ts';
import { columnLabels } from './board-columns.ts';
import type { ColumnKey } from './board-columns.ts';
import type { SortKey } from './board-filters.ts';
import { DealCell } from './DealCell.tsx';
import type { DealsListProps } from './deals-list-props.ts';

const sortOf: Partial<Record<ColumnKey, SortKey>> = {
  closes: 'closeDate',
  amount: 'amount',
  negotiability: 'negotiability',
  evidence: 'figuresAssumed',
  expectedGain: 'expectedGain',
  daysSooner: 'daysSooner',
};
const ofFigures: readonly ColumnKey[] = ['amount', 'expectedGain', 'daysSooner'];
/** With the columns shown at first, a line is as wide as a screen of 1280 pixels leaves room for. */
const namePixels = 235;
const textPixels = 75;

const align = (column: ColumnKey) => (ofFigures.includes(column) ? ({ align: 'right' } as const) : {});

/** Deals as lines. */
export function DealsTable(props: DealsListProps) {
  const { rows, companyNames, selected, portalId, view, onSelect } = props;
  const ids = rows.map(({ dealId }) => dealId);
  return (
    <Table density="compact">
      <TableHead>
        <TableRow>
          <TableHeader width="min">
            <Checkbox
              aria-label="Select all on this page"
              checked={ids.every((id) => selected.has(id))}
              onChange={(isSelected) => {
                onSelect(ids, isSelected);
              }}
            />
          </TableHeader>
          <TableHeader>Deal</TableHeader>
          {view.columns.map((column) => (
            <ColumnHead key={column} column={column} {...props} />
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => {
          const name = nameWithCompany(row.dealName, companyNames.get(row.companyId) ?? '');
          return (
            <TableRow key={row.dealId}>
              <TableCell>
                <Checkbox
                  aria-label={`Select ${row.dealName}`}
                  checked={selected.has(row.dealId)}
                  onChange={(isSelected) => {
                    onSelect([row.dealId], isSelected);
                  }}
                />
              </TableCell>
              <TableCell>
                <Text truncate={{ tooltipText: `${name}, ${row.stage}`, maxWidth: namePixels }}>
                  <Link href={recordAddress(portalId, 'deal', row.dealId)}>{name}</Link>
                </Text>
              </TableCell>
              {view.columns.map((column) => (
                <TableCell key={column} width="min" {...align(column)}>
                  <DealCell column={column} row={row} maxWidth={textPixels} />
                </TableCell>
              ))}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function ColumnHead({
  column,
  view: { sort, ascending },
  onView,
}: Pick<DealsListProps, 'view' | 'onView'> & { readonly column: ColumnKey }) {
  const by = sortOf[column];
  const label = columnLabels[column];
  if (by === undefined) return <TableHeader width="min">{label}</TableHeader>;
  return (
    <TableHeader
      width="min"
      {...align(column)}
      sortDirection={sort !== by ? 'none' : ascending ? 'ascending' : 'descending'}
      // The first click on a column shows the largest first.
      onSortChange={() => {
        onView({ sort: by, ascending: sort === by && !ascending });
      }}
    >
      {label}
    </TableHeader>
  );
}
