import { describe, expect, it } from 'vitest';
import { decodeDeal, readPolicy, tradeOf } from '@deal-terms/core/crm';
import { tradeInWords } from '@deal-terms/core/words';
import { emptyProfile } from './arbitrary-customer-profile.ts';

const berlin = { timeZone: 'Europe/Berlin' };
const policy = readPolicy(null);
const reader = { locale: 'en' };

const scored = {
  terms_scored_at: '2026-11-30T23:30:00.000Z',
  terms_negotiability: '87.5',
  terms_negotiability_band: 'high',
  terms_answers_known: '2',
  terms_verdict: 'trade',
  terms_best_package: 'on_delivery/21/none',
  terms_best_trade: 'Ask for payment on delivery.',
  terms_levers: 'discount;shorter_terms;bad',
  terms_recommended_discount: '0.02',
  terms_opening_discount: '-0.015',
  terms_limit_discount: '0.065',
  terms_seller_gain: '3197.49',
  terms_customer_gain: '2100',
  terms_break_even_rate: '0.252',
  terms_gain_at_bank_rate: '-2376.78',
  terms_expected_gain: '3000',
  terms_expected_gain_home: '2700',
  terms_days_sooner: '90',
  terms_cash_days_released: '5292000',
  terms_next_question: 'urgency',
  terms_scored_amount: '60000',
  terms_policy_version: '3',
  terms_model_version: '1',
  terms_score_inputs: 'abc',
  terms_figures_assumed: '2',
  terms_assumed_figures: 'relationship;gross_margin;luck',
};

describe('decodeDeal', () => {
  it('reads a deal nobody has touched as one without anything', () => {
    expect(decodeDeal({ hs_object_id: '17' }, berlin)).toMatchObject({
      id: '17',
      name: 'Deal 17',
      facts: { amount: null, closesOn: null, isClosed: false, isWon: false, stageProbability: null, ownerId: null },
      customer: emptyProfile,
      score: null,
      offer: { status: 'none', packageId: null, log: null, offeredOn: null },
      expedite: { status: 'none', date: null, daysSaved: null, cost: null },
    });
  });

  it('makes days of instants in the account’s time zone', () => {
    const deal = {
      closedate: '2026-11-30T23:30:00Z',
      createdate: '1796040000000',
      hs_lastmodifieddate: '2026-06-30T21:59:59Z',
      terms_offered_at: '2026-11-30T23:30:00Z',
      terms_scored_at: '2026-11-30T23:30:00Z',
    };
    const { facts, offer, score } = decodeDeal(deal, berlin);
    expect([facts.closesOn, facts.createdOn, facts.changedOn, offer.offeredOn, score?.scoredOn]).toEqual([
      '2026-12-01',
      '2026-11-30',
      '2026-06-30',
      '2026-12-01',
      '2026-12-01',
    ]);
    expect(decodeDeal(deal, { timeZone: 'America/New_York' }).facts.closesOn).toBe('2026-11-30');
  });

  it('reads what HubSpot knows of the deal', () => {
    const properties = {
      dealname: ' Mugs ',
      amount: '60000',
      amount_in_home_currency: '54000',
      deal_currency_code: 'usd',
      hs_exchange_rate: '0.9',
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      pipeline: 'default',
      dealstage: 'contractsent',
      hs_deal_stage_probability: '0.9',
      hs_primary_associated_company: '5',
      hubspot_owner_id: '8',
    };
    const { name, facts } = decodeDeal(properties, berlin);
    expect([name, facts]).toMatchObject([
      'Mugs',
      {
        amount: 60_000,
        amountHome: 54_000,
        currency: 'USD',
        exchangeRate: 0.9,
        isClosed: true,
        isWon: true,
        pipelineId: 'default',
        stageId: 'contractsent',
        stageProbability: 0.9,
        companyId: '5',
        ownerId: '8',
      },
    ]);
  });

  it.each(['1.5', '-0.1', 'likely', ''])('knows no probability of %s', (value) => {
    expect(decodeDeal({ hs_deal_stage_probability: value }, berlin).facts.stageProbability).toBe(null);
  });

  it('reads a stored score whole, and figures people broke as missing', () => {
    expect(decodeDeal(scored, berlin).score).toEqual({
      negotiability: 87.5,
      band: 'high',
      answersKnown: 2,
      verdict: 'trade',
      packageId: 'on_delivery/21/none',
      bestTrade: 'Ask for payment on delivery.',
      levers: ['shorter_terms', 'discount'],
      discount: 0.02,
      openingDiscount: -0.015,
      limitDiscount: 0.065,
      sellerGain: 3197.49,
      customerGain: 2100,
      breakEvenRate: 0.252,
      gainAtBankRate: -2376.78,
      expectedGain: 3000,
      expectedGainHome: 2700,
      daysSooner: 90,
      cashDaysReleased: 5_292_000,
      nextQuestion: 'urgency',
      scoredAtMs: 1_796_081_400_000,
      scoredOn: '2026-12-01',
      scoredAmount: 60_000,
      policyVersion: 3,
      modelVersion: 1,
      fingerprint: 'abc',
      figuresAssumed: 2,
      assumedFigures: ['grossMargin', 'relationship'],
    });
    expect(
      decodeDeal(
        { ...scored, terms_negotiability: 'much', terms_verdict: 'sell', terms_negotiability_band: '' },
        berlin,
      ).score,
    ).toMatchObject({ negotiability: null, verdict: null, band: null });
  });

  it('reads the copies of offer and expedited shipment', () => {
    const { offer, expedite } = decodeDeal(
      {
        terms_offer_status: 'wanted_more',
        terms_offered_package: 'on_delivery/0/none',
        terms_offered_discount: '0.02',
        terms_offered_acceptance: '0.81',
        terms_offered_gain_home: '900',
        terms_answer: 'wanted_more',
        terms_answered_on: '2026-11-20',
        terms_agreed_package: '',
        terms_concessions: 'not_earned',
        terms_concessions_lost_home: '120',
        terms_offer_log: '[]',
        terms_expedite_status: 'held',
        terms_expedite_date: '2026-12-22',
        terms_expedite_days_saved: '20',
        terms_expedite_cost: '900',
      },
      berlin,
    );
    expect(offer).toMatchObject({
      status: 'wanted_more',
      packageId: 'on_delivery/0/none',
      discount: 0.02,
      acceptance: 0.81,
      gainHome: 900,
      answer: 'wanted_more',
      answeredOn: '2026-11-20',
      agreedPackageId: null,
      concessions: 'not_earned',
      concessionsLostHome: 120,
      log: '[]',
    });
    expect(expedite).toEqual({ status: 'held', date: '2026-12-22', daysSaved: 20, cost: 900 });
  });
});

