import { describe, expect, it } from 'vitest';
import { readPolicy } from '@deal-terms/core/crm';
import { insightDeal, pipelineInsights } from '@deal-terms/core/insights';
import type { InsightDeal } from '@deal-terms/core/insights';

const basis = {
  account: { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
  policy: readPolicy(null),
  today: '2026-11-23',
};
const record = {
  hs_object_id: '5',
  dealname: 'Christmas range',
  amount: '60000',
  amount_in_home_currency: '60000',
  hs_exchange_rate: '1',
  closedate: '2026-12-01T00:00:00Z',
  hubspot_owner_id: '11',
  hs_primary_associated_company: '21',
  terms_payment_plan: 'net 90',
  terms_cash_position: 'abundant',
  terms_importance: 'standard_clause',
  terms_customer_why: 'Opens in three weeks.',
  terms_scored_at: '2026-11-20T10:00:00Z',
  terms_verdict: 'trade',
  terms_best_package: 'on_delivery/21/none',
  terms_best_trade: 'Ask for payment on delivery.',
  terms_expected_gain_home: '3197.41',
};

/** The log of an offer the customer answered. */
const answered = (answer: string) =>
  JSON.stringify([
    {
      action: 'offer',
      revision: 1,
      terms: { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 },
      appraisal: {
        acceptance: 0.8,
        deal: { payments: [{ share: 1, anchor: 'delivery', days: 90 }], leadTimeDays: 30 },
      },
    },
    { action: 'answer', revision: 2, answer },
  ]);

describe('insightDeal', () => {
  it('reads what is stored and works out what asking is worth', () => {
    const deal = insightDeal(record, basis);
    expect(deal).toMatchObject({
      dealId: '5',
      dealName: 'Christmas range',
      companyId: '21',
      ownerId: '11',
      value: 60_000,
      answers: { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: null },
      why: 'Opens in three weeks.',
      verdict: 'trade',
      bestTrade: 'Ask for payment on delivery.',
      expectedGain: 3197.41,
      question: { field: 'urgency' },
    });
    expect(deal.question?.worth).toBeGreaterThan(0);
  });

  it('says worth in home currency', () => {
    const home = insightDeal(record, basis).question?.worth ?? 0;
    // Small enough for the policy's own money to play no part.
    const foreign =
      insightDeal({ ...record, amount: '120000', deal_currency_code: 'USD', hs_exchange_rate: '0.5' }, basis).question
        ?.worth ?? 0;
    expect(foreign).toBeCloseTo(home, 6);
  });

  it('asks nothing where all is known, nothing can be scored, or all is agreed', () => {
    expect(insightDeal({ ...record, terms_offer_log: answered('wanted_more') }, basis)).toMatchObject({
      isAgreed: false,
      question: { field: 'urgency' },
    });
    expect(insightDeal({ ...record, terms_offer_log: answered('accepted') }, basis)).toMatchObject({
      isAgreed: true,
      question: null,
    });
    expect(insightDeal({ ...record, terms_urgency: 'high' }, basis).question).toBeNull();
    expect(
      insightDeal(
        {
          ...record,
          amount: null,
          amount_in_home_currency: null,
          terms_best_package: null,
          terms_best_trade: 'Ask first.',
        },
        basis,
      ),
    ).toMatchObject({ question: null, value: 0, bestTrade: null });
  });
});

const deal = (change: Partial<InsightDeal>): InsightDeal => ({
  dealId: '1',
  dealName: 'Deal',
  companyId: '',
  ownerId: '11',
  value: 100,
  answers: { cashPosition: null, termsImportance: null, urgency: null },
  why: null,
  verdict: null,
  bestTrade: null,
  expectedGain: 0,
  closingChance: null,
  isAgreed: false,
  question: null,
  ...change,
});

describe('pipelineInsights', () => {
  it('adds up answers, what asking is worth, and lists words and trades by gain', () => {
    const insights = pipelineInsights([
      deal({
        dealId: '1',
        why: 'small',
        bestTrade: 'A',
        expectedGain: 5,
        closingChance: 0.5,
        answers: { cashPosition: 'tight', termsImportance: 'policy', urgency: 'none' },
      }),
      deal({
        dealId: '2',
        value: 300,
        why: 'large',
        bestTrade: 'B',
        expectedGain: 50,
        answers: { cashPosition: 'tight', termsImportance: null, urgency: null },
        question: { field: 'urgency', worth: 7 },
      }),
      deal({ dealId: '3', ownerId: '12', question: { field: 'urgency', worth: 20 } }),
      deal({ dealId: '4', question: { field: 'cashPosition', worth: 1 } }),
      // Worth more than any, and no longer to be negotiated.
      deal({ dealId: '5', value: 0, bestTrade: 'C', expectedGain: 500, isAgreed: true }),
    ]);
    expect(insights).toMatchObject({
      deals: 5,
      value: 600,
      gain: { expected: 555, weighted: 552.5 },
      asking: { deals: 3, worth: 28 },
    });
    expect(insights.whys.map(({ dealId }) => dealId)).toEqual(['2', '1']);
    expect(insights.trades.map(({ dealId }) => dealId)).toEqual(['2', '1']);
    expect(insights.answers.cashPosition).toEqual([
      { answer: 'strained', deals: 0, value: 0 },
      { answer: 'tight', deals: 2, value: 400 },
      { answer: 'balanced', deals: 0, value: 0 },
      { answer: 'positive', deals: 0, value: 0 },
      { answer: 'abundant', deals: 0, value: 0 },
      { answer: null, deals: 3, value: 200 },
    ]);
    expect(insights.byQuestion).toEqual([
      { field: 'cashPosition', missing: 3, deals: 1, worth: 1 },
      { field: 'termsImportance', missing: 4, deals: 0, worth: 0 },
      { field: 'urgency', missing: 4, deals: 2, worth: 27 },
    ]);
    expect(insights.byOwner).toEqual([
      { ownerId: '12', deals: 1, worth: 20 },
      { ownerId: '11', deals: 2, worth: 8 },
    ]);
  });
});
