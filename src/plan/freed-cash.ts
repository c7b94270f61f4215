import { dueDay } from '../vocabulary/payment-plan.ts';
import type { PaymentPlan, Timing } from '../vocabulary/payment-plan.ts';
import { readSituation } from '../scoring/situation.ts';
import type { DealInPlan } from './effects.ts';
import { fundingOf } from './funding.ts';

const DAYS_A_WEEK = 7;

/** Cash the trades of a plan free by the end of a week against the terms as they stand, home currency. Week 1 ends seven days from today. */
export type FreedCashWeek = {
  readonly week: number;
  /** Each trade at its chance; below zero where discounts outweigh what comes earlier. */
  readonly expected: number;
  /** What is reached with a chance of 90 and of 10 %. */
  readonly low: number;
  readonly high: number;
};

/** Money that comes in on a day from today; negative for what no longer comes then. */
type Movement = { readonly day: number; readonly money: number };

/** A trade by the chance that it happens, and what it moves. */
type Moved = { readonly chance: number; readonly movements: readonly Movement[] };

/**
 * Cash freed by the end of each week: over all trades, what is paid by then with the trade less what is paid by then as it stands, each trade at
 * its chance. The range is from the distribution of trades that happen or not, each by itself (docs/model.md section 11, on cells of the largest
 * possible sum).
 *
 * @param deals - those of the plan; one without a trade frees nothing
 * @param weeks - how many, whole
 */
export function freedCashByWeek(deals: readonly DealInPlan[], weeks: number): FreedCashWeek[] {
  const moved = deals.flatMap(movedBy);
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    return { week, ...freedBy(moved, week * DAYS_A_WEEK) };
  });
}

function movedBy({ input, trade }: DealInPlan): Moved[] {
  if (trade === null) return [];
  const { amount, plan, timing } = readSituation(input);
  const { closingProbability, closesInDays } = input.deal;
  const paid = (money: number, payments: PaymentPlan, when: Timing): Movement[] =>
    payments.map((tranche) => ({
      day: (closesInDays ?? 0) + dueDay(tranche, when),
      money: money * tranche.share,
    }));
  return [
    {
      chance: (closingProbability ?? 1) * trade.acceptance,
      movements: [
        ...paid(amount * (1 - trade.discount), trade.terms.plan, trade.terms.timing),
        ...paid(-amount, plan, timing),
      ],
    },
  ];
}

function freedBy(moved: readonly Moved[], day: number): Omit<FreedCashWeek, 'week'> {
  const sums = moved
    .map(({ chance, movements }) => ({
      chance,
      money: movements.reduce((sum, movement) => (movement.day <= day ? sum + movement.money : sum), 0),
    }))
    .filter(({ money }) => money !== 0);
  const expected = sums.reduce((sum, { chance, money }) => sum + chance * money, 0);
  const least = sums.reduce((sum, { money }) => sum + Math.min(0, money), 0);
  const width = sums.reduce((sum, { money }) => sum + Math.abs(money), 0);
  // A trade that costs money counts from the least possible sum up: what it gives back is that it does not happen.
  const steps = sums.map(({ chance, money }) => ({
    chance: money > 0 ? chance : 1 - chance,
    cashDays: Math.abs(money),
  }));
  const { low, high } = fundingOf(steps, width);
  return { expected, low: least + low * width, high: least + high * width };
}
