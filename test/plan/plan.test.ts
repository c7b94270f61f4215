import fc from 'fast-check';
import highs from 'highs';
import { describe, expect, it } from 'vitest';
import { planLiquidity, planOptions } from '@deal-terms/core/plan';
import type { PlanDeal } from '@deal-terms/core/plan';
import { defaultPolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { parseScoringInput } from '@deal-terms/core/scoring';
import { scoringInputs } from '../core/scoring-input.arbitrary.ts';

const solver = await highs();

/** μ and C of model section 11 for a policy, written out. */
function backlogOf({ backlog: { certainty, contributionMargin, cycleDays, unfundedCost }, borrowingRate }: Policy) {
  const bankPerDay = ((1 + borrowingRate) ** (cycleDays / 365) - 1) / cycleDays;
  return {
    premium: Math.max(0, (certainty * contributionMargin) / (1 - contributionMargin) / cycleDays - bankPerDay),
    capacity: unfundedCost * cycleDays,
  };
}

/** The optimum of the plan as a mixed-integer program: one option or none a deal, `y` the currency-days the backlog uses (in units of a million). */
function optimum(deals: readonly PlanDeal[], policy: Policy): number {
  const { premium, capacity } = backlogOf(policy);
  const unit = 1e6;
  const chosen = deals.flatMap(({ options }, deal) =>
    options.map((option, index) => ({ name: `x${deal}_${index}`, deal, option })),
  );
  if (chosen.length === 0) return 0;
  const term = (coefficient: number, name: string): string =>
    `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient).toFixed(12)} ${name}`;
  const onePerDeal = deals.flatMap(({ options }, deal) =>
    options.length === 0 ? [] : [` d${deal}: ${options.map((_, index) => `x${deal}_${index}`).join(' + ')} <= 1`],
  );
  const { ObjectiveValue } = solver.solve(
    [
      'Maximize',
      ` obj: ${chosen.map(({ name, option }) => term(option.expectedGain, name)).join(' ')} ${term(premium * unit, 'y')}`,
      'Subject To',
      ...onePerDeal,
      ` cash: y ${chosen.map(({ name, option }) => term(-option.expectedCashDays / unit, name)).join(' ')} <= 0`,
      'Bounds',
      ` y <= ${(capacity / unit).toFixed(12)}`,
      ' y >= -inf',
      'Binary',
      ` ${chosen.map(({ name }) => name).join(' ')}`,
      'End',
    ].join('\n'),
    { mip_rel_gap: 0 },
  );
  return ObjectiveValue;
}

const pipelines = fc
  .record({
    inputs: fc.array(scoringInputs, { minLength: 1, maxLength: 12 }),
    unfundedCost: fc.constantFrom(0, 5_000, 50_000, 250_000, 2_000_000),
    contributionMargin: fc.constantFrom(0.1, 0.2, 0.4),
  })
  .map(({ inputs, unfundedCost, contributionMargin }) => {
    const policy: Policy = {
      ...defaultPolicy,
      discount: { ...defaultPolicy.discount, step: 0.02 },
      backlog: { ...defaultPolicy.backlog, unfundedCost, contributionMargin },
    };
    const deals = inputs.map(({ deal, customer }, index): PlanDeal => {
      const parsed = parseScoringInput({ id: `deal ${index}`, deal, customer });
      if (!parsed.ok) throw new Error(parsed.error.message);
      return { id: `deal ${index}`, options: planOptions({ ...parsed.input, policy }) };
    });
    return { deals, policy };
  });

describe('planLiquidity', () => {
  it('stays within its bound and close to the exact optimum', () => {
    let runs = 0;
    let exact = 0;
    fc.assert(
      fc.property(pipelines, ({ deals, policy }) => {
        const plan = planLiquidity(deals, policy);
        const best = optimum(deals, policy);
        const rounding = 1e-6 * Math.max(1, best);
        expect(plan.gap).toBeGreaterThanOrEqual(-rounding);
        expect(plan.bound).toBeGreaterThanOrEqual(best - rounding);
        expect(plan.objective).toBeGreaterThanOrEqual(0.998 * best - rounding);
        expect(plan.objective).toBeLessThanOrEqual(best + rounding);
        runs += 1;
        if (plan.objective >= best - rounding) exact += 1;
      }),
      { numRuns: 300 },
    );
    expect(exact).toBeGreaterThan(runs * 0.95);
  }, 120_000);

  it('takes each deal’s own best offer at the bank rate when nothing waits for cash', () => {
    fc.assert(
      fc.property(pipelines, ({ deals, policy }) => {
        const plan = planLiquidity(deals, { ...policy, backlog: { ...policy.backlog, unfundedCost: 0 } });
        const own = deals.reduce(
          (sum, { options }) => sum + Math.max(0, ...options.map(({ expectedGain }) => expectedGain)),
          0,
        );
        expect(plan.objective).toBeCloseTo(own, 6);
        expect(plan.priceOfCash).toBeCloseTo(policy.borrowingRate, 12);
        expect(plan).toMatchObject({ backlogFunded: 0, expectedExtraMargin: 0 });
      }),
      { numRuns: 50 },
    );
  });

  it('gains no less from a larger backlog, and puts deals left alone last', () => {
    fc.assert(
      fc.property(pipelines, ({ deals, policy }) => {
        const larger = {
          ...policy,
          backlog: { ...policy.backlog, unfundedCost: policy.backlog.unfundedCost * 2 + 1000 },
        };
        expect(optimum(deals, larger)).toBeGreaterThanOrEqual(optimum(deals, policy) * (1 - 1e-6) - 1e-6);
        const order = planLiquidity(deals, policy).deals.map(({ packageId }) => packageId === null);
        expect(order).toEqual([...order].sort((one, other) => Number(one) - Number(other)));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('has nothing to plan without deals', () => {
    expect(planLiquidity([], defaultPolicy)).toMatchObject({ objective: 0, bound: 0, deals: [] });
  });
});
