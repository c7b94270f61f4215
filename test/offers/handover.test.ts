import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoverOf } from '@deal-terms/core/offers';
import type { Appraisal } from '@deal-terms/core/offers';

const appraisal: Appraisal = {
  packageId: 'x/0/none',
  deal: { amount: 10_000, grossMargin: 0.4, leadTimeDays: 10, payments: [{ share: 1, anchor: 'delivery', days: 90 }] },
  customer: {},
  currency: 'EUR',
  exchangeRate: 1,
  policyVersion: 1,
  band: 'high',
  acceptance: 0.8,
  sellerGain: 800,
  customerGain: 300,
  marginRate: 0.38,
  costOfCash: 0.1,
  valueToday: 9_700,
  expediteCost: 0,
  forecastSaving: 0,
  supplierPaymentDay: 0,
};

describe('agreed terms for the quote', () => {
  it('name each payment with its day, earliest first', () => {
    const terms = { paymentPlan: '30% order + 70% net 60', daysSaved: 3, forecast: false, discount: 0.05 };
    expect(handoverOf({ terms, appraisal }, '2026-12-01')).toMatchObject({
      listAmount: 10_000,
      amount: 9_500,
      deliveredBy: '2026-12-08',
      payments: [
        { dueOn: '2026-12-01', amount: 2_850 },
        { dueOn: '2027-02-06', amount: 6_650 },
      ],
    });
  });

  it('are due in the order of their days, in whatever order the terms name them', () => {
    const terms = { paymentPlan: '70% net 60 + 30% order', daysSaved: 0, forecast: false, discount: 0 };
    expect(handoverOf({ terms, appraisal }, '2026-12-01').payments).toEqual([
      expect.objectContaining({ dueOn: '2026-12-01', amount: 3_000 }),
      expect.objectContaining({ dueOn: '2027-02-09', amount: 7_000 }),
    ]);
  });

  it('are the deal’s own where the offer leaves them as they are', () => {
    const terms = { paymentPlan: null, daysSaved: 0, forecast: false, discount: 0 };
    expect(handoverOf({ terms, appraisal }, '2026-12-01').payments).toEqual([
      expect.objectContaining({ dueOn: '2027-03-11', amount: 10_000 }),
    ]);
  });

  it('lose no cent', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e7, noNaN: true }),
        fc.double({ min: -0.2, max: 0.5, noNaN: true }),
        fc.constantFrom('net 30', '50% order + 50% net 30', '30% order + 30% delivery + 40% net 60'),
        (amount, discount, paymentPlan) => {
          const { payments, amount: price } = handoverOf(
            {
              terms: { paymentPlan, daysSaved: 0, forecast: false, discount },
              appraisal: { ...appraisal, deal: { ...appraisal.deal, amount } },
            },
            '2026-12-01',
          );
          expect(Math.round(payments.reduce((sum, payment) => sum + payment.amount, 0) * 100)).toBe(
            Math.round(price * 100),
          );
        },
      ),
    );
  });
});
