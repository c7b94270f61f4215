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
import type { WholePlan } from '@deal-terms/core/plan';
import type { Reader } from '@deal-terms/core/words';
import { demibold, regular } from '../shared/text-formats.ts';
import { comparisonRows } from './comparison-rows.ts';

type ScenarioComparisonProps = {
  /** The first is what is on the screen. */
  readonly columns: readonly { readonly name: string; readonly plan: WholePlan }[];
  readonly reader: Reader;
};

/** Scenarios side by side on the pipeline as it is now. */
export function ScenarioComparison({ columns, reader }: ScenarioComparisonProps) {
  return (
    <Flex direction="column" gap="xs">
      <Heading>Side by side</Heading>
      <Text variant="microcopy">All on the pipeline as it is now, not as it was when they were kept.</Text>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Figure</TableHeader>
            {columns.map(({ name }) => (
              <TableHeader key={name} align="right">
                {name}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {comparisonRows(
            columns.map(({ plan }) => plan),
            reader,
          ).map(({ label, values, isResult }) => (
            <TableRow key={label}>
              <TableCell>
                <Text format={isResult ? demibold : regular}>{label}</Text>
              </TableCell>
              {values.map((value, index) => (
                <TableCell key={index} align="right">
                  <Text format={isResult ? demibold : regular}>{value}</Text>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
