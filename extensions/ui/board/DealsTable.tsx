import {
  Checkbox,
  Link,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import type { BoardFilters, SortKey } from './board-filters.ts';
import type { DealRow, ScoreColumns } from './deal-row.ts';

type DealsTableProps = {
  readonly rows: readonly DealRow[];
  readonly selected: ReadonlySet<string>;
  readonly portalId: number;
  readonly order: Pick<BoardFilters, 'sort' | 'ascending'>;
  readonly onSort: (order: Pick<BoardFilters, 'sort' | 'ascending'>) => void;
  readonly onSelect: (dealIds: readonly string[], isSelected: boolean) => void;
};

/** Deals as lines. */
export function DealsTable({ rows, selected, portalId, order, onSort, onSelect }: DealsTableProps) {
  const ids = rows.map(({ dealId }) => dealId);
  const sorting = (sort: SortKey) => ({
    sortDirection:
      order.sort !== sort ? ('none' as const) : order.ascending ? ('ascending' as const) : ('descending' as const),
    // The first click on a column shows the largest first.
    onSortChange: () => {
      onSort({ sort, ascending: order.sort === sort && !order.ascending });
    },
  });
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
          <TableHeader>Owner</TableHeader>
          <TableHeader width="min" {...sorting('closeDate')}>
            Closes
          </TableHeader>
          <TableHeader width="min" {...sorting('amount')} align="right">
            Amount
          </TableHeader>
          <TableHeader width="min">Where it stands</TableHeader>
          <TableHeader width="min" {...sorting('negotiability')}>
            Negotiability
          </TableHeader>
          <TableHeader>Best trade</TableHeader>
          <TableHeader width="min" {...sorting('expectedGain')} align="right">
            Expected gain
          </TableHeader>
          <TableHeader width="min" {...sorting('daysSooner')} align="right">
            Days sooner
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
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
              <Text truncate={{ tooltipText: `${row.dealName}, ${row.stage}`, maxWidth: 230 }}>
                <Link href={recordAddress(portalId, 'deal', row.dealId)}>{row.dealName}</Link>
              </Text>
            </TableCell>
            <TableCell>
              <OneLine text={row.owner} maxWidth={90} />
            </TableCell>
            <TableCell width="min">{row.closes}</TableCell>
            <TableCell width="min" align="right">
              {row.amount}
            </TableCell>
            <TableCell width="min">
              <StatusTag variant={row.state.tone}>{row.state.label}</StatusTag>
            </TableCell>
            {row.score === null ? (
              <TableCell colSpan={4}>
                <Text variant="microcopy">Not scored yet</Text>
              </TableCell>
            ) : (
              <ScoreCells score={row.score} />
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A text of one line; what does not fit is shown to whoever points at it. */
function OneLine({ text, maxWidth }: { readonly text: string; readonly maxWidth: number }) {
  return (
    <Text variant="microcopy" truncate={{ tooltipText: text, maxWidth }}>
      {text}
    </Text>
  );
}

function ScoreCells({ score }: { readonly score: ScoreColumns }) {
  return (
    <>
      <TableCell width="min">
        <StatusTag
          variant={score.tone}
        >{`${score.negotiability} ${score.band}${score.outdated === null ? '' : ', out of date'}`}</StatusTag>
      </TableCell>
      <TableCell>
        <OneLine text={score.price === '' ? 'None' : `${score.price}: ${score.ask}`} maxWidth={70} />
      </TableCell>
      <TableCell width="min" align="right">
        {`${score.expectedGain} × ${score.closingChance}`}
      </TableCell>
      <TableCell width="min" align="right">
        {score.daysSooner}
      </TableCell>
    </>
  );
}
