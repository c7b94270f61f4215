import type { ChartColor, ChartDataRow, ChartProps } from '@hubspot/ui-extensions';

const named: Readonly<Record<ChartColor, string>> = {
  orange: '#e8773a',
  aqua: '#2a9d9c',
  purple: '#8a63c9',
  yellow: '#d9a62e',
  pink: '#d5618f',
  blue: '#3d7fc4',
  green: '#4f9d57',
  darkOrange: '#b04e17',
  darkAqua: '#14696a',
  darkPurple: '#583595',
  darkYellow: '#93700f',
  darkPink: '#9c3160',
  darkBlue: '#1f4f86',
  darkGreen: '#2c6633',
};
const defaultOrder: readonly ChartColor[] = [
  'aqua',
  'orange',
  'purple',
  'yellow',
  'blue',
  'green',
  'pink',
  'darkAqua',
  'darkOrange',
  'darkPurple',
  'darkYellow',
  'darkBlue',
  'darkGreen',
  'darkPink',
];

export type Series = { readonly name: string; readonly label: string; readonly color: string };
export type ChartData = {
  /** One row for each place on the x axis; `x` and a number for each series. */
  readonly rows: readonly Record<string, number | string>[];
  readonly series: readonly Series[];
};

/**
 * HubSpot's charts take a row per point, the kit's take a row per place on the x axis with a column per series.
 */
export function chartData({ data, axes, options = {} }: Pick<ChartProps, 'data' | 'axes' | 'options'>): ChartData {
  const { data: points, options: dataOptions = {} } = Array.isArray(data) ? { data } : data;
  const { x, y, options: axisOptions = {} } = axes;
  const groupBy = axisOptions.groupFieldByColor;
  const labelOf = (field: string, value: number | string | undefined) =>
    dataOptions.propertyLabels?.[field]?.[String(value)] ?? String(value ?? '');
  const xOf = (point: ChartDataRow) =>
    x.fieldType === 'datetime'
      ? instantOf(point[x.field])
      : x.fieldType === 'linear'
        ? Number(point[x.field])
        : labelOf(x.field, point[x.field]);

  const groups = groupBy === undefined ? [null] : [...new Set(points.map((point) => String(point[groupBy] ?? '')))];
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  const order = options.colorList ?? options.colors ?? defaultOrder;
  const series = groups.map((group, index) => ({
    name: group === null ? 'value' : `series:${group}`,
    label: group === null ? (y.label ?? y.field) : labelOf(groupBy ?? '', group),
    color: named[(group === null ? undefined : axisOptions.colors?.[group]) ?? order[index % order.length] ?? 'aqua'],
  }));

  const rows = new Map<number | string, Record<string, number | string>>();
  for (const point of points) {
    const place = xOf(point);
    const row = rows.get(place) ?? { x: place };
    const name = groupBy === undefined ? 'value' : `series:${String(point[groupBy] ?? '')}`;
    row[name] = Number(point[y.field] ?? 0);
    rows.set(place, row);
  }
  return {
    rows:
      x.fieldType === 'category'
        ? [...rows.values()]
        : [...rows.values()].sort((a, b) => Number(a['x']) - Number(b['x'])),
    series,
  };
}

/** Epoch milliseconds of what HubSpot takes as a date: epoch milliseconds or any ISO notation. */
function instantOf(value: number | string | undefined): number {
  return typeof value === 'number' || /^\d{9,}$/.test(String(value)) ? Number(value) : Date.parse(String(value));
}
