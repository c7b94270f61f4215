import type { Outcome, Row } from './experiments.ts';
import type { MeanAndError } from './mean-and-error.ts';
import type { Way } from './simulation.ts';

const width = 360;
const height = 270;
const left = 46;
const top = 44;
const plotWidth = width - left - 14;
const plotHeight = height - top - 44;
const ink = '#1f2933';
const grey = '#7b8794';
const blue = '#1f6feb';

type Panel = {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly written: (figure: number) => string;
  readonly figureOf: (row: Row) => MeanAndError | null;
  /** Drawn across, with their names `nameOffset` pixels below them: on the side the loop does not come from. */
  readonly nameOffset: number;
  readonly lines: readonly { readonly way: Way; readonly name: string }[];
};

const panels: readonly Panel[] = [
  {
    title: 'Our gain, share of hindsight',
    from: 0,
    to: 0.8,
    ticks: [0, 0.2, 0.4, 0.6, 0.8],
    written: (share) => `${Math.round(share * 100)} %`,
    figureOf: ({ shareOfHindsight }) => shareOfHindsight,
    nameOffset: -5,
    lines: [
      { way: 'toldTheTruth', name: 'told what the market is like' },
      { way: 'cashDiscount', name: '2/10 net 30 for all' },
    ],
  },
  {
    title: 'Brier score on the same offers',
    from: 0.12,
    to: 0.28,
    ticks: [0.12, 0.16, 0.2, 0.24, 0.28],
    written: (score) => score.toFixed(2),
    figureOf: ({ prediction }) => prediction?.sameOffers ?? null,
    nameOffset: 13,
    lines: [{ way: 'toldTheTruth', name: 'told what the market is like' }],
  },
];

/** The loop beside its rivals, after more and more answers, as SVG. */
export function figureOf({ rows }: Outcome): string {
  const drawn = panels
    .map((panel, index) => `<g transform="translate(${index * width} 0)">${panelOf(panel, rows)}</g>`)
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${panels.length * width} ${height}" width="${panels.length * width}" height="${height}" font-family="system-ui, sans-serif" font-size="11">
<title>What the loop gains and how well it predicts, by answers learnt from</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${drawn}
</svg>
`;
}

function panelOf(
  { title, from, to, ticks, written, figureOf: of, nameOffset, lines }: Panel,
  rows: readonly Row[],
): string {
  const loop = rows.filter(({ way }) => way === 'noLearning' || way.startsWith('learnt'));
  const x = (index: number) => round(left + (plotWidth * (index + 0.5)) / loop.length);
  const y = (figure: number) => round(top + plotHeight * (1 - (figure - from) / (to - from)));
  const points = loop.flatMap((row, index) => {
    const figure = of(row);
    return figure === null
      ? []
      : [
          {
            x: x(index),
            ...figure,
            name: row.way === 'noLearning' ? '0' : Number(row.way.slice('learnt'.length)).toLocaleString('en'),
          },
        ];
  });
  const across = lines.flatMap(({ way, name }) => {
    const figure = rows.filter((row) => row.way === way).map(of)[0];
    return figure === undefined || figure === null ? [] : [{ at: y(figure.mean), name }];
  });
  return [
    text(left, 22, title, ink, 'start', 'bold'),
    ...ticks.map(
      (tick) =>
        `<line x1="${left}" x2="${left + plotWidth}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e4e7eb"/>${text(left - 6, y(tick) + 4, written(tick), grey, 'end')}`,
    ),
    ...across.map(
      ({ at, name }) =>
        `<line x1="${left}" x2="${left + plotWidth}" y1="${at}" y2="${at}" stroke="${grey}" stroke-dasharray="5 4"/>${text(left + 4, at + nameOffset, name, grey, 'start')}`,
    ),
    `<polyline points="${points.map((point) => `${point.x},${y(point.mean)}`).join(' ')}" fill="none" stroke="${blue}" stroke-width="2"/>`,
    ...points.map(({ x: at, mean, standardError, name }) =>
      [
        `<line x1="${at}" x2="${at}" y1="${y(mean - standardError)}" y2="${y(mean + standardError)}" stroke="${blue}"/>`,
        `<circle cx="${at}" cy="${y(mean)}" r="4" fill="${blue}"/>`,
        text(at, top + plotHeight + 18, name, ink, 'middle'),
      ].join(''),
    ),
    text(left + plotWidth / 2, height - 8, 'answers learnt from', grey, 'middle'),
  ].join('\n');
}

function text(
  x: number,
  y: number,
  words: string,
  fill: string,
  anchor: 'start' | 'middle' | 'end',
  weight = 'normal',
): string {
  return `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${words}</text>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
