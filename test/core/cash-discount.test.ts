import { describe, expect, it } from 'vitest';
import { cashDiscountRate, cashRatesOf, yearlyRateOfDiscount } from '@deal-terms/core/scoring';
import { defaultPolicy } from '@deal-terms/core/policy';

describe('cashDiscountRate', () => {
  it('finds the rate hidden in 2/10 net 30', () => {
    // 0.02/0.98 for twenty days: 18 times in a year of 360 days, 18.25 times in one of 365.
    expect(cashDiscountRate('2/10 net 30')).toEqual({
      ok: true,
      rate: {
        discount: 0.02,
        daysEarlier: 20,
        simple360: expect.closeTo(0.3673469, 7) as number,
        simple365: expect.closeTo(0.372449, 7) as number,
        effective360: expect.closeTo(0.4385688, 7) as number,
        effective365: expect.closeTo(0.4458529, 7) as number,
      },
    });
    expect(yearlyRateOfDiscount(0.02, 20)).toBeCloseTo(0.4458529, 7);
  });

  it.each([
    ['  2/10 net 30  ', 0.02, 20],
    ['2%/10 net 30', 0.02, 20],
    ['2 % / 10, net 30', 0.02, 20],
    ['2 % 10 net 30', 0.02, 20],
    ['2%10net30', 0.02, 20],
    ['2/10 n/30', 0.02, 20],
    ['2/10 N-30', 0.02, 20],
    ['2/10 days, net 30 days', 0.02, 20],
    ['2/1 day net 2 day', 0.02, 1],
    ['1.5/8 net 30', 0.015, 22],
    ['1,25 / 8 net 30', 0.0125, 22],
    ['.5/10 NET 30', 0.005, 20],
    [',75/10 net 30', 0.0075, 20],
    ['12/10 net 130', 0.12, 120],
  ])('reads %s', (notation, discount, daysEarlier) => {
    expect(cashDiscountRate(notation)).toMatchObject({ ok: true, rate: { discount, daysEarlier } });
  });

  it.each([
    ['2 10 net 30', 'expected a cash discount such as 2/10 net 30, got "2 10 net 30"'],
    ['about 2/10 net 30', 'expected a cash discount such as 2/10 net 30, got "about 2/10 net 30"'],
    ['2/10 net 30 or so', 'expected a cash discount such as 2/10 net 30, got "2/10 net 30 or so"'],
    ['2/10', 'expected a cash discount such as 2/10 net 30, got "2/10"'],
    ['2./10 net 30', 'expected a cash discount such as 2/10 net 30, got "2./10 net 30"'],
    ['0/10 net 30', 'expected a discount above 0 and below 100 percent, got "0"'],
    ['100/10 net 30', 'expected a discount above 0 and below 100 percent, got "100"'],
    [' 2/30 net 30 ', 'expected net days after the discount days, got "2/30 net 30"'],
    ['2/30 net 10', 'expected net days after the discount days, got "2/30 net 10"'],
    [' 99.99/1 net 2 ', 'expected a discount whose yearly rate can be written as a number, got "99.99/1 net 2"'],
  ])('says what is wrong with %s', (notation, message) => {
    expect(cashDiscountRate(notation)).toEqual({ ok: false, message });
  });
});

describe('cashRatesOf', () => {
  const backlog = { unfundedCost: 1, contributionMargin: 0.2, cycleDays: 120, certainty: 0.6 };

  it('has the rates beside which the cost of a trade’s cash is held', () => {
    // 2 % for thirty days, and 0.6 × 0.2/0.8 for 120 days, each over a year of 365.
    expect(cashRatesOf({ borrowingRate: 0.09, factoring: { monthlyFee: 0.02, advance: 0.85 }, backlog })).toEqual({
      bank: 0.09,
      factoring: expect.closeTo(0.2724345, 6) as number,
      backlog: expect.closeTo(0.5297575, 6) as number,
    });
  });

  it('has none where nothing is sold or nothing waits, and none above 1,000 %', () => {
    expect(cashRatesOf(defaultPolicy)).toEqual({ bank: 0.09, factoring: null, backlog: null });
    const scarce = { ...backlog, contributionMargin: 0.9, certainty: 1, cycleDays: 30 };
    expect(cashRatesOf({ ...defaultPolicy, backlog: scarce }).backlog).toBe(10);
  });
});
