import { describe, expect, it } from 'vitest';
import {
  decodeDealFacts,
  encodeScore,
  readPolicy,
  resolveScoringInput,
  scoreChanges,
  scorePropertyNames,
} from '@deal-terms/core/crm';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { scoreDeal } from '@deal-terms/core/scoring';
import { emptyProfile } from './arbitrary-customer-profile.ts';

const account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const policy = readPolicy('{"version":3,"modelVersion":2,"model":{"backlog":{"unfundedCost":250000}},"app":{}}');
const promoRetailer = {
  ...emptyProfile,
  cashPosition: 'abundant',
  termsImportance: 'standard_clause',
  urgency: 'high',
  relationship: 'new',
  neededBy: '2026-12-21',
  paymentPlan: 'net 90',
  grossMargin: 0.45,
  leadTimeDays: 42,
} as const;

function encode(properties: object = {}, captured: object = promoRetailer, inForce = policy) {
  const facts = decodeDealFacts(
    {
      hs_object_id: '7',
      amount: '60000',
      closedate: '2026-11-30T12:00:00Z',
      ...properties,
    },
    account,
  );
  const resolved = resolveScoringInput({
    facts,
    captured: { ...emptyProfile, ...captured },
    policy: inForce,
    account,
    today: '2026-11-23',
  }) as ResolvedDeal;
  return encodeScore({
    result: scoreDeal(resolved.input),
    resolved,
    policyVersion: inForce.version,
    scoredAt: '2026-11-23T10:00:00.000Z',
  });
}

describe('encodeScore', () => {
  it('writes the first deal of the story as HubSpot takes it', () => {
    const { terms_score_inputs: fingerprint, ...rest } = encode();
    expect(rest).toEqual({
      terms_negotiability: '99.9969',
      terms_negotiability_band: 'high',
      terms_answers_known: '3',
      terms_verdict: 'trade',
      terms_best_package: 'on_delivery/21/none',
      terms_best_trade:
        'Ask for payment on delivery and offer delivery 21 days sooner. Start at a 1.5% premium, aim to close at a 2% discount, never above 6.5%.',
      terms_levers: 'shorter_terms;faster_delivery;discount',
      terms_recommended_discount: '0.02',
      terms_opening_discount: '-0.015',
      terms_limit_discount: '0.065',
      terms_seller_gain: '3197.49',
      terms_customer_gain: '3785.34',
      terms_break_even_rate: '0.252067',
      terms_gain_at_bank_rate: '-2376.78',
      terms_expected_gain: '4177.33',
      terms_expected_gain_home: '4177.33',
      terms_days_sooner: '111',
      terms_cash_days_released: '6526800',
      terms_evidence: '',
      terms_figures_assumed: '1',
      terms_assumed_figures: 'days_beyond_terms',
      terms_next_question: 'trial',
      terms_scored_at: '2026-11-23T10:00:00.000Z',
      terms_scored_amount: '60000',
      terms_policy_version: '3',
      terms_model_version: '2',
    });
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('clears what a deal without an offer does not have', () => {
    const written = encode(
      {},
      { ...promoRetailer, constraints: ['no_shorter_terms'], urgency: 'none', forecast: 'unwilling' },
    );
    expect(written).toMatchObject({
      terms_verdict: 'hold',
      terms_best_package: '',
      terms_best_trade: '',
      terms_levers: '',
      terms_recommended_discount: '',
      terms_seller_gain: '',
      terms_customer_gain: '',
      terms_break_even_rate: '',
      terms_gain_at_bank_rate: '',
      terms_days_sooner: '',
      terms_cash_days_released: '',
      terms_expected_gain: '0',
      terms_expected_gain_home: '0',
    });
  });

  it('names the next question of a deal with nothing known', () => {
    expect(['cashPosition', 'termsImportance', 'urgency', 'trial']).toContain(encode({}, {}).terms_next_question);
  });

  it('writes gains in the deal’s currency and once in the home currency', () => {
    const atHome = encode();
    const abroad = encode({ deal_currency_code: 'JPY', hs_exchange_rate: '0.005', amount: '12000000' });
    expect(abroad.terms_expected_gain_home).toBe(atHome.terms_expected_gain_home);
    expect([abroad.terms_expected_gain, abroad.terms_scored_amount, abroad.terms_best_package]).toEqual([
      '835466.55',
      '12000000',
      'on_delivery/21/none',
    ]);
  });

  it('fingerprints policy, rate and answers', () => {
    const base = encode().terms_score_inputs;
    const others = [
      encode({}, promoRetailer, { ...policy, version: 4 }),
      encode({ amount: '60001' }),
      encode({}, { ...promoRetailer, urgency: 'critical' }),
      encode({ closedate: '2026-12-01T12:00:00Z' }),
    ];
    expect(new Set([base, ...others.map((other) => other.terms_score_inputs)]).size).toBe(5);
    expect(
      encode({ dealname: 'Other', hs_object_id: '8' }, { ...promoRetailer, customerWhy: 'Because' }).terms_score_inputs,
    ).toBe(base);
  });
});

describe('scoreChanges', () => {
  const wanted = encode();

  it('names nothing for a record that holds it, however HubSpot spells it', () => {
    const stored = {
      ...wanted,
      terms_scored_amount: '60000.00',
      terms_levers: 'discount;shorter_terms;faster_delivery',
      terms_opening_discount: '-0.0150',
      terms_scored_at: '2020-01-01T00:00:00Z',
    };
    expect(scoreChanges(stored, wanted)).toEqual({});
  });

  it('names what differs and the instant', () => {
    expect(scoreChanges({ ...wanted, terms_verdict: 'explore', terms_levers: 'discount' }, wanted)).toEqual({
      terms_verdict: 'trade',
      terms_levers: 'shorter_terms;faster_delivery;discount',
      terms_scored_at: '2026-11-23T10:00:00.000Z',
    });
  });

  it('writes all that has a value to an empty record', () => {
    const changes = scoreChanges({}, wanted);
    expect(Object.keys(changes).sort()).toEqual(scorePropertyNames.filter((name) => wanted[name] !== '').sort());
  });
});
