import { Button, Link, Text } from '@hubspot/ui-extensions';
import { FoldingTable } from '../shared/FoldingTable.tsx';
import { recordAddress } from '../shared/record-address.ts';
import type { TradeView } from './plan-lines.ts';

type TradesTableProps = {
  readonly trades: readonly TradeView[];
  readonly portalId: number;
  readonly onExclude: (dealId: string) => void;
};

/** Trades of the plan: what is asked and given, and what it is worth. */
export function TradesTable({ trades, portalId, onExclude }: TradesTableProps) {
  return (
    <FoldingTable
      items={trades}
      keyOf={({ dealId }) => dealId}
      subject={({ dealId, dealName, ask, give, customerWhy, notes }) => (
        <>
          <Link href={recordAddress(portalId, 'deal', dealId)}>{dealName}</Link>
          <Text>{`Ask: ${ask}`}</Text>
          <Text>{`Give: ${give}`}</Text>
          {customerWhy !== null && <Text variant="microcopy">{`“${customerWhy}”`}</Text>}
          {notes.map((note) => (
            <Text key={note} variant="microcopy">
              {note}
            </Text>
          ))}
        </>
      )}
      figures={({ chance, closing, cash, ourGain, customerGain, benefit }) => [
        { label: 'Chance', value: chance, beside: `closes: ${closing}` },
        { label: 'Cash freed', value: cash.money, beside: cash.days },
        {
          label: 'Gain, bank’s rate',
          value: ourGain,
          beside: customerGain === null ? null : `customer’s: ${customerGain}`,
        },
        { label: 'Expected benefit', value: benefit },
      ]}
      actions={({ dealId }) => (
        <Button
          size="xs"
          onClick={() => {
            onExclude(dealId);
          }}
        >
          Leave out
        </Button>
      )}
    />
  );
}
