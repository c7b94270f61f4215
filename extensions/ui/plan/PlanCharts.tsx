import { AutoGrid, LineChart, Text } from '@hubspot/ui-extensions';
import type { CashWeek, SupplyPoint } from '@deal-terms/core/plan';

type PlanChartsProps = {
  readonly cash: readonly CashWeek[];
  readonly supply: readonly SupplyPoint[];
  /** Cost of the orders that wait, home currency. */
  readonly backlog: number;
  readonly currency: string;
};

/** A line of more points looks the same and is slow to draw. */
const pointsAtMost = 80;

/** When the cash comes, and what the next of it costs. */
export function PlanCharts({ cash, supply, backlog, currency }: PlanChartsProps) {
  return (
    <AutoGrid columnWidth={420} flexible={true} gap="md">
      <LineChart
        data={cash.flatMap(({ week, withPlan, asItIs }) => [
          { week, series: 'With the plan', money: Math.round(withPlan) },
          { week, series: 'As it is', money: Math.round(asItIs) },
          { week, series: 'Orders waiting for cash', money: Math.round(backlog) },
        ])}
        axes={{
          x: { field: 'week', fieldType: 'linear', label: 'Weeks from today' },
          y: { field: 'money', fieldType: 'linear', label: currency },
          options: { groupFieldByColor: 'series' },
        }}
        options={{ title: 'Receipts expected, in all, by week', showLegend: true, showTooltips: true }}
      />
      {supply.length > 1 ? (
        <LineChart
          data={thinned(supply).map(({ cash: freed, priceOfCash }) => ({
            freed: Math.round(freed),
            price: Number((priceOfCash * 100).toFixed(2)),
          }))}
          axes={{
            x: { field: 'freed', fieldType: 'linear', label: `Cash freed for one cycle, ${currency}` },
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

function thinned<Point>(points: readonly Point[]): Point[] {
  const step = Math.ceil(points.length / pointsAtMost);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
