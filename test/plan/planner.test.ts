import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createPlanner,
  dealTrades,
  planBasis,
  planCommand,
  planLiquidity,
  planTotals,
  tradeKindOf,
  whatIfOf,
} from '@deal-terms/core/plan';
import type { PipelineDeal, PlanInputs, WholePlan } from '@deal-terms/core/plan';
import { mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { parseScoringInput, readDealLine } from '@deal-terms/core/scoring';
import { mixedDeals } from '../../bench/mixed-deals.ts';
import { willingDeal } from './willing-deal.ts';

const cases = JSON.parse(readFileSync(new URL('golden-plan.json', import.meta.url), 'utf8')) as {
  name: string;
  deals: { id: string }[];
  policy: unknown;
  horizonDays: number;
  result: {
    objective: number;
    deals: {
      packageId: string | null;
      closingProbability: number;
      acceptance: number;
      sellerGain: number;
      cashDays: number;
    }[];
  };
}[];

function policyOf(partial: unknown): Policy {
  const merged = mergePolicy(partial);
  if (!merged.ok) throw new Error(`${merged.error.path}: ${merged.error.message}`);
  return merged.policy;
}

function pipelineDeal(raw: unknown, policy: Policy, more: Partial<PipelineDeal> = {}): PipelineDeal {
  const parsed = parseScoringInput(raw);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return {
    dealName: parsed.input.id,
    customerWhy: null,
    ownerId: null,
    isOverdue: false,
    assumed: [],
    input: { ...parsed.input, policy },
    ...more,
  };
}

const policy = policyOf({ backlog: { unfundedCost: 250_000 } });
const inputsOf = (more: Partial<PlanInputs> = {}): PlanInputs => ({
  figures: whatIfOf(policy),
  excluded: [],
  countsOverdue: false,
  ...more,
});

function finish(steps: Generator<number, WholePlan, undefined>): WholePlan {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe('createPlanner', () => {
  it.each(cases.map((one) => [one.name, one] as const))('adds up the worked plan %s', (_name, one) => {
    const own = policyOf(one.policy);
    const planner = createPlanner(
      one.deals.map((raw) => pipelineDeal(raw, own)),
      own,
      one.horizonDays / 7,
    );
    const whole = finish(planner.steps({ figures: whatIfOf(own), excluded: [], countsOverdue: false }));
    const totals = planTotals(whole, 500);
    // From the worked plan's own figures, not from this code's.
    const trades = one.result.deals.filter(({ packageId }) => packageId !== null);
    const expected = (of: 'sellerGain' | 'cashDays') =>
      trades.reduce((sum, trade) => sum + trade.closingProbability * trade.acceptance * trade[of], 0);
    const cycle = own.backlog.cycleDays;
    expect(totals.all.trades).toBe(trades.length);
    expect(totals.all.gain).toBeCloseTo(expected('sellerGain'), 4);
    expect(totals.all.cash).toBeCloseTo(expected('cashDays') / cycle, 4);
    expect(totals.netBenefit).toBeCloseTo(one.result.objective, 4);
    expect(totals.financing).toBeCloseTo(one.result.objective - expected('sellerGain'), 4);
    const kinds = Object.values(totals.byKind);
    expect(kinds.reduce((sum, { trades: number }) => sum + number, 0)).toBe(trades.length);
    expect(kinds.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(totals.all.gain, 6);
    expect(kinds.reduce((sum, { cash }) => sum + cash, 0)).toBeCloseTo(totals.all.cash, 6);
  });

  it('makes the same plan of kept trades as afresh, whatever was asked before', () => {
    // Deals of every kind: what the core works out of one must not be in the way of the next.
    const deals = mixedDeals(15).map((input, index) =>
      pipelineDeal(
        { id: `${index}`, deal: { ...input.deal, closesInDays: 3 * index }, customer: input.customer },
        policy,
      ),
    );
    const kept = createPlanner(deals, policy, 26);
    const asked: PlanInputs[] = [
      inputsOf(),
      inputsOf({ figures: { ...whatIfOf(policy), unfundedCost: 1_000_000 } }),
      inputsOf({ figures: { ...whatIfOf(policy), unfundedCost: 0 } }),
      inputsOf({ figures: { ...whatIfOf(policy), borrowingRate: 0.125 } }),
      inputsOf({ figures: { ...whatIfOf(policy), contributionMargin: 0.3, certainty: 0.9 } }),
      inputsOf({ excluded: ['3', '7', '999'] }),
      inputsOf(),
    ];
    for (const inputs of asked) {
      const whole = finish(kept.steps(inputs));
      expect(whole).toEqual(finish(createPlanner(deals, policy, 26).steps(inputs)));
      const basis = planBasis(
        policyOf({
          ...policy,
          backlog: { ...policy.backlog, ...backlogOf(inputs) },
          borrowingRate: inputs.figures.borrowingRate,
        }),
        182,
      );
      const left = deals.filter(({ input }) => !inputs.excluded.includes(input.id));
      expect(whole.plan).toEqual(
        planLiquidity(
          left.map(({ input }) => dealTrades({ ...input, policy: basis.policy }, basis)),
          basis,
        ),
      );
    }
  });

  it('leaves overdue deals out unless they are asked for', () => {
    const planner = createPlanner(
      [pipelineDeal(willingDeal('1'), policy), pipelineDeal(willingDeal('2'), policy, { isOverdue: true })],
      policy,
      26,
    );
    const planned = (countsOverdue: boolean) =>
      finish(planner.steps(inputsOf({ countsOverdue }))).lines.map(({ id }) => id);
    expect(planned(false)).toEqual(['1']);
    expect(planned(true)).toEqual(['1', '2']);
    expect(planner.countOf(inputsOf({ countsOverdue: true, excluded: ['1'] }))).toBe(1);
  });

  it('keeps an open offer at its terms and its chance, even one nobody would make today', () => {
    const offered = {
      payments: [{ share: 1, anchor: 'delivery', days: 0 }],
      leadTimeDays: 35,
      forecast: false,
      discount: 0.3,
      acceptance: 0.6,
    };
    const planner = createPlanner(
      [
        pipelineDeal(willingDeal('1', { offered, closingProbability: 0.5 }), policy),
        pipelineDeal(willingDeal('2'), policy),
      ],
      policy,
      26,
    );
    const whole = finish(planner.steps(inputsOf()));
    const line = whole.lines.find(({ id }) => id === '1');
    expect(line).toMatchObject({
      packageId: 'offered',
      discount: 0.3,
      acceptance: 0.6,
      chance: 0.3,
      priceOfCash: null,
      // 100,000 × 0.7 × 60 days.
      cashDays: 4_200_000,
    });
    expect(planTotals(whole, 0).byKind.offered).toEqual({
      trades: 1,
      cash: expect.closeTo((0.3 * 4_200_000) / 120, 9) as number,
      gain: expect.closeTo(0.3 * (line?.sellerGain ?? NaN), 9) as number,
    });
  });

  it('groups what is hardly worth it, and says how much of the cash rests on what is assumed', () => {
    const planner = createPlanner(
      [
        pipelineDeal(willingDeal('large'), policy, { assumed: ['grossMargin', 'relationship'] }),
        pipelineDeal(willingDeal('known', { amount: 50_000 }), policy, { assumed: ['daysBeyondTerms'] }),
        pipelineDeal(willingDeal('tiny', { amount: 10_000 }), policy, { assumed: ['paymentPlan', 'grossMargin'] }),
      ],
      policy,
      26,
    );
    const whole = finish(planner.steps(inputsOf()));
    const { assumptions, lines } = whole;
    const totals = planTotals(whole, 400);
    expect(totals.byKind.small.trades).toBe(1);
    expect(totals.byKind.open.trades).toBe(2);
    const [line] = lines;
    if (line === undefined) throw new Error('no line');
    expect(tradeKindOf({ ...line, benefit: 400 }, 400)).toBe('open');
    expect(tradeKindOf({ ...line, packageId: 'agreed', benefit: 0 }, 400)).toBe('agreed');
    // The bank's rate, and 0.6 × 0.2/0.8 in 120 days over a year of 365.
    expect(whole.priceRange).toEqual({
      bank: 0.09,
      backlog: expect.closeTo(0.5297575, 6) as number,
    });
    expect(totals.all.gain).toBeCloseTo(totals.byKind.small.gain + totals.byKind.open.gain, 9);
    expect(assumptions).toMatchObject({ deals: 3, assumed: { grossMargin: 2, paymentPlan: 1, leadTimeDays: 0 } });
    const cash = (id: string) =>
      lines.filter((line) => line.id === id).reduce((sum, l) => sum + l.chance * l.cashDays, 0);
    expect(assumptions.cashShare).toBeCloseTo(
      (cash('large') + cash('tiny')) / (cash('large') + cash('known') + cash('tiny')),
      12,
    );
  });

  it('has nothing to add up without deals', () => {
    const whole = finish(createPlanner([], policy, 2).steps(inputsOf()));
    const { assumptions, freed } = whole;
    expect(planTotals(whole, 0)).toMatchObject({ all: { trades: 0, cash: 0, gain: 0 }, financing: 0, netBenefit: 0 });
    expect(assumptions).toEqual({
      deals: 0,
      assumed: { grossMargin: 0, paymentPlan: 0, leadTimeDays: 0 },
      cashShare: 0,
    });
    expect(freed).toEqual([
      { week: 1, expected: 0, low: 0, high: 0 },
      { week: 2, expected: 0, low: 0, high: 0 },
    ]);
  });
});

function backlogOf({ figures: { unfundedCost, contributionMargin, certainty } }: PlanInputs) {
  return { unfundedCost, contributionMargin, certainty };
}

describe('planCommand', () => {
  it('carries the policy and what belongs to a deal, so that the command comes to the same figures', () => {
    const answered = { ...policy, expedite: { ...policy.expedite, daysSaved: [21], fixedCost: 4_321, costPerDay: 0 } };
    const urgent = willingDeal('2', { agreed: null, closesInDays: 12 });
    const deals = [
      pipelineDeal(willingDeal('1'), policy),
      pipelineDeal({ ...urgent, customer: { ...urgent.customer, urgency: 'critical', neededInDays: 14 } }, answered),
    ];
    const inputs = inputsOf({ figures: { ...whatIfOf(policy), borrowingRate: 0.125, unfundedCost: 1_500.5 } });
    const whole = finish(createPlanner(deals, policy, 26).steps(inputs));
    const text = planCommand(whole.deals, whole.basis.policy, whole.basis.horizonDays);
    const [, policyText, , command, ...lines] = text.trimEnd().split('\n');
    expect(command).toContain('npm run --silent plan -- --policy');
    expect(command).toContain('--horizon-days 182');
    expect(lines.pop()).toBe('END_OF_INPUT');
    const carried = policyOf(JSON.parse(policyText ?? ''));
    expect(carried).toMatchObject({ borrowingRate: 0.125, backlog: { unfundedCost: 1_500.5 } });
    const basis = planBasis(carried, 182);
    const trades = lines.map((line, index) => {
      const read = readDealLine(line, index + 1, carried, undefined);
      if (!read.ok) throw new Error(read.error.error.message);
      return dealTrades(read.input, basis);
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toContain('expedite');
    expect(lines[1]).toContain('"expedite":{"daysSaved":[21],"fixedCost":4321,"costPerDay":0}');
    expect(planLiquidity(trades, basis)).toEqual(whole.plan);
  });
});
