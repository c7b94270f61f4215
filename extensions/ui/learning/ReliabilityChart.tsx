import { Flex, LineChart, Text } from '@hubspot/ui-extensions';
import type { ReliabilityBin } from '@deal-terms/core/learning';
import { count, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { LinesTable } from '../shared/LinesTable.tsx';

/** Predictions against answers: on the diagonal a chance comes true as often as it says. */
export function ReliabilityChart({
  bins,
  reader,
}: {
  readonly bins: readonly ReliabilityBin[];
  readonly reader: Reader;
}) {
  const inPercent = (share: number) => Number((share * 100).toFixed(1));
  return (
    <Flex direction="column" gap="sm">
      <LineChart
        data={bins.flatMap(({ predicted, observed }) => [
          { said: inPercent(predicted), series: 'Actual', came: inPercent(observed) },
          { said: inPercent(predicted), series: 'As predicted', came: inPercent(predicted) },
        ])}
        axes={{
          x: { field: 'said', fieldType: 'linear', label: 'Predicted chance of a yes, %' },
          y: { field: 'came', fieldType: 'linear', label: 'Said yes, %' },
          options: { groupFieldByColor: 'series' },
        }}
        options={{ title: 'Predicted and actual acceptance', showLegend: true, showTooltips: true }}
      />
      <LinesTable
        lines={bins}
        columns={[
          { head: 'Predicted', of: ({ from, to }) => `${percent(from, reader)} to ${percent(to, reader)}` },
          { head: 'Offers', of: (bin) => count(bin.count, reader), align: 'right' },
          { head: 'Predicted on average', of: ({ predicted }) => percent(predicted, reader), align: 'right' },
          { head: 'Said yes', of: ({ observed }) => percent(observed, reader), align: 'right' },
          {
            head: 'In the long run between',
            of: ({ interval }) => `${percent(interval.low, reader)} and ${percent(interval.high, reader)}`,
            align: 'right',
          },
        ]}
      />
      <Text variant="microcopy">Wilson intervals at 95 %. A bin of few offers says little.</Text>
    </Flex>
  );
}
