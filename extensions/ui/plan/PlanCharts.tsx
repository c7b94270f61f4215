import { AutoGrid, LineChart, Text } from '@hubspot/ui-extensions';
import type { FreedCashWeek, SupplyPoint } from '@deal-terms/core/plan';
import { axisUnit } from './axis-unit.ts';

type PlanChartsProps = {
  readonly freed: readonly FreedCashWeek[];
  readonly supply: readonly SupplyPoint[];
  /** Cost of the orders that wait, home currency. */
  readonly backlog: number;
  readonly currency: string;
};

/** When cash is freed against what waits for it, and what the next of it costs. */
export function PlanCharts({ freed, supply, backlog, currency }: PlanChartsProps) {
  const moneyUnit = axisUnit(Math.max(backlog, ...freed.map(({ high }) => high)), currency);
  const cashUnit = axisUnit(Math.max(0, ...supply.map(({ cash }) => cash)), currency);
  return (
    <AutoGrid columnWidth={420} flexible={true} gap="md">
      <LineChart
        data={freed.flatMap(({ week, expected, low, high }) => [
          { week, series: 'Expected', money: moneyUnit.of(expected) },
          { week, series: 'At least, with 90% chance', money: moneyUnit.of(low) },
          { week, series: 'At most, with 90% chance', money: moneyUnit.of(high) },
          { week, series: 'Cost of the orders waiting', money: moneyUnit.of(backlog) },
        ])}
        axes={{
          x: { field: 'week', fieldType: 'linear', label: 'Weeks from today' },
          y: { field: 'money', fieldType: 'linear', label: moneyUnit.label },
          options: { groupFieldByColor: 'series' },
        }}
        options={{ title: 'Cash freed by the end of each week', showLegend: true, showTooltips: true }}
      />
      {supply.length > 1 ? (
        <LineChart
          data={supply.map(({ cash, priceOfCash }) => ({
            freed: cashUnit.of(cash),
            price: Number((priceOfCash * 100).toFixed(2)),
          }))}
          axes={{
            x: { field: 'freed', fieldType: 'linear', label: `Cash freed for one cycle, ${cashUnit.label}` },
            y: { field: 'price', fieldType: 'linear', label: 'Percent a year' },
          }}
          options={{ title: 'What the next cash costs, trade by trade', showTooltips: true }}
        />
      ) : (
        <Text variant="microcopy">No further trade frees cash at any price the waiting orders could pay.</Text>
      )}
    </AutoGrid>
  );
}
