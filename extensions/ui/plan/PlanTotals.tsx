import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { LinesTable } from '../shared/LinesTable.tsx';
import type { TotalsRow } from './plan-figures.ts';

type PlanTotalsProps = {
  readonly rows: readonly TotalsRow[];
  /** Days of one backlog cycle, in words. */
  readonly cycle: string;
};

/** Sums of a plan, each trade at its chance, down to the net benefit. */
export function PlanTotals({ rows, cycle }: PlanTotalsProps) {
  return (
    <Flex direction="column" gap="xs">
      <Heading>How it adds up</Heading>
      <Text variant="microcopy">{`Expected values: each trade at the chance that the deal closes and the customer agrees. Cash is stated as the cost of the orders it finances for one cycle of ${cycle}.`}</Text>
      <LinesTable
        lines={rows}
        columns={[
          { head: 'Trades', of: ({ label, trades }) => (trades === '' ? label : `${label} (${trades})`) },
          { head: 'Cash', of: ({ cash }) => cash, align: 'right' },
          { head: 'Gain', of: ({ gain }) => gain, align: 'right' },
        ]}
        isBold={({ isSum }) => isSum}
      />
    </Flex>
  );
}
