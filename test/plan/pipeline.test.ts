import { describe, expect, it } from 'vitest';
import { readPolicy } from '@deal-terms/core/crm';
import type { Account, PropertyValues } from '@deal-terms/core/crm';
import { dealTrades, pipelineEffect, planBasis, readPipeline, supplyCurve } from '@deal-terms/core/plan';
import { defaultPolicy } from '@deal-terms/core/policy';
import { parseScoringInput } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';
import { mixedDeals } from '../../bench/mixed-deals.ts';

const account: Account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const basis = { policy: readPolicy(null), account, today: '2026-11-23' };
const record = (id: string, more: PropertyValues = {}): PropertyValues => ({
  hs_object_id: id,
  dealname: `Deal ${id}`,
  amount: '60000',
  deal_currency_code: 'EUR',
  closedate: '2026-12-07T12:00:00Z',
  terms_scored_at: '2026-11-20T10:00:00Z',
  ...more,
});

function deal(raw: object): ResolvedInput {
  const parsed = parseScoringInput({ id: 'one', deal: raw });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.input;
}
/** 1,000 at 40 %, 14 days from order to delivery, net 30. */
const simple = deal({
  amount: 1000,
  grossMargin: 0.4,
  leadTimeDays: 14,
  payments: [{ share: 1, anchor: 'delivery', days: 30 }],
});
const asItIs = { input: { ...simple, deal: { ...simple.deal, closesInDays: 7 } }, trade: null };
/** Half certain to be paid on delivery for 10 % off. */
const traded = {
  ...asItIs,
  trade: {
    discount: 0.1,
    acceptance: 0.5,
    terms: {
      plan: [{ share: 1, anchor: 'delivery' as const, days: 0 }],
      timing: { leadTimeDays: 14, daysBeyondTerms: 0 },
      paymentDay: 14,
      expediteCost: 0,
      forecastSaving: 0,
    },
  },
};

