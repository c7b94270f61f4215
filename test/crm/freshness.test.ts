import { describe, expect, it } from 'vitest';
import { freshnessOf } from '@deal-terms/core/crm';

const scored = {
  amount: '60000',
  terms_scored_at: '2026-11-23T10:00:00Z',
  terms_score_inputs: 'abc',
  terms_scored_amount: '60000',
  terms_policy_version: '3',
  terms_model_version: '1',
};
const freshness = (properties: object, fingerprint: string | null = 'abc', version = 3, modelVersion = 1) =>
  freshnessOf({
    properties: { ...scored, ...properties },
    fingerprint,
    policy: { scoresSince: version },
    modelVersion,
  });

describe('freshnessOf', () => {
  it('is current while the fingerprint holds', () => {
    expect(freshness({})).toEqual({ state: 'current', scoredAt: '2026-11-23T10:00:00Z' });
  });

  it.each([{ terms_scored_at: null }, { terms_score_inputs: '' }])('is unscored without %j', (properties) => {
    expect(freshness(properties)).toEqual({ state: 'unscored' });
  });

  it.each([
    ['the amount', freshness({ amount: '50000' }, 'x'), ['amount']],
    ['an amount taken away', freshness({ amount: '' }, null), ['amount']],
    ['the policy', freshness({}, 'x', 4), ['policy']],
    ['the model', freshness({}, 'x', 3, 2), ['model']],
    ['all three', freshness({ amount: '1' }, 'x', 4, 2), ['amount', 'policy', 'model']],
    ['anything else', freshness({}, 'x'), ['inputs']],
    ['nothing it can name, with the deal no longer scorable', freshness({}, null), ['inputs']],
    ['another spelling of the amount and something else', freshness({ amount: '60000.00' }, 'x'), ['inputs']],
  ])('is stale for %s', (_, result, changed) => {
    expect(result).toEqual({ state: 'stale', scoredAt: '2026-11-23T10:00:00Z', changed });
  });
});
