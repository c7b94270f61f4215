import { BarChart as MantineBarChart, LineChart as MantineLineChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import type { BarChartProps, ChartProps, LineChartProps } from '@hubspot/ui-extensions';
import { axisTicks, ticksWithin } from './axis-ticks.ts';
import { chartData } from './chart-data.ts';
import { useExtensionScope } from './extension-scope.ts';
import { mapped } from './mapped.ts';

const heightPx = 280;
/** A phone's legend has a line for each series. */
const legendLinePx = 24;

function useChart({ data, axes, options = {} }: ChartProps) {
  const { locale } = useExtensionScope();
  const { rows, series } = chartData({ data, axes, options });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const showX = (place: string | number | undefined) => {
    if (axes.x.fieldType === 'category' || !Number.isFinite(Number(place))) return String(place ?? '');
    return axes.x.fieldType === 'datetime' ? day.format(Number(place)) : number.format(Number(place));
  };
  const summary = `${options.title ?? axes.y.label ?? axes.y.field}: ${series.map(({ label }) => label).join(', ')} by ${axes.x.label ?? axes.x.field}, ${rows.length} values`;
  const isLegendShown = options.showLegend ?? series.length > 1;
  const common = {
    h: heightPx + (isLegendShown ? legendLinePx * series.length : 0),
    data: rows.map((row) => ({ ...row })),
    dataKey: 'x',
    series: series.map((one) => ({ ...one })),
    withLegend: isLegendShown,
    withTooltip: options.showTooltips ?? true,
    valueFormatter: (value: number) => number.format(value),
    xAxisProps: { tickFormatter: showX, minTickGap: 16 },
    tooltipProps: { labelFormatter: showX },
    xAxisLabel: axes.x.label ?? axes.x.field,
    yAxisLabel: axes.y.label ?? axes.y.field,
  };
  return { common, summary, title: options.title, rows, series };
}

function HostBarChart(props: BarChartProps) {
  const { common, summary, title } = useChart(props);
  return (
    <figure className="wb-chart" role="img" aria-label={summary}>
      {title !== undefined && (
        <Text fw={600} size="sm" mb="xs">
          {title}
        </Text>
      )}
      <MantineBarChart
        {...common}
        type={props.axes.options?.stacking === true ? 'stacked' : 'default'}
        withBarValueLabel={props.options?.showDataLabels ?? false}
        barProps={{ isAnimationActive: false }}
      />
    </figure>
  );
}

function HostLineChart(props: LineChartProps) {
  const { common, summary, title, rows, series } = useChart(props);
  const isNumeric = props.axes.x.fieldType !== 'category';
  const places = rows.map((row) => Number(row['x']));
  const ticks = axisTicks([0, ...rows.flatMap((row) => series.map(({ name }) => Number(row[name] ?? 0)))]);
  return (
    <figure className="wb-chart" role="img" aria-label={summary}>
      {title !== undefined && (
        <Text fw={600} size="sm" mb="xs">
          {title}
        </Text>
      )}
      <MantineLineChart
        {...common}
        xAxisProps={{
          ...common.xAxisProps,
          ...(isNumeric ? { type: 'number', domain: ['dataMin', 'dataMax'], scale: 'linear' } : {}),
          ...(props.axes.x.fieldType === 'linear' ? { ticks: ticksWithin(places) } : {}),
        }}
        yAxisProps={{ ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1] }}
        withPointLabels={props.options?.showDataLabels ?? false}
        lineProps={{ isAnimationActive: false }}
        curveType="linear"
        connectNulls
      />
    </figure>
  );
}

const chartProps = { data: 'used', axes: 'used', options: 'used' } as const;

export const chartComponents = {
  BarChart: mapped<BarChartProps>(chartProps, HostBarChart),
  LineChart: mapped<LineChartProps>(chartProps, HostLineChart),
};
