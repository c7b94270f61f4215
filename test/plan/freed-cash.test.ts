import { describe, expect, it } from 'vitest';
import { freedCashByWeek } from '@deal-terms/core/plan';
import type { DealInPlan } from '@deal-terms/core/plan';
import { parseScoringInput } from '@deal-terms/core/scoring';

/** 1,000 at 40 %, 14 days from order to delivery, net 30, ordered in `closesInDays`; paid on delivery for 10 % off with a chance of a half. */
function halfCertain(more: object = {}, trade: Partial<NonNullable<DealInPlan['trade']>> = {}): DealInPlan {
  const parsed = parseScoringInput({
    id: 'one',
    deal: {
      amount: 1000,
      grossMargin: 0.4,
      leadTimeDays: 14,
      payments: [{ share: 1, anchor: 'delivery', days: 30 }],
      closesInDays: 7,
      ...more,
    },
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return {
    input: parsed.input,
    trade: {
      discount: 0.1,
      acceptance: 0.5,
      terms: {
        plan: [{ share: 1, anchor: 'delivery', days: 0 }],
        timing: { leadTimeDays: 14, daysBeyondTerms: 0 },
        paymentDay: 14,
        expediteCost: 0,
        forecastSaving: 0,
      },
      ...trade,
    },
  };
}

/** Freed by one trade, recomputed without the code under test: paid on `sooner` instead of `later`, less the discount. */
type Plain = { amount: number; discount: number; sooner: number; later: number; chance: number };
const freedOf = ({ amount, discount, sooner, later }: Plain, day: number) =>
  (sooner <= day ? amount * (1 - discount) : 0) - (later <= day ? amount : 0);

/** Every way some trades can come out, with its probability and what it frees by a day. */
function outcomes(trades: readonly Plain[], day: number): { probability: number; sum: number }[] {
  return trades.reduce(
    (all, trade) =>
      all.flatMap(({ probability, sum }) => [
        { probability: probability * (1 - trade.chance), sum },
        { probability: probability * trade.chance, sum: sum + freedOf(trade, day) },
      ]),
    [{ probability: 1, sum: 0 }],
  );
}

function markReached(all: { probability: number; sum: number }[], mark: number): number {
  let reached = 0;
  for (const { probability, sum } of [...all].sort((one, other) => one.sum - other.sum)) {
    reached += probability;
    if (reached >= mark - 1e-12) return sum;
  }
  throw new Error('probabilities do not add up to one');
}

describe('freedCashByWeek', () => {
  it('counts what is paid by the end of each week with the trade less what is paid as it stands', () => {
    // 900 on day 21, the end of week 3, instead of 1,000 on day 51, in week 8.
    expect(freedCashByWeek([halfCertain()], 9).map(({ week, expected }) => [week, expected])).toEqual([
      [1, 0],
      [2, 0],
      [3, 450],
      [4, 450],
      [5, 450],
      [6, 450],
      [7, 450],
      [8, -50],
      [9, -50],
    ]);
  });

  it('gives the range between the trade that does not happen and the one that does', () => {
    const weeks = freedCashByWeek([halfCertain()], 8);
    expect(weeks[2]).toEqual({ week: 3, expected: 450, low: 0, high: 900 });
    expect(weeks[7]).toEqual({ week: 8, expected: -50, low: -100, high: 0 });
  });

  it('weighs a deal by its chance of closing, and counts nothing for one without a trade', () => {
    const unlikely = halfCertain({ closingProbability: 0.1 });
    // Closing and a yes together 5 %: less than the tenth part the range leaves out.
    expect(freedCashByWeek([unlikely], 3)[2]).toEqual({ week: 3, expected: 45, low: 0, high: 0 });
    expect(freedCashByWeek([{ ...halfCertain(), trade: null }], 1)).toEqual([
      { week: 1, expected: 0, low: 0, high: 0 },
    ]);
  });

  it('pays each part of a plan on its day, late customers late', () => {
    // 400 at the order on day 7, 600 thirty days after delivery and ten days late: day 61.
    const parts = halfCertain(
      { payments: [{ share: 1, anchor: 'delivery', days: 60 }] },
      {
        acceptance: 1,
        discount: 0,
        terms: {
          plan: [
            { share: 0.4, anchor: 'order', days: 0 },
            { share: 0.6, anchor: 'delivery', days: 30 },
          ],
          timing: { leadTimeDays: 14, daysBeyondTerms: 10 },
          paymentDay: 30,
          expediteCost: 0,
          forecastSaving: 0,
        },
      },
    );
    const expected = freedCashByWeek([parts], 12).map((week) => week.expected);
    expect(expected.slice(0, 8)).toEqual([400, 400, 400, 400, 400, 400, 400, 400]);
    // Day 61 lies in week 9; as it stands all is paid on day 81, in week 12.
    expect(expected.slice(8)).toEqual([1000, 1000, 1000, 0]);
  });

  it('agrees with every outcome of ten trades counted one by one', () => {
    const plain: Plain[] = Array.from({ length: 10 }, (_, index) => ({
      amount: 10_000 + 3_700 * index,
      discount: 0.01 * index,
      sooner: 14 + 9 * index,
      later: 58 + 11 * index,
      chance: 0.35 + 0.06 * index,
    }));
    const deals = plain.map(({ amount, discount, sooner, later, chance }) =>
      halfCertain(
        {
          amount,
          closesInDays: sooner - 14,
          payments: [{ share: 1, anchor: 'delivery', days: later - sooner }],
          closingProbability: chance / 0.98,
        },
        { discount, acceptance: 0.98 },
      ),
    );
    const weeks = freedCashByWeek(deals, 26);
    for (const { week, expected, low, high } of weeks) {
      const all = outcomes(plain, week * 7);
      const width = plain.reduce((sum, trade) => sum + Math.abs(freedOf(trade, week * 7)), 0);
      expect(expected).toBeCloseTo(
        all.reduce((sum, outcome) => sum + outcome.probability * outcome.sum, 0),
        6,
      );
      // Each trade is spread over two cells of a thousand.
      expect(Math.abs(low - markReached(all, 0.1))).toBeLessThanOrEqual((10 * width) / 1000);
      expect(Math.abs(high - markReached(all, 0.9))).toBeLessThanOrEqual((10 * width) / 1000);
    }
    expect(weeks.some(({ expected }) => expected > 50_000)).toBe(true);
    expect(weeks.some(({ expected }) => expected < 0)).toBe(true);
  });
});
