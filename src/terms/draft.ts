import type { Tranche } from '../scoring/index.ts';
import type { NumberToken } from './tokens.ts';

/** Days as written; a month counts thirty, five working days a week. */
export type WrittenDays = {
  readonly days: number;
  readonly unit: 'none' | 'day' | 'workingDay' | 'week' | 'month';
};

/** A share as written: its value and, for a percentage, its digits. */
export type WrittenShare = { readonly value: number; readonly percent: string | null };

/** What has been said of one payment so far. */
export type Draft = {
  share: WrittenShare | null;
  /** Numbers joined by slashes or dashes: a fraction, a discount and its days, or shares. */
  joined: readonly NumberToken[] | null;
  /** A number nothing was said of. */
  bare: NumberToken | null;
  days: WrittenDays | null;
  /** Several due dates of equal shares: 30/60/90 days. */
  dayList: readonly number[] | null;
  direction: 'before' | 'after' | null;
  anchor: Tranche['anchor'] | null;
  monthEnd: 'this' | 'next' | null;
  isNextMonth: boolean;
  /** The days stand after the end of the month: "30 days after the end of the month". */
  isAfterMonthEnd: boolean;
  daysAfterMonthEnd: number | null;
  readonly said: Set<Said>;
};

/** What needs no number to be said. */
export type Said =
  | 'net'
  | 'prepaid'
  | 'advance'
  | 'immediate'
  | 'beforeDelivery'
  | 'cash'
  | 'deposit'
  | 'balance'
  | 'full'
  | 'discount'
  | 'letterOfCredit'
  | 'completion'
  | 'sight';

/** A payment nothing has been said of. */
export function emptyDraft(): Draft {
  return {
    share: null,
    joined: null,
    bare: null,
    days: null,
    dayList: null,
    direction: null,
    anchor: null,
    monthEnd: null,
    isNextMonth: false,
    isAfterMonthEnd: false,
    daysAfterMonthEnd: null,
    said: new Set(),
  };
}

/** Whether it says how much is paid. */
export function saysShare({ share, joined, said }: Draft): boolean {
  return share !== null || joined !== null || said.has('balance') || said.has('full') || said.has('discount');
}

/** Whether it says when; a deposit alone does not, though it is usually paid with the order. */
export function saysWhen(draft: Draft): boolean {
  const { days, bare, dayList, anchor, monthEnd, isNextMonth, said } = draft;
  return (
    days !== null ||
    bare !== null ||
    dayList !== null ||
    anchor !== null ||
    monthEnd !== null ||
    isNextMonth ||
    (['prepaid', 'advance', 'immediate', 'beforeDelivery', 'cash'] as const).some((one) => said.has(one))
  );
}

/** Whether nothing has been said of it. */
export function isEmpty(draft: Draft): boolean {
  return !saysShare(draft) && !saysWhen(draft) && draft.said.size === 0 && draft.direction === null;
}

/** Two drafts as one; null when they say different things of the same. */
export function merged(first: Draft, second: Draft): Draft | null {
  const both = emptyDraft();
  for (const key of [
    'share',
    'joined',
    'bare',
    'days',
    'dayList',
    'direction',
    'anchor',
    'monthEnd',
    'daysAfterMonthEnd',
  ] as const) {
    if (first[key] !== null && second[key] !== null && first[key] !== second[key]) return null;
    Object.assign(both, { [key]: first[key] ?? second[key] });
  }
  both.isNextMonth = first.isNextMonth || second.isNextMonth;
  both.isAfterMonthEnd = first.isAfterMonthEnd || second.isAfterMonthEnd;
  for (const one of [...first.said, ...second.said]) both.said.add(one);
  return both;
}
