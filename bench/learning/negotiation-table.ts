import { markdownTable } from '@deal-terms/core/insights';
import type { MeanAndError } from './mean-and-error.ts';
import type { MannerName, NegotiationOutcome } from './negotiation-experiment.ts';

const head = [
  '',
  'our gain a deal',
  'of opening once',
  'share of hindsight',
  "customers' gain a deal",
  'expected over realised',
  'Brier score',
];

const names: Record<MannerName, string> = {
  openingOnce: 'the opening offer, once',
  fairOnce: 'the fair offer, once',
  threeOffers: 'up to three offers, each after the answers so far',
  questionsThenOffers: 'up to two trial questions, then up to three offers',
  toldTheMarket: 'the same, told what the market is like',
};

function withError({ mean, standardError }: MeanAndError, digits: number): string {
  return `${mean.toFixed(digits)} ± ${standardError.toFixed(digits)}`;
}

function money({ mean, standardError }: MeanAndError): string {
  return `${Math.round(mean).toLocaleString('en')} ± ${Math.round(standardError).toLocaleString('en')}`;
}

function percent({ mean, standardError }: MeanAndError): string {
  return `${(100 * mean).toFixed(1)} ± ${(100 * standardError).toFixed(1)} %`;
}

/** Ways of negotiating as a table in Markdown under its title: means over the markets ± their standard errors. */
export function negotiationTable({ title, hindsight, rows }: NegotiationOutcome): string {
  const cells = rows.map((row) => [
    names[row.name],
    money(row.sellerGain),
    `${Math.round(100 * row.overOpeningOnce)} %`,
    percent(row.shareOfHindsight),
    money(row.customerGain),
    withError(row.expectedOverRealised, 2),
    withError(row.brier, 3),
  ]);
  const last = ['hindsight: minds read', money(hindsight), '', '100 %', '', '', ''];
  return `### ${title}\n\n${markdownTable({ head, alignRight: [1, 2, 3, 4, 5, 6], rows: [...cells, last] })}\n`;
}
