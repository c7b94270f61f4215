import { describe, expect, it } from 'vitest';
import { bargainAt, costOfCash, packageTerms, parseScoringInput, sellerGainAt } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';

/** 60,000 at 45 %, 42 days from order to delivery, net 30; the customer would forecast. */
function deal(policy: object = {}): ResolvedInput {
  const parsed = parseScoringInput({
    id: 'deal',
    deal: {
      amount: 60_000,
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 30 }],
    },
    customer: { forecast: 'willing' },
    policy,
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.input;
}

describe('packageTerms', () => {
  it('says what a package means beside today’s deal', () => {
    const { cashDaysReleased, leversAt, ...terms } = packageTerms(deal(), 'on_delivery/21/none');
    expect(terms).toEqual({
      paymentOption: 'on_delivery',
      payments: [{ share: 1, anchor: 'delivery', days: 0 }],
      keepsTerms: false,
      daysSaved: 21,
      leadTimeDays: 21,
      forecast: false,
      // Paid on day 21 instead of day 72.
      daysSooner: 51,
      // 250, and 0.2 % of 60,000 a day.
      expediteCost: 2770,
      forecastSaving: 0,
    });
    // 60,000 × 0.98 × 51.
    expect(cashDaysReleased(0.02)).toBeCloseTo(2_998_800, 6);
    expect(leversAt(0.02)).toEqual(['shorter_terms', 'faster_delivery', 'discount']);
    expect(leversAt(-0.01)).toEqual(['shorter_terms', 'faster_delivery', 'premium']);
  });

  it('knows terms that stay, and terms that get longer', () => {
    const kept = packageTerms(deal(), 'as_today/0/forecast');
    // 3 % of the direct cost of 33,000.
    expect(kept).toMatchObject({ keepsTerms: true, daysSooner: 0, expediteCost: 0, forecastSaving: 990 });
    expect(kept.leversAt(0)).toEqual(['forecast']);
    const longer = packageTerms(deal({ allowLongerTerms: true }), 'net_60/0/none');
    expect(longer).toMatchObject({ keepsTerms: false, daysSooner: -30 });
    expect(longer.leversAt(0)).toEqual(['longer_terms']);
  });

  it('throws for a package the deal does not have', () => {
    expect(() => packageTerms(deal(), 'net_60/0/none')).toThrow(
      new RangeError('expected the id of a package of deal deal, got net_60/0/none'),
    );
  });
});

describe('what a package gains us at any discount', () => {
  // Paid on day 42 for certain instead of on day 72 with a hazard of 1.5 % a year over 30 days: 60,000 × (1.09^(−42/365) − 1.09^(−72/365) × 1.015^(−30/365)).
  const gain = 491.4472166;
  const onDayOfDelivery = 59_407.960027;

  it('is worked out at our cost of cash', () => {
    expect(costOfCash(deal())).toBe(0.09);
    expect(costOfCash(deal({ priceOfCash: 0.2 }))).toBe(0.2);
    expect(sellerGainAt(deal(), 'on_delivery/0/none', 0)).toBeCloseTo(gain, 4);
    expect(sellerGainAt(deal(), 'on_delivery/0/none', 0.01)).toBeCloseTo(gain - 0.01 * onDayOfDelivery, 3);
    expect(bargainAt(deal(), 'on_delivery/0/none', 0)).toMatchObject({
      sellerGain: expect.closeTo(gain, 4) as number,
      valueToday: expect.closeTo(onDayOfDelivery - gain, 3) as number,
    });
  });

  it('is nothing known for a package the deal does not have', () => {
    expect(sellerGainAt(deal(), 'net_60/0/none', 0)).toBeNull();
    expect(bargainAt(deal(), 'net_60/0/none', 0)).toBeNull();
  });
});
