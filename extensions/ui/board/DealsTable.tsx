import {
  Checkbox,
  Flex,
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
import { bold, demibold } from '../shared/text-formats.ts';

type DealsTableProps = {
  readonly rows: readonly DealRow[];
  readonly companyNames: ReadonlyMap<string, string>;
  readonly selected: ReadonlySet<string>;
  readonly portalId: number;
  readonly order: Pick<BoardFilters, 'sort' | 'ascending'>;
  readonly onSort: (order: Pick<BoardFilters, 'sort' | 'ascending'>) => void;
  readonly onSelect: (dealIds: readonly string[], isSelected: boolean) => void;
};

/** Deals as lines. */
export function DealsTable({ rows, companyNames, selected, portalId, order, onSort, onSelect }: DealsTableProps) {
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
    <Table density="condensed">
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
          <TableHeader>Owner, stage</TableHeader>
          <TableHeader width="min" {...sorting('closeDate')}>
            Closes
          </TableHeader>
          <TableHeader width="min" {...sorting('amount')} align="right">
            Amount
          </TableHeader>
          <TableHeader width="min" {...sorting('negotiability')}>
            Negotiability
          </TableHeader>
          <TableHeader width="max">Verdict, best trade, question</TableHeader>
          <TableHeader {...sorting('expectedGain')} align="right">
            Expected gain
          </TableHeader>
          <TableHeader {...sorting('daysSooner')} align="right">
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
              <Flex direction="column" gap="flush">
                <Link href={recordAddress(portalId, 'deal', row.dealId)}>{row.dealName}</Link>
                <Text variant="microcopy">{companyNames.get(row.companyId) ?? ''}</Text>
              </Flex>
            </TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Text>{row.owner}</Text>
                <Text variant="microcopy">{row.stage}</Text>
              </Flex>
            </TableCell>
            <TableCell width="min">{row.closes}</TableCell>
            <TableCell width="min" align="right">
              {row.amount}
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

function ScoreCells({ score }: { readonly score: ScoreColumns }) {
  return (
    <>
      <TableCell width="min">
        <Flex direction="column" gap="flush">
          <Flex direction="row" gap="xs" align="center">
            <Text format={bold}>{score.negotiability}</Text>
            <StatusTag variant={score.tone}>{score.band}</StatusTag>
          </Flex>
          <Text variant="microcopy">{score.answers}</Text>
          <Text variant="microcopy">{`Scored ${score.scoredOn}`}</Text>
          {score.outdated !== null && <Text variant="microcopy">{score.outdated}</Text>}
        </Flex>
      </TableCell>
      <TableCell>
        <Flex direction="column" gap="flush">
          <Text format={demibold}>{score.verdict}</Text>
          <Text variant="microcopy">{score.bestTrade}</Text>
          {score.nextQuestion !== null && <Text variant="microcopy">{`Ask next: ${score.nextQuestion}`}</Text>}
        </Flex>
      </TableCell>
      <TableCell align="right">{score.expectedGain}</TableCell>
      <TableCell align="right">{score.daysSooner}</TableCell>
    </>
  );
}
