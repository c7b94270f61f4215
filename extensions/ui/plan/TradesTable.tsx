import { useState } from 'react';
import {
  Button,
  Flex,
  Heading,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import type { TradeView } from './plan-lines.ts';

type TradesTableProps = {
  readonly trades: readonly TradeView[];
  /** How many deals the plan leaves as they are. */
  readonly untouched: number;
  readonly portalId: number;
  readonly onExclude: (dealId: string) => void;
};

const perPage = 25;

/** The plan as a list in order of work. */
export function TradesTable({ trades, untouched, portalId, onExclude }: TradesTableProps) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(trades.length / perPage));
  const page = Math.min(wanted, pageCount);
  const shown = trades.slice((page - 1) * perPage, page * perPage);
  return (
    <Flex direction="column" gap="sm">
      <Heading>{`Trades in order of work (${trades.length})`}</Heading>
      {trades.length === 0 && <Text>No trade is worth making at these figures: leave the terms as they are.</Text>}
      {trades.length > 0 && (
        <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
          <TableHead>
            <TableRow>
              <TableHeader>Deal</TableHeader>
              <TableHeader>What to ask</TableHeader>
              <TableHeader>What to give</TableHeader>
              <TableHeader align="right">Chance of a yes</TableHeader>
              <TableHeader>Cash freed</TableHeader>
              <TableHeader align="right">Our gain at the bank’s rate</TableHeader>
              <TableHeader align="right">Customer’s gain</TableHeader>
              <TableHeader>Why, in the customer’s words</TableHeader>
              <TableHeader>Plan</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(({ dealId, dealName, ask, give, chance, cash, ourGain, customerGain, customerWhy }) => (
              <TableRow key={dealId}>
                <TableCell>
                  <Link href={recordAddress(portalId, 'deal', dealId)}>{dealName}</Link>
                </TableCell>
                <TableCell>{ask}</TableCell>
                <TableCell>{give}</TableCell>
                <TableCell align="right">{chance}</TableCell>
                <TableCell>{cash}</TableCell>
                <TableCell align="right">{ourGain}</TableCell>
                <TableCell align="right">{customerGain}</TableCell>
                <TableCell>{customerWhy ?? '–'}</TableCell>
                <TableCell>
                  <Button
                    size="xs"
                    onClick={() => {
                      onExclude(dealId);
                    }}
                  >
                    Leave out
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {trades.length > 0 && untouched > 0 && (
        <Text variant="microcopy">
          {untouched === 1 ? '1 further deal is left as it is.' : `${untouched} further deals are left as they are.`}
        </Text>
      )}
    </Flex>
  );
}
