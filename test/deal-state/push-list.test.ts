import { describe, expect, it } from 'vitest';
import { decodeDeal } from '@deal-terms/core/crm';
import { pushList } from '@deal-terms/core/deal-state';

const account = { timeZone: 'Europe/Berlin' };

/** A scored deal with answers, worth 1,000 in a stage that closes half the time, unless said otherwise. */
const deal = (id: string, properties: Record<string, string> = {}) =>
  decodeDeal(
    {
      hs_object_id: id,
      amount: '60000',
      deal_currency_code: 'EUR',
      hs_is_closed: 'false',
      hs_deal_stage_probability: '0.5',
      terms_cash_position: 'abundant',
      terms_verdict: 'trade',
      terms_best_package: 'on_delivery/0/none',
      terms_expected_gain_home: '1000',
      terms_scored_at: '2026-11-23T10:00:00Z',
      ...properties,
    },
    account,
  );

describe('pushList', () => {
  it('weighs what a deal gains by its chance of closing', () => {
    const list = pushList(
      [
        deal('small and sure', { terms_expected_gain_home: '700', hs_deal_stage_probability: '0.9' }),
        deal('large and early', { terms_expected_gain_home: '5000', hs_deal_stage_probability: '0.1' }),
        deal('middling'),
      ],
      'EUR',
      2,
    );
    // 700 × 0.9 = 630, 5,000 × 0.1 = 500 and 1,000 × 0.5 = 500: the first of equals stays first.
    expect(list.map(({ deal: { id }, worth }) => [id, worth])).toEqual([
      ['small and sure', 630],
      ['large and early', 500],
    ]);
  });

  it.each([
    ['offered', { terms_offer_status: 'offered' }],
    ['awaiting approval', { terms_offer_status: 'awaiting_approval' }],
    ['agreed', { terms_offer_status: 'agreed' }],
    ['lost', { hs_is_closed: 'true' }],
    ['without an amount', { amount: '' }],
    ['waiting for operations', { terms_expedite_status: 'requested', terms_best_package: 'on_delivery/21/none' }],
    ['worth nothing', { terms_expected_gain_home: '0' }],
  ])('leaves out a deal %s: it is not our move', (_, properties) => {
    expect(pushList([deal('1', properties)], 'EUR', 5)).toEqual([]);
  });

  it.each([
    ['wanted more', { terms_offer_status: 'wanted_more' }],
    ['refused', { terms_offer_status: 'refused' }],
    ['was approved', { terms_offer_status: 'approved' }],
  ])('keeps a deal whose offer %s', (_, properties) => {
    expect(pushList([deal('1', properties)], 'EUR', 5)).toHaveLength(1);
  });
});
