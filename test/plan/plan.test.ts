import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dealTrades, planBasis, planLiquidity } from '@deal-terms/core/plan';
import { defaultPolicy, mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { parseScoringInput } from '@deal-terms/core/scoring';
import { transcribedPlan } from '../../bench/plan-transcription.ts';
import type { PlainInput } from '../../bench/transcription.ts';
import { differences } from '../core/close-to.ts';
import { paymentPlans, scoringInputs } from '../core/scoring-input.arbitrary.ts';
import { willingDeal } from './willing-deal.ts';

type RawDeal = Omit<PlainInput, 'policy'>;

function planned(deals: readonly unknown[], policy: Policy, horizonDays?: number) {
  const basis = planBasis(policy, horizonDays);
  const worked = deals.map((deal) => {
    const parsed = parseScoringInput(deal);
    if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
    return dealTrades({ ...parsed.input, policy }, basis);
  });
  return planLiquidity(worked, basis);
}

function policyOf(partial: unknown): Policy {
  const merged = mergePolicy(partial);
  if (!merged.ok) throw new Error(`${merged.error.path}: ${merged.error.message}`);
  return merged.policy;
}

/** Worked plans of docs/model.md, from an implementation of its own. */
const cases = JSON.parse(readFileSync(new URL('golden-plan.json', import.meta.url), 'utf8')) as {
  name: string;
  deals: RawDeal[];
  policy: unknown;
  horizonDays: number;
  result: unknown;
}[];

const waiting = policyOf({ backlog: { unfundedCost: 250_000 } });

describe('planLiquidity', () => {
  it.each(cases.map((one) => [one.name, one] as const))('reproduces the worked plan %s', (_name, one) => {
    expect(differences(planned(one.deals, policyOf(one.policy), one.horizonDays), one.result, 1e5)).toEqual([]);
  });

  it('agrees with a plain transcription of the model on any pipeline', () => {
    const pipelines = fc.record({
      deals: fc.array(
        fc.record({
          input: scoringInputs,
          closing: fc.record(
            { closingProbability: fc.constantFrom(0, 0.3, 1), closesInDays: fc.integer({ min: 0, max: 200 }) },
            { requiredKeys: [] },
          ),
          agreed: fc.option(
            fc.record({
              payments: paymentPlans,
              leadTimeDays: fc.integer({ min: 0, max: 90 }),
              forecast: fc.boolean(),
              discount: fc.constantFrom(-0.02, 0, 0.03),
            }),
            { nil: null, freq: 5 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      unfundedCost: fc.constantFrom(0, 5_000, 250_000),
      factoring: fc.constantFrom(null, { monthlyFee: 0.02, advance: 0.85 }),
      horizonDays: fc.constantFrom(60, 182),
    });
    fc.assert(
      fc.property(pipelines, ({ deals, unfundedCost, factoring, horizonDays }) => {
        const policy = policyOf({
          backlog: { unfundedCost },
          factoring,
          discount: { step: 0.02 },
          expedite: { daysSaved: [7] },
        });
        const raw = deals.map(({ input, closing, agreed }, index) => ({
          id: `deal ${index}`,
          deal: { ...input.deal, ...closing, agreed },
          customer: input.customer,
        }));
        const plain = transcribedPlan(raw, policy, horizonDays);
        expect(differences(planned(raw, policy, horizonDays), plain, 1e6)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('takes what pays at the bank’s rate when nothing waits for cash', () => {
    const plan = planned([willingDeal('one'), willingDeal('two')], defaultPolicy);
    expect(plan).toMatchObject({ backlogFunded: 0, backlogFundedLow: 0, backlogFundedHigh: 0, expectedExtraMargin: 0 });
    expect(plan.priceOfCash).toBeCloseTo(0.09, 12);
  });

  it('pays no attention to a price of cash the policy sets: it is what the plan finds', () => {
    expect(planned([willingDeal('one')], { ...waiting, priceOfCash: 0.31 })).toEqual(
      planned([willingDeal('one')], waiting),
    );
  });

  it('counts only cash that comes within the horizon', () => {
    // Ordered in 100 days, delivered 35 days later and paid on delivery: 60 days before today's terms, of which 47 lie before day 182.
    const late = willingDeal('late', { closesInDays: 100 });
    const [within] = planned([late], waiting, 182).deals;
    const [beyond] = planned([late], waiting, 1000).deals;
    const [none] = planned([late], waiting, 10).deals;
    expect(within?.packageId).toBe(beyond?.packageId);
    expect((beyond?.cashDays ?? 0) / 100_000 / (1 - (beyond?.discount ?? 0))).toBeCloseTo(60, 9);
    expect((within?.cashDays ?? 0) / 100_000 / (1 - (within?.discount ?? 0))).toBeCloseTo(47, 9);
    expect(none?.cashDays).toBe(0);
  });

  it('keeps what is agreed, weighs deals by their chance of closing and puts those left alone last', () => {
    const agreed = {
      payments: [{ share: 1, anchor: 'delivery', days: 0 }],
      leadTimeDays: 35,
      forecast: false,
      discount: 0.3,
    };
    const plan = planned(
      [
        willingDeal('lost', { closingProbability: 0 }),
        willingDeal('open'),
        willingDeal('dear', { agreed, closingProbability: 0.5 }),
      ],
      waiting,
    );
    expect(plan.deals.map(({ id, packageId }) => [id, packageId])).toEqual([
      ['open', expect.stringMatching(/\/forecast$/)],
      ['dear', 'agreed'],
      ['lost', null],
    ]);
    expect(plan.deals[1]).toMatchObject({
      discount: 0.3,
      openingDiscount: 0.3,
      acceptance: 1,
      closingProbability: 0.5,
      priceOfCash: null,
      // 100,000 × 0.7 × 60 days.
      cashDays: 4_200_000,
    });
    expect(plan.deals[2]).toMatchObject({ discount: 0, acceptance: 0, sellerGain: 0, cashDays: 0, priceOfCash: null });
  });

  it('plans two deals of one id as two', () => {
    expect(planned([willingDeal('same'), willingDeal('same', { amount: 50_000 })], waiting).deals).toHaveLength(2);
  });

  it('has nothing to plan without deals', () => {
    expect(planned([], waiting)).toMatchObject({ objective: 0, backlogFunded: 0, deals: [] });
  });
});
