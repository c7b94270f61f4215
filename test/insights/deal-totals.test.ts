import { describe, expect, it } from 'vitest';
import { decodeDeal } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';
import { assumedMargins, dealTotals, outdatedScores } from '@deal-terms/core/insights';

const scored = (record: PropertyValues) =>
  decodeDeal({ terms_scored_at: '2026-11-01T10:00:00Z', ...record }, { timeZone: 'Europe/Berlin' });

describe('dealTotals', () => {
  it('counts bands and adds up money in home currency', () => {
    const records = [
      { terms_negotiability_band: 'high', terms_expected_gain_home: '100.25', terms_cash_days_released: '9000' },
      {
        terms_negotiability_band: 'low',
        terms_expected_gain_home: '10',
        terms_cash_days_released: '1000',
        deal_currency_code: 'usd',
        hs_exchange_rate: '0.5',
        hs_deal_stage_probability: '0.2',
      },
      {
        terms_negotiability_band: 'medium',
        terms_expected_gain_home: '0',
        terms_cash_days_released: '700',
        deal_currency_code: 'JPY',
        hs_exchange_rate: null,
      },
      { terms_scored_at: null },
    ];
    expect(dealTotals(records.map(scored), { homeCurrency: 'EUR' })).toEqual({
      deals: 4,
      byBand: { high: 1, medium: 1, low: 1, unscored: 1 },
      expectedGain: 110.25,
      // 100.25, its stage has no chance of its own, and a fifth of 10.
      weightedGain: 102.25,
      cashDaysReleased: 9_500,
    });
  });
});

describe('outdatedScores', () => {
  it('counts scores of another policy or model, and no deal without a score', () => {
    const records = [
      { terms_policy_version: '3', terms_model_version: '2' },
      { terms_policy_version: '2', terms_model_version: '2' },
      { terms_policy_version: '3', terms_model_version: '1' },
      { terms_scored_at: null },
    ];
    expect(outdatedScores(records.map(scored), { policyVersion: 3, modelVersion: 2 })).toBe(2);
  });
});

describe('assumedMargins', () => {
  it('counts margins that are assumed among the scores that say what they rest on', () => {
    const records = [
      { terms_figures_assumed: '2', terms_assumed_figures: 'gross_margin;lead_time' },
      { terms_figures_assumed: '1', terms_assumed_figures: 'lead_time' },
      { terms_figures_assumed: '0' },
      { terms_assumed_figures: 'gross_margin' },
      { terms_scored_at: null, terms_figures_assumed: '5' },
    ];
    expect(assumedMargins(records.map(scored))).toEqual({ assumed: 1, scored: 3 });
  });
});
