import type { PlanLine } from './plan-pipeline.ts';
import type { WholePlan } from './planner.ts';
import { AGREED, OFFERED } from './trades.ts';

/** What kind of trade a line of a plan is: fixed by what is agreed, standing as an offer, to be made, or to be made and hardly worth it. */
export const tradeKinds = ['agreed', 'offered', 'open', 'small'] as const;
export type TradeKind = (typeof tradeKinds)[number];

/** Expected values of some trades together, each at its chance. Home currency. */
export type TradeSums = {
  readonly trades: number;
  /** Cost of the orders it can finance for one backlog cycle: currency-days over the cycle's days. */
  readonly cash: number;
  /** Our gain at the bank's rate. */
  readonly gain: number;
};

/** A plan's sums, by kind and in all, and what they come to. */
export type PlanTotals = {
  readonly byKind: Readonly<Record<TradeKind, TradeSums>>;
  readonly all: TradeSums;
  /** What the part of the backlog that is financed earns above the bank's rate, home currency. */
  readonly financing: number;
  /** The plan's objective: `all.gain + financing`, home currency. */
  readonly netBenefit: number;
};

/**
 * What kind of trade a line is.
 *
 * @param minimumWorth - expected benefit below which a trade still to be made is small, home currency
 * @returns null for a deal left as it is
 */
export function tradeKindOf({ packageId, benefit }: PlanLine, minimumWorth: number): TradeKind | null {
  if (packageId === null) return null;
  if (packageId === AGREED) return 'agreed';
  if (packageId === OFFERED) return 'offered';
  return benefit < minimumWorth ? 'small' : 'open';
}

/**
 * Sums of a plan; small trades count like all others.
 *
 * @param minimumWorth - as `tradeKindOf` takes it
 */
export function planTotals(
  { lines, plan: { objective }, basis }: Pick<WholePlan, 'lines' | 'plan' | 'basis'>,
  minimumWorth: number,
): PlanTotals {
  const { cycleDays } = basis.backlog;
  const nothing = { trades: 0, cash: 0, gain: 0 };
  const byKind = { agreed: nothing, offered: nothing, open: nothing, small: nothing };
  let all = nothing;
  for (const line of lines) {
    const kind = tradeKindOf(line, minimumWorth);
    if (kind === null) continue;
    byKind[kind] = plus(byKind[kind], line, cycleDays);
    all = plus(all, line, cycleDays);
  }
  return { byKind, all, financing: objective - all.gain, netBenefit: objective };
}

function plus(sums: TradeSums, { chance, cashDays, sellerGain }: PlanLine, cycleDays: number): TradeSums {
  return {
    trades: sums.trades + 1,
    cash: sums.cash + (chance * cashDays) / cycleDays,
    gain: sums.gain + chance * sellerGain,
  };
}