describe('readPipeline', () => {
  it('leaves out what a plan cannot work with, and says why', () => {
    const { deals, leftOut } = readPipeline(
      [
        record('1'),
        record('2', { terms_scored_at: null }),
        record('3', { amount: '' }),
        record('4', { deal_currency_code: 'GBP' }),
        record('5', { terms_gross_margin: '7' }),
        record('6', { closedate: '2027-12-24T12:00:00Z' }),
        // Nobody can score these: what has to be mended is what they lack.
        record('7', { terms_scored_at: null, amount: '' }),
        record('8', { terms_scored_at: null, deal_currency_code: 'GBP' }),
      ],
      basis,
    );
    expect(deals.map(({ input }) => input.id)).toEqual(['1']);
    expect(leftOut.map(({ dealId, reason }) => [dealId, reason])).toEqual([
      ['2', 'unscored'],
      ['3', 'missing_amount'],
      ['4', 'no_exchange_rate'],
      ['5', 'invalid_field'],
      ['6', 'beyond_horizon'],
      ['7', 'missing_amount'],
      ['8', 'no_exchange_rate'],
    ]);
  });

  it('brings a foreign deal into home currency, and keeps what the customer said', () => {
    const { deals } = readPipeline(
      [
        record('1', {
          deal_currency_code: 'GBP',
          hs_exchange_rate: '1.2',
          terms_customer_why: ' The market opens soon. ',
          terms_stated_cost_of_cash: '0.11',
          terms_stated_loss_per_day: '100',
        }),
        record('2', {
          deal_currency_code: 'GBP',
          hs_exchange_rate: '1.2',
          terms_expedite_status: 'approved',
          terms_expedite_days_saved: '9',
          terms_expedite_cost: '300',
        }),
      ],
      basis,
    );
    expect(deals[0]).toMatchObject({
      customerWhy: 'The market opens soon.',
      input: {
        deal: { amount: 72000, currency: 'EUR', closesInDays: 14 },
        customer: { stated: { costOfCash: 0.11, lossPerDay: 120 } },
        policy: { expedite: { fixedCost: 250 } },
      },
    });
    expect(deals[1]).toMatchObject({
      input: { policy: { expedite: { daysSaved: [9], fixedCost: 360, costPerDay: 0 } } },
    });
  });

  it('takes money of home currency as it stands, whatever rate is beside it, and no rate that is none', () => {
    const { deals, leftOut } = readPipeline(
      [
        record('home', { hs_exchange_rate: '1.2' }),
        record('unnamed', { deal_currency_code: '', hs_exchange_rate: '1.2' }),
        record('worthless', { deal_currency_code: 'GBP', hs_exchange_rate: '0' }),
      ],
      basis,
    );
    expect(deals.map(({ input }) => [input.id, input.deal.amount, input.deal.currency])).toEqual([
      ['home', 60_000, 'EUR'],
      ['unnamed', 60_000, 'EUR'],
    ]);
    expect(leftOut).toEqual([{ dealId: 'worthless', dealName: 'Deal worthless', reason: 'no_exchange_rate' }]);
  });

  it('says whose a deal is, how likely it closes, what is assumed of it and whether it should have come', () => {
    const typed = { terms_gross_margin: '0.4', terms_lead_time_days: '35', terms_payment_plan: 'net 60' };
    const { deals } = readPipeline(
      [
        record('1', { ...typed, hubspot_owner_id: '501', hs_deal_stage_probability: '0.6' }),
        record('2', { closedate: '2026-11-23T12:00:00Z' }),
        record('3', { closedate: '2026-11-22T12:00:00Z' }),
        record('4', { closedate: null }),
      ],
      basis,
    );
    expect(deals[0]).toMatchObject({
      dealName: 'Deal 1',
      customerWhy: null,
      ownerId: '501',
      assumed: ['daysBeyondTerms', 'relationship'],
      input: { deal: { closingProbability: 0.6, agreed: null, offered: null, leadTimeDays: 35, grossMargin: 0.4 } },
    });
    expect(deals[1]?.assumed).toEqual([
      'grossMargin',
      'paymentPlan',
      'leadTimeDays',
      'daysBeyondTerms',
      'relationship',
    ]);
    expect(deals.map(({ isOverdue }) => isOverdue)).toEqual([false, false, true, true]);
  });

  it('fixes what is agreed, and what is on offer, as long as the deal says that it stands', () => {
    const offer = {
      action: 'offer',
      revision: 1,
      terms: { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount: 0.02 },
      appraisal: {
        acceptance: 0.7,
        deal: { payments: [{ share: 1, anchor: 'delivery', days: 90 }], leadTimeDays: 42 },
      },
    };
    const accepted = { action: 'answer', revision: 2, answer: 'accepted', answeredOn: '2026-11-20', note: '' };
    const offered = { terms_offer_log: JSON.stringify([offer]) };
    const agreed = { terms_offer_log: JSON.stringify([offer, accepted]) };
    const { deals } = readPipeline(
      [
        record('agreed', { ...agreed, terms_offer_status: 'agreed' }),
        record('offered', { ...offered, terms_offer_status: 'offered' }),
        record('taken back', { ...agreed, terms_offer_status: 'none' }),
        record('ended', { ...offered, terms_offer_status: 'none' }),
      ],
      basis,
    );
    const terms = {
      payments: [{ share: 1, anchor: 'delivery', days: 0 }],
      leadTimeDays: 21,
      forecast: false,
      discount: 0.02,
    };
    expect(deals.map(({ input: { deal: planned } }) => [planned.agreed, planned.offered])).toEqual([
      [terms, null],
      [null, { ...terms, acceptance: 0.7 }],
      [null, null],
      [null, null],
    ]);
  });

  it('leaves out what closes after the horizon of 26 weeks, to the day', () => {
    const { deals, leftOut } = readPipeline(
      [record('last', { closedate: '2027-05-24T12:00:00Z' }), record('after', { closedate: '2027-05-25T12:00:00Z' })],
      basis,
    );
    expect(deals.map(({ input }) => [input.id, input.deal.closesInDays])).toEqual([['last', 182]]);
    expect(leftOut.map(({ dealId, reason }) => [dealId, reason])).toEqual([['after', 'beyond_horizon']]);
  });

  it('counts an order that should have come as coming today', () => {
    expect(
      readPipeline(
        [record('1', { closedate: '2026-10-01T12:00:00Z' }), record('2', { closedate: null })],
        basis,
      ).deals.map(({ input }) => input.deal.closesInDays),
    ).toEqual([0, 0]);
  });
});

