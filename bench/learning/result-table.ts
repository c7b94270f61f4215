import { markdownTable } from '@deal-terms/core/insights';
import type { Outcome, Row } from './experiments.ts';
import type { MeanAndError } from './mean-and-error.ts';
import type { Way } from './simulation.ts';

const head = [
  '',
  'our gain a deal',
  'share of hindsight',
  'over no learning',
  "customers' gain a deal",
  'Brier score, own offers',
  'always the base rate',
  'Brier score, same offers',
];

/** What a way of selling is called. */
export function nameOf(way: Way): string {
  if (way === 'cashDiscount') return '2/10 net 30 for all';
  if (way === 'noLearning') return 'no learning: the defaults';
  if (way === 'toldTheTruth') return 'told what the market is like';
  return `the loop, after ${Number(way.slice('learnt'.length)).toLocaleString('en')} answers`;
}

/** An experiment's outcome as a table in Markdown under its title: means over the markets ± their standard errors. */
export function resultTable({ title, hindsight, rows }: Outcome): string {
  const last = ['hindsight: minds read', money(hindsight), '100 %', '', '', '', '', ''];
  return `### ${title}\n\n${markdownTable({ head, alignRight: [1, 2, 3, 4, 5, 6, 7], rows: [...rows.map(cellsOf), last] })}\n`;
}

function cellsOf({ way, sellerGain, shareOfHindsight, overNoLearning, customerGain, prediction }: Row): string[] {
  const scores =
    prediction === null
      ? ['', '', '']
      : [prediction.ownOffers, prediction.baseRate, prediction.sameOffers].map((score) =>
          withError(score, (figure) => figure.toFixed(3)),
        );
  return [
    nameOf(way),
    money(sellerGain),
    `${withError(shareOfHindsight, percent)} %`,
    way === 'noLearning' ? '' : `${withError(overNoLearning, percent)} points`,
    money(customerGain),
    ...scores,
  ];
}

function withError({ mean, standardError }: MeanAndError, written: (figure: number) => string): string {
  return `${written(mean)} ± ${written(standardError)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).replace('-', '−');
}

function money(amount: MeanAndError): string {
  return withError(amount, (figure) => Math.round(figure).toLocaleString('en'));
}
