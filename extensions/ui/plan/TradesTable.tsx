import { useState } from 'react';
import { AutoGrid, Button, Flex, Link, Table, TableBody, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import { demibold } from '../shared/text-formats.ts';
import type { TradeView } from './plan-lines.ts';

type TradesTableProps = {
  readonly trades: readonly TradeView[];
  readonly portalId: number;
  readonly onExclude: (dealId: string) => void;
};

const perPage = 25;
/** Least pixels of a trade's terms and of one of its figures: on a desk all are side by side, on a phone one below the other. */
const [termsPixels, figurePixels] = [300, 95];

/** Trades of the plan in one column: HubSpot tells an app no width, and a table of seven is none on a phone. */
export function TradesTable({ trades, portalId, onExclude }: TradesTableProps) {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(trades.length / perPage));
  const page = Math.min(wanted, pageCount);
  const shown = trades.slice((page - 1) * perPage, page * perPage);
  return (
    <Table density="condensed" paginated={pageCount > 1} pageCount={pageCount} page={page} onPageChange={setPage}>
      <TableBody>
        {shown.map((trade) => (
          <TableRow key={trade.dealId}>
            <TableCell>
              <TradeLine trade={trade} portalId={portalId} onExclude={onExclude} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function TradeLine({
  trade: { dealId, dealName, notes, ask, give, chance, closing, cash, ourGain, benefit, customerGain, customerWhy },
  portalId,
  onExclude,
}: Pick<TradesTableProps, 'portalId' | 'onExclude'> & { readonly trade: TradeView }) {
  return (
    <AutoGrid columnWidth={termsPixels} flexible={true} gap="xs">
      <Flex direction="column" gap="flush">
        <Link href={recordAddress(portalId, 'deal', dealId)}>{dealName}</Link>
        <Text>{`Ask: ${ask}`}</Text>
        <Text>{`Give: ${give}`}</Text>
        {customerWhy !== null && <Text variant="microcopy">{`“${customerWhy}”`}</Text>}
        {notes.map((note) => (
          <Text key={note} variant="microcopy">
            {note}
          </Text>
        ))}
      </Flex>
      <AutoGrid columnWidth={figurePixels} flexible={true} gap="xs">
        <Figure label="Chance" value={chance} beside={`closes: ${closing}`} />
        <Figure label="Cash freed" value={cash.money} beside={cash.days} />
        <Figure
          label="Gain, bank’s rate"
          value={ourGain}
          beside={customerGain === null ? null : `customer’s: ${customerGain}`}
        />
        <Figure label="Expected benefit" value={benefit} beside={null} />
        <Flex direction="row" align="start">
          <Button
            size="xs"
            onClick={() => {
              onExclude(dealId);
            }}
          >
            Leave out
          </Button>
        </Flex>
      </AutoGrid>
    </AutoGrid>
  );
}

type FigureProps = { readonly label: string; readonly value: string; readonly beside: string | null };

function Figure({ label, value, beside }: FigureProps) {
  return (
    <Flex direction="column" gap="flush">
      <Text variant="microcopy">{label}</Text>
      <Text format={demibold}>{value}</Text>
      {beside !== null && <Text variant="microcopy">{beside}</Text>}
    </Flex>
  );
}