describe('pipelineEffect', () => {
  it('weighs margin and cash by the chance of a yes', () => {
    // 400 × 365 / (600 × 44); half of 400 and 300 over half of 600 × 44 and 600 × 14.
    expect(pipelineEffect([traded])).toEqual({
      marginBefore: 400,
      marginAfter: 350,
      returnBefore: expect.closeTo(5.530303, 6) as number,
      returnAfter: expect.closeTo(7.341954, 6) as number,
    });
  });

  it('has no rate where customers finance the pipeline, or where there is none', () => {
    expect(
      pipelineEffect([
        {
          ...asItIs,
          input: deal({
            amount: 1000,
            grossMargin: 0.4,
            leadTimeDays: 14,
            payments: [{ share: 1, anchor: 'order', days: 0 }],
          }),
        },
      ]).returnBefore,
    ).toBeNull();
    expect(pipelineEffect([])).toEqual({ marginBefore: 0, marginAfter: 0, returnBefore: null, returnAfter: null });
  });
});

describe('supplyCurve', () => {
  it('rises from the bank’s rate to at most what the backlog earns', () => {
    const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
    const plan = planBasis(policy);
    const points = supplyCurve([dealTrades({ ...simple, policy }, plan)], plan);
    expect(points[0]?.priceOfCash).toBeCloseTo(0.09, 12);
    expect(points).toHaveLength(41);
    for (const [index, { cash, priceOfCash }] of points.slice(1).entries()) {
      expect(cash).toBeGreaterThanOrEqual(points[index]?.cash ?? Infinity);
      expect(priceOfCash).toBeGreaterThanOrEqual(points[index]?.priceOfCash ?? Infinity);
    }
    // The backlog's 0.6 × 0.2/0.8 in 120 days, a year: 1.15^(365/120) − 1.
    expect(points.at(-1)?.priceOfCash).toBeLessThanOrEqual(0.529795);
  });

  it('adds up what each deal releases at its chance, for one backlog cycle', () => {
    const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
    const plan = planBasis(policy);
    const onDelivery = { payments: [{ share: 1, anchor: 'delivery' as const, days: 0 }], leadTimeDays: 14 };
    const agreed = { ...onDelivery, forecast: false, discount: 0.1 };
    const half = { ...simple.deal, agreed, closingProbability: 0.5 };
    const lost = { ...simple.deal, closingProbability: 0 };
    const deals = [half, lost, half].map((one) => dealTrades({ ...simple, deal: one, policy }, plan));
    const points = supplyCurve(deals, plan);
    // Twice half of 900 × 30 currency-days, over 120 days.
    expect(points.map(({ cash }) => cash)).toEqual(points.map(() => expect.closeTo(225, 9) as number));
  });
});

describe('dealTrades', () => {
  it('keeps a trade that neighbouring prices make alike once, and each that differs', () => {
    const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
    const plan = planBasis(policy);
    let kept = 0;
    let changed = 0;
    for (const { deal: one, customer } of mixedDeals(12)) {
      const { trades } = dealTrades({ id: 'one', deal: one, customer, policy }, plan);
      for (const [index, trade] of trades.slice(1).entries()) {
        const before = trades[index] ?? null;
        expect(trade === before).toBe(JSON.stringify(trade) === JSON.stringify(before));
        if (trade === before) kept += 1;
        else changed += 1;
      }
    }
    expect(kept).toBeGreaterThan(changed);
    expect(changed).toBeGreaterThan(0);
  });
});
