import { describe, expect, it } from 'vitest';
import { decodeDealFacts, readPolicy, resolveScoringInput } from '@deal-terms/core/crm';
import type { PolicyInForce } from '@deal-terms/core/crm';
import { emptyProfile } from './arbitrary-customer-profile.ts';

const account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const policy = readPolicy(
  JSON.stringify({
    version: 3,
    modelVersion: 2,
    model: { backlog: { unfundedCost: 250_000 } },
    app: { defaultPaymentPlan: 'net 90' },
  }),
);
const deal = { hs_object_id: '77', amount: '60000', closedate: '2026-11-30T12:00:00Z' };

function resolve({
  properties = {},
  captured = {},
  today = '2026-11-23',
  inForce = policy,
}: { properties?: object; captured?: object; today?: string; inForce?: PolicyInForce } = {}) {
  return resolveScoringInput({
    facts: decodeDealFacts({ ...deal, ...properties }, account),
    captured: { ...emptyProfile, ...captured },
    policy: inForce,
    account,
    today,
  });
}

function resolved(options: Parameters<typeof resolve>[0] = {}) {
  const answer = resolve(options);
  if (!answer.ok) throw new Error(`expected an input, got ${answer.code}`);
  return answer;
}

describe('resolveScoringInput', () => {
  it('fills what the deal lacks from the policy and says so', () => {
    const { input, assumptions, currency, exchangeRate } = resolved();
    expect(input.deal).toEqual({
      amount: 60_000,
      currency: 'EUR',
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    });
    expect(assumptions).toEqual([
      { field: 'paymentPlan', value: 'net 90', from: 'policy' },
      { field: 'leadTimeDays', value: 42, from: 'policy' },
      { field: 'grossMargin', value: 0.45, from: 'policy' },
    ]);
    expect([input.id, currency, exchangeRate, input.policy.backlog.unfundedCost]).toEqual(['77', 'EUR', 1, 250_000]);
  });

  it('assumes nothing that was captured, a lead time of zero included', () => {
    const { input, assumptions } = resolved({
      captured: { paymentPlan: 'on delivery', leadTimeDays: 0, grossMargin: 0.3 },
    });
    expect([input.deal.leadTimeDays, input.deal.grossMargin, input.deal.payments, assumptions]).toEqual([
      0,
      0.3,
      [{ share: 1, anchor: 'delivery', days: 0 }],
      [],
    ]);
  });

  it('takes figures the customer stated, and says nothing of them where there are none', () => {
    expect(resolved({ captured: { statedCostOfCash: 0.08 } }).input.customer?.stated).toEqual({
      costOfCash: 0.08,
      lossPerDay: null,
    });
    expect(resolved({ captured: { statedLossPerDay: 0 } }).input.customer?.stated).toEqual({
      costOfCash: null,
      lossPerDay: 0,
    });
    expect(resolved().input.customer).not.toHaveProperty('stated');
  });

  it('takes what HubSpot knows for what nobody typed, and says where each figure comes from', () => {
    const found = (value: unknown, source: string) => ({ value, source, count: 6, date: '2026-11-20' });
    const evidence = {
      grossMargin: found(0.38, 'line_items'),
      paymentPlan: found('net 60', 'quote'),
      daysBeyondTerms: found(12, 'invoices'),
      relationship: found('established', 'deals'),
      thin: [],
      missing: [],
    };
    const properties = { terms_evidence: JSON.stringify(evidence) };
    const { input, assumptions, figures, evidence: kept } = resolved({ properties, captured: { grossMargin: 0.3 } });
    expect(input.deal).toMatchObject({ grossMargin: 0.3, leadTimeDays: 42, payments: [{ days: 60 }] });
    expect(input.customer).toMatchObject({ daysBeyondTerms: 12, relationship: 'established' });
    expect(assumptions).toEqual([{ field: 'leadTimeDays', value: 42, from: 'policy' }]);
    expect(figures).toEqual([
      { name: 'grossMargin', value: 0.3, from: 'typed', finding: evidence.grossMargin },
      { name: 'paymentPlan', value: 'net 60', from: 'found', finding: evidence.paymentPlan },
      { name: 'leadTimeDays', value: null, from: 'assumed', finding: null },
      { name: 'daysBeyondTerms', value: 12, from: 'found', finding: evidence.daysBeyondTerms },
      { name: 'relationship', value: 'established', from: 'found', finding: evidence.relationship },
    ]);
    expect(kept).toEqual(evidence);
  });

  it.each([
    ['terms nobody can read', { paymentPlan: { value: 'as usual', source: 'quote', count: 1, date: null } }],
    ['a margin beyond all', { grossMargin: { value: 1.2, source: 'line_items', count: 1, date: null } }],
    ['no JSON', 'see invoice'],
  ])('finds nothing in evidence somebody edited to hold %s', (_, text) => {
    const terms_evidence = typeof text === 'string' ? text : JSON.stringify({ ...text, thin: [], missing: [] });
    expect(resolved({ properties: { terms_evidence } }).figures.every(({ from }) => from === 'assumed')).toBe(true);
  });

  it('counts terms at the end of a month from the delivery: as many days after the close date as the lead time has', () => {
    const captured = { paymentPlan: '30 days end of month', leadTimeDays: 42 };
    const days = (closedate: string | null) =>
      resolved({ captured, properties: { closedate } }).input.deal.payments.map((payment) => payment.days);
    expect(days('2026-12-01T12:00:00Z')).toEqual([47]);
    expect(days(null)).toEqual([45]);
  });

  it('passes the answers on, unanswered ones as unknown', () => {
    const captured = {
      cashPosition: 'abundant',
      termsImportance: 'standard_clause',
      urgency: 'high',
      relationship: 'new',
      forecast: 'willing',
      constraints: ['no_prepayment'],
      daysBeyondTerms: 5,
    };
    expect(resolved({ captured }).input.customer).toEqual({ ...captured, neededInDays: null });
    expect(resolved().input.customer).toMatchObject({ cashPosition: null, urgency: null, neededInDays: null });
  });

  it.each([
    ['from the close date while it is ahead', '2026-11-23', '2026-11-30T12:00:00Z', '2026-12-21', 21],
    ['from today once the close date is past', '2026-12-02', '2026-11-30T12:00:00Z', '2026-12-21', 19],
    ['from today when there is no close date', '2026-11-23', '', '2026-12-21', 28],
    ['into the past', '2026-11-23', '2026-11-30T12:00:00Z', '2026-11-25', -5],
    ['across the end of summer time', '2026-10-20', '2026-10-23T22:00:00Z', '2026-10-26', 2],
    ['from the close date as the account’s calendar has it', '2026-11-23', '2026-11-30T23:30:00Z', '2026-12-21', 20],
    ['from a close date in epoch milliseconds', '2026-11-23', '1796040000000', '2026-12-21', 21],
  ])('counts days %s', (_, today, closedate, neededBy, days) => {
    expect(resolved({ today, properties: { closedate }, captured: { neededBy } }).input.customer?.neededInDays).toBe(
      days,
    );
  });

  it('brings the policy’s money into the deal’s currency', () => {
    const { input, currency, exchangeRate } = resolved({
      properties: { deal_currency_code: 'USD', hs_exchange_rate: '0.8' },
    });
    expect([
      currency,
      exchangeRate,
      input.policy.backlog.unfundedCost,
      input.policy.expedite.fixedCost,
      input.policy.expedite.costPerDay,
    ]).toEqual(['USD', 0.8, 312_500, 312.5, 0.002]);
  });

  it('needs no rate at home and ignores one that is there', () => {
    const { exchangeRate, input } = resolved({ properties: { deal_currency_code: 'EUR', hs_exchange_rate: '7' } });
    expect([exchangeRate, input.policy.expedite.fixedCost]).toEqual([1, 250]);
  });

  it.each([
    [{ amount: '' }, {}, 'missing_amount'],
    [{ amount: '0' }, {}, 'missing_amount'],
    [{ amount: '-5' }, {}, 'missing_amount'],
    [{ amount: 'a lot' }, {}, 'missing_amount'],
    [{ deal_currency_code: 'USD' }, {}, 'no_exchange_rate'],
    [{ deal_currency_code: 'USD', hs_exchange_rate: '0' }, {}, 'no_exchange_rate'],
    [{}, { grossMargin: 45 }, 'invalid_field'],
  ])('answers %j %j with %s', (properties, captured, code) => {
    expect(resolve({ properties, captured })).toMatchObject({ ok: false, code });
  });

  it.each(['approved', 'held', 'countered', 'shipped'])(
    'takes the days and the cost operations named: %s',
    (status) => {
      const { input } = resolved({
        properties: {
          deal_currency_code: 'USD',
          hs_exchange_rate: '0.8',
          terms_expedite_status: status,
          terms_expedite_days_saved: '10',
          terms_expedite_cost: '900',
        },
      });
      expect(input.policy.expedite).toEqual({ fixedCost: 900, costPerDay: 0, minLeadTimeDays: 14, daysSaved: [10] });
    },
  );

  it.each(['declined', 'expired'])('no longer offers the days operations refused: %s', (status) => {
    const { input } = resolved({
      properties: { terms_expedite_status: status, terms_expedite_days_saved: '14', terms_expedite_cost: '900' },
    });
    expect(input.policy.expedite).toEqual({
      fixedCost: 250,
      costPerDay: 0.002,
      minLeadTimeDays: 14,
      daysSaved: [7, 21],
    });
  });

  it.each([
    { terms_expedite_status: 'none', terms_expedite_days_saved: '10', terms_expedite_cost: '900' },
    { terms_expedite_status: 'requested', terms_expedite_days_saved: '10', terms_expedite_cost: '900' },
    { terms_expedite_status: 'approved', terms_expedite_days_saved: '', terms_expedite_cost: '900' },
    { terms_expedite_status: 'approved', terms_expedite_days_saved: '0', terms_expedite_cost: '900' },
    { terms_expedite_status: 'approved', terms_expedite_days_saved: '10', terms_expedite_cost: '' },
    { terms_expedite_status: 'who knows', terms_expedite_days_saved: '10', terms_expedite_cost: '900' },
  ])('keeps the policy’s estimate for %j', (properties) => {
    expect(resolved({ properties }).input.policy.expedite).toEqual({
      fixedCost: 250,
      costPerDay: 0.002,
      minLeadTimeDays: 14,
      daysSaved: [7, 14, 21],
    });
  });

  it('leaves the policy it was given alone', () => {
    const frozen = Object.freeze({
      ...policy,
      model: Object.freeze({
        ...policy.model,
        expedite: Object.freeze({ ...policy.model.expedite, daysSaved: Object.freeze([7, 14, 21]) as number[] }),
      }),
    });
    resolved({ inForce: frozen, properties: { terms_expedite_status: 'declined', terms_expedite_days_saved: '14' } });
    expect(frozen.model.expedite.daysSaved).toEqual([7, 14, 21]);
  });
});
