import { useState } from 'react';
import {
  Button,
  Flex,
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
  readonly portalId: number;
  readonly onExclude: (dealId: string) => void;
};

const perPage = 25;

/** Trades of the plan, a line each. */
export function TradesTable({ trades, portalId, onExclude }: TradesTableProps) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(trades.length / perPage));
  const page = Math.min(wanted, pageCount);
  const shown = trades.slice((page - 1) * perPage, page * perPage);
  return (
    <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
      <TableHead>
        <TableRow>
          <TableHeader>Deal</TableHeader>
          <TableHeader>The trade</TableHeader>
          <TableHeader align="right">Chance</TableHeader>
          <TableHeader align="right">Cash freed</TableHeader>
          <TableHeader align="right">Gain at the bank’s rate</TableHeader>
          <TableHeader align="right">Expected benefit</TableHeader>
          <TableHeader>Plan</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {shown.map((trade) => (
          <TradeRow key={trade.dealId} trade={trade} portalId={portalId} onExclude={onExclude} />
        ))}
      </TableBody>
    </Table>
  );
}

function TradeRow({
  trade: { dealId, dealName, notes, ask, give, chance, closing, cash, ourGain, benefit, customerGain, customerWhy },
  portalId,
  onExclude,
}: Pick<TradesTableProps, 'portalId' | 'onExclude'> & { readonly trade: TradeView }) {
  return (
    <TableRow>
      <TableCell width={260}>
        <Flex direction="column" gap="flush">
          <Link href={recordAddress(portalId, 'deal', dealId)}>{dealName}</Link>
          {customerWhy !== null && <Text variant="microcopy">{`“${customerWhy}”`}</Text>}
          {notes.map((note) => (
            <Text key={note} variant="microcopy">
              {note}
            </Text>
          ))}
        </Flex>
      </TableCell>
      <TableCell width={260}>
        <Flex direction="column" gap="flush">
          <Text>{`Ask: ${ask}`}</Text>
          <Text>{`Give: ${give}`}</Text>
        </Flex>
      </TableCell>
      <TwoLines main={chance} beside={`closes: ${closing}`} />
      <TwoLines main={cash.money} beside={cash.days} />
      <TwoLines main={ourGain} beside={customerGain === null ? null : `customer’s: ${customerGain}`} />
      <TableCell align="right">{benefit}</TableCell>
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
  );
}

function TwoLines({ main, beside }: { readonly main: string; readonly beside: string | null }) {
  return (
    <TableCell align="right">
      <Flex direction="column" gap="flush" align="end">
        <Text>{main}</Text>
        {beside !== null && <Text variant="microcopy">{beside}</Text>}
      </Flex>
    </TableCell>
  );
}
