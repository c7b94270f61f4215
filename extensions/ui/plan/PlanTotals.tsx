import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { demibold, regular } from '../shared/text-formats.ts';
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
      <Text variant="microcopy">{`Expected values: each trade at the chance that the deal closes and the customer agrees. Cash is said as the cost of orders it finances for one cycle of ${cycle}.`}</Text>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Trades</TableHeader>
            <TableHeader align="right">Number</TableHeader>
            <TableHeader align="right">Cash released</TableHeader>
            <TableHeader align="right">Gain</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label, trades, cash, gain, isSum }) => (
            <TableRow key={label}>
              <TableCell>
                <Text format={isSum ? demibold : regular}>{label}</Text>
              </TableCell>
              <TableCell align="right">{trades}</TableCell>
              <TableCell align="right">{cash}</TableCell>
              <TableCell align="right">
                <Text format={isSum ? demibold : regular}>{gain}</Text>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