describe('tradeOf', () => {
  const trade = (properties: object) => tradeOf(decodeDeal({ ...scored, ...properties }, berlin), policy);

  it('names what we ask, what we give, and where to open, close and stop', () => {
    expect(trade({})).toEqual({
      packageId: 'on_delivery/21/none',
      payments: [{ share: 1, anchor: 'delivery', days: 0 }],
      keepsTerms: false,
      isLonger: false,
      daysSaved: 21,
      forecast: false,
      openingDiscount: -0.015,
      discount: 0.02,
      limitDiscount: 0.065,
    });
  });

  it.each([
    [{}, 'Ask for payment on delivery and offer delivery 21 days sooner.'],
    [
      { terms_best_package: 'as_today/7/none', terms_payment_plan: 'net 90' },
      'Offer delivery 7 days sooner, payment terms as they are.',
    ],
    [{ terms_best_package: 'as_today/0/forecast' }, 'Ask for quarterly forecasts.'],
    [
      { terms_best_package: 'net 45/0/forecast', terms_levers: 'longer_terms' },
      'Ask for quarterly forecasts and offer payment 45 days after delivery.',
    ],
    [{ terms_best_package: 'gone/21/none' }, 'Ask for other payment terms and offer delivery 21 days sooner.'],
  ])('is put into words: %j', (properties, sentence) => {
    const found = trade(properties);
    expect(found === null ? null : tradeInWords(found, reader)).toBe(sentence);
  });

  it.each([{ terms_best_package: '' }, { terms_best_package: 'nonsense' }, { terms_scored_at: '' }])(
    'is none for %j',
    (properties) => {
      expect(trade(properties)).toBe(null);
    },
  );
});
