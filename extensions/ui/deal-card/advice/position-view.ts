import type { Position, ScoreResult } from '@deal-terms/core/scoring';
import { count, money, percent, returnInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { days } from '../../shared/field-view.ts';
import { capitalised } from '../../shared/advised-offer-view.ts';

/** One line of before and after; every text carries its unit. */
export type PositionRow = {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
};

/** Before and after the best trade at the recommended discount; null without one. */
export function positionRows({ before, offers }: ScoreResult, reader: Reader): PositionRow[] | null {
  const after = offers[0]?.after;
  if (after === undefined) return null;
  return [
    {
      label: 'Margin',
      before: money(before.margin, reader),
      after: money(after.margin, reader),
      change: signed(money, after.margin - before.margin, reader),
    },
    {
      label: 'Margin rate',
      before: percent(before.marginRate, reader),
      after: percent(after.marginRate, reader),
      change: pointsChange(after.marginRate - before.marginRate, reader),
    },
    {
      label: 'Cash cycle',
      before: days(before.cashCycleDays, reader.locale),
      after: days(after.cashCycleDays, reader.locale),
      change: daysChange(after.cashCycleDays - before.cashCycleDays, reader),
    },
    {
      label: 'Annual return on cash',
      before: capitalised(returnInWords(before.annualReturnOnCash, reader)),
      after: capitalised(returnInWords(after.annualReturnOnCash, reader)),
      change: returnChange(before, after, reader),
    },
  ];
}

function signed(format: (value: number, reader: Reader) => string, value: number, reader: Reader): string {
  const text = format(Math.abs(value), reader);
  return text === format(0, reader) ? text : `${value < 0 ? '−' : '+'}${text}`;
}

function pointsChange(value: number, reader: Reader): string {
  return `${signed(count, value * 100, reader)} points`;
}

function daysChange(value: number, reader: Reader): string {
  return signed((size) => days(size, reader.locale), value, reader);
}

/** How many times as much a year; nothing to compare where the customer finances the deal. */
function returnChange(
  { annualReturnOnCash: before }: Position,
  { annualReturnOnCash: after }: Position,
  reader: Reader,
): string {
  return before === null || after === null || before <= 0 || after <= 0 ? '–' : `× ${count(after / before, reader)}`;
}
