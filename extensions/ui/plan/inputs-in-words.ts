import type { PlanInputs, WhatIf } from '@deal-terms/core/plan';
import { count, money, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/** A figure a plan rests on, in words. */
export type InputLine = { readonly label: string; readonly value: string };

/** The figures a plan was asked about, one a line. */
export function figuresInWords(
  { unfundedCost, contributionMargin, certainty, borrowingRate }: WhatIf,
  reader: Reader,
): InputLine[] {
  return [
    { label: 'Orders waiting for cash', value: money(unfundedCost, reader) },
    { label: 'Contribution margin', value: percent(contributionMargin, reader) },
    { label: 'Certainty', value: percent(certainty, reader) },
    { label: 'Bank rate', value: `${percent(borrowingRate, reader)} a year` },
  ];
}

/** Whether figures are a policy's own. */
export function isSameFigures(one: WhatIf, other: WhatIf): boolean {
  return (Object.keys(one) as (keyof WhatIf)[]).every((field) => one[field] === other[field]);
}

/** What a plan counts beside what it was asked about: "3 deals left out; overdue deals left out". */
export function exclusionsInWords({ excluded, countsOverdue }: PlanInputs, reader: Reader): string {
  const byHand =
    excluded.length === 0
      ? 'no deal left out by hand'
      : `${count(excluded.length, reader)} ${excluded.length === 1 ? 'deal' : 'deals'} left out by hand`;
  return `${byHand}; overdue deals ${countsOverdue ? 'counted as ordered today' : 'left out'}`;
}
