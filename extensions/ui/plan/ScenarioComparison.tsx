import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { WholePlan } from '@deal-terms/core/plan';
import type { Reader } from '@deal-terms/core/words';
import { LinesTable } from '../shared/LinesTable.tsx';
import { comparisonRows } from './comparison-rows.ts';
import type { ComparisonRow } from './comparison-rows.ts';

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
      <LinesTable
        lines={comparisonRows(
          columns.map(({ plan }) => plan),
          reader,
        )}
        columns={[
          { head: 'Figure', of: ({ label }) => label },
          ...columns.map(({ name }, place) => ({
            head: name,
            of: ({ values }: ComparisonRow) => values[place] ?? '',
            align: 'right' as const,
          })),
        ]}
        isBold={({ isResult }) => isResult}
      />
    </Flex>
  );
}
