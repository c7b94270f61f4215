import { describe, expect, it } from 'vitest';
import { keptPromises } from '@deal-terms/core/offers';
import { appraisal as ofDollars, terms } from './offer-events.ts';

const appraisal = { ...ofDollars, currency: 'EUR', exchangeRate: 1 };
const agreed = { terms, appraisal };
/** Ordered on 1 January, delivered as promised on the 11th: due on 10 February. */
const delivered = {
  orderedOn: '2026-01-01',
  deliveredOn: '2026-01-11',
  paidOn: null,
  forecastsSent: null,
  actualExpediteCost: null,
};

describe('what came of agreed terms', () => {
  it('is open while nothing is due', () => {
    expect(keptPromises(agreed, null, '2026-01-05')).toMatchObject({
      state: 'open',
      promises: [],
      concessions: [{ what: 'discount', cost: 2000, state: 'open' }],
      lost: 0,
      realisedGain: null,
    });
    expect(keptPromises(agreed, delivered, '2026-02-10')).toMatchObject({
      state: 'open',
      promises: [
        { what: 'delivery', by: 'us', state: 'kept', dueOn: '2026-01-11', lateDays: 0 },
        { what: 'payment', by: 'customer', state: 'open', dueOn: '2026-02-10' },
      ],
      lost: 0,
    });
  });

  it('is earned when the customer pays on the day', () => {
    const kept = keptPromises(agreed, { ...delivered, paidOn: '2026-02-10' }, '2026-03-01');
    expect(kept).toMatchObject({ state: 'earned', lost: 0, concessions: [{ what: 'discount', state: 'earned' }] });
    // 98,000 on day 40 at 10 % a year is worth 96,981.72; today's terms were worth 97,000.
    expect(kept.realisedGain).toBeCloseTo(-18.278, 3);
  });

  it('forgives what banks and weekends take, and no more', () => {
    expect(keptPromises(agreed, { ...delivered, paidOn: '2026-02-13' }, '2026-03-01').state).toBe('earned');
    expect(keptPromises(agreed, { ...delivered, paidOn: '2026-02-14' }, '2026-03-01')).toMatchObject({
      state: 'not_earned',
      lost: 2000,
      promises: [{}, { state: 'broken', lateDays: 4 }],
    });
  });

  it('counts a late payment by the day it came', () => {
    // 98,000 on day 61.
    expect(keptPromises(agreed, { ...delivered, paidOn: '2026-03-03' }, '2026-04-01').realisedGain).toBeCloseTo(
      -548.631,
      3,
    );
  });

  it('is not earned once a payment is overdue, before it has come', () => {
    expect(keptPromises(agreed, delivered, '2026-02-14')).toMatchObject({
      state: 'not_earned',
      lost: 2000,
      promises: [{}, { state: 'broken', lateDays: 4, doneOn: null }],
      realisedGain: null,
    });
  });

  it('moves the customer’s day with our own lateness, and says that we were late', () => {
    const late = { ...delivered, deliveredOn: '2026-01-21' };
    expect(keptPromises(agreed, { ...late, paidOn: '2026-02-20' }, '2026-03-01')).toMatchObject({
      state: 'earned',
      promises: [
        { what: 'delivery', state: 'broken', lateDays: 10 },
        { what: 'payment', state: 'kept', dueOn: '2026-02-20' },
      ],
    });
  });

  it('owes nothing for goods that are still on their way', () => {
    expect(keptPromises(agreed, { ...delivered, deliveredOn: null }, '2026-03-01')).toMatchObject({
      state: 'open',
      promises: [
        { state: 'broken', lateDays: 49 },
        { state: 'open', dueOn: '2026-03-31' },
      ],
    });
  });

  it('wants the forecasts too, where they were promised, and counts their saving only if they came', () => {
    const withForecast = {
      terms: { ...terms, paymentPlan: '50% order + 50% net 40', forecast: true, discount: 0, daysSaved: 3 },
      appraisal: { ...appraisal, forecastSaving: 500, expediteCost: 900 },
    };
    const paid = { ...delivered, deliveredOn: '2026-01-11', paidOn: '2026-02-20', actualExpediteCost: 1200 };
    expect(keptPromises(withForecast, paid, '2026-03-01')).toMatchObject({
      state: 'open',
      realisedGain: null,
      concessions: [{ what: 'speed', cost: 1200 }],
    });
    expect(keptPromises(withForecast, paid, '2026-03-01').promises[2]).toEqual({
      what: 'forecasts',
      by: 'customer',
      state: 'open',
      dueOn: null,
      doneOn: null,
      lateDays: 0,
    });
    expect(keptPromises(withForecast, { ...paid, forecastsSent: false }, '2026-03-01')).toMatchObject({
      promises: [{}, {}, { state: 'broken' }],
      state: 'not_earned',
      lost: 1200,
    });
    const kept = keptPromises(withForecast, { ...paid, forecastsSent: true }, '2026-03-01');
    expect(kept.state).toBe('earned');
    // Half on day 0, half on day 50, the saving of 500 less 1,200 of speed.
    expect(kept.realisedGain).toBeCloseTo(1651.434, 3);
    // The saving and the cost of speed come when suppliers are paid.
    const later = { ...withForecast, appraisal: { ...withForecast.appraisal, supplierPaymentDay: 60 } };
    expect(keptPromises(later, { ...paid, forecastsSent: true }, '2026-03-01').realisedGain).toBeCloseTo(1662.315, 3);
    // Where nobody wrote down what speed cost, it cost what was expected.
    const asExpected = { ...paid, forecastsSent: true, actualExpediteCost: null };
    expect(keptPromises(withForecast, asExpected, '2026-03-01').realisedGain).toBeCloseTo(1951.434, 3);
  });

  it('counts neither speed nor forecasts that were not part of it', () => {
    const plain = { terms, appraisal: { ...appraisal, forecastSaving: 500, expediteCost: 900 } };
    const paid = { ...delivered, paidOn: '2026-02-10', forecastsSent: true, actualExpediteCost: 1200 };
    const kept = keptPromises(plain, paid, '2026-03-01');
    expect(kept.concessions.map(({ what }) => what)).toEqual(['discount']);
    expect(kept.realisedGain).toBeCloseTo(-18.278, 3);
  });

  it('says what waiting longer costs, at the price that is paid', () => {
    const longer = { terms: { ...terms, paymentPlan: 'net 120' }, appraisal };
    expect(keptPromises(longer, null, '2026-01-05').concessions).toEqual([
      { what: 'discount', cost: 2000, state: 'open' },
      // 98,000 on day 130 and not on day 100.
      { what: 'longer_terms', cost: expect.closeTo(744.99, 2) as number, state: 'open' },
    ]);
    // Three days sooner: on day 127.
    const sooner = { terms: { ...longer.terms, daysSaved: 3 }, appraisal };
    expect(keptPromises(sooner, null, '2026-01-05').concessions.at(-1)).toEqual({
      what: 'longer_terms',
      cost: expect.closeTo(670.76, 2) as number,
      state: 'open',
    });
  });

  it('knows no gain before both goods and money came', () => {
    const paidFirst = { ...delivered, deliveredOn: null, paidOn: '2026-01-05' };
    expect(keptPromises(agreed, paidFirst, '2026-01-06').realisedGain).toBeNull();
  });

  it('counts shares due on delivery from the day it came', () => {
    const halves = { terms: { ...terms, paymentPlan: '50% on delivery + 50% net 30', discount: 0 }, appraisal };
    const paid = { ...delivered, deliveredOn: '2026-01-21', paidOn: '2026-02-20' };
    // Half on day 20, half on day 50.
    expect(keptPromises(halves, paid, '2026-03-01').realisedGain).toBeCloseTo(2090.991, 3);
  });
});
