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
    expect(keptPromises(withForecast, { ...paid, forecastsSent: false }, '2026-03-01')).toMatchObject({
      state: 'not_earned',
      lost: 1200,
    });
    const kept = keptPromises(withForecast, { ...paid, forecastsSent: true }, '2026-03-01');
    expect(kept.state).toBe('earned');
    // Half on day 0, half on day 50, the saving of 500 less 1,200 of speed.
    expect(kept.realisedGain).toBeCloseTo(1651.434, 3);
  });
});
