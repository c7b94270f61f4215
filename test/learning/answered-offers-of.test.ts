import { describe, expect, it } from 'vitest';
import { answeredOffersOf } from '@deal-terms/core/learning';
import { encodeOfferLog, recordedOffers } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';

const berlin = { timeZone: 'Europe/Berlin' };
const offer = (revision: number, discount: number, at: string): OfferEvent => ({
  action: 'offer',
  revision,
  by: 'Lena Brandt',
  at,
  terms: { paymentPlan: 'net 30', daysSaved: 0, forecast: false, discount },
  appraisal: {
    packageId: 'net_30/0/none',
    deal: {
      amount: 100_000,
      grossMargin: 0.4,
      leadTimeDays: 10,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    },
    customer: { cashPosition: 'tight' },
    currency: 'USD',
    exchangeRate: 0.9,
    policyVersion: 1,
    band: 'medium',
    acceptance: 0.6,
    sellerGain: 800,
    customerGain: 300,
    marginRate: 0.38,
    costOfCash: 0.1,
    valueToday: 97_000,
    expediteCost: 0,
    forecastSaving: 0,
    supplierPaymentDay: 0,
  },
});
const answer = (revision: number, said: 'accepted' | 'wanted_more'): OfferEvent => ({
  action: 'answer',
  revision,
  by: 'Lena Brandt',
  at: '',
  answer: said,
  answeredOn: '2026-10-02',
  note: '',
  counterDiscount: null,
});

describe('offers of a deal that were answered', () => {
  it('are told in home currency, each with its own answer; what was realised belongs to the agreed one', () => {
    const events: OfferEvent[] = [
      offer(1, 0.01, '2026-01-01T08:00:00Z'),
      answer(2, 'wanted_more'),
      offer(3, 0.02, '2026-01-02T08:00:00Z'),
      answer(4, 'accepted'),
      {
        action: 'record',
        revision: 5,
        by: 'Lena Brandt',
        at: '',
        outcome: {
          orderedOn: '2026-01-01',
          deliveredOn: '2026-01-11',
          paidOn: '2026-02-10',
          forecastsSent: null,
          actualExpediteCost: null,
        },
      },
    ];
    const answered = answeredOffersOf(
      recordedOffers({ hs_object_id: '7', hubspot_owner_id: '5', terms_offer_log: encodeOfferLog(events) }, berlin),
      '2026-03-01',
    );
    expect(
      answered.map((one) => [
        one.dealId,
        one.ownerId,
        one.companyId,
        one.band,
        one.discount,
        one.acceptance,
        one.answer,
        one.sellerGain,
      ]),
    ).toEqual([
      ['7', '5', '', 'medium', 0.01, 0.6, 'wanted_more', 720],
      ['7', '5', '', 'medium', 0.02, 0.6, 'accepted', 720],
    ]);
    // 98,000 on day 40 at 10 % a year less the 97,000 of today's terms, at 0.9.
    expect([answered[0]?.realisedGain, answered[1]?.realisedGain]).toEqual([null, expect.closeTo(-18.278 * 0.9, 3)]);
  });

  it('are not those that still wait for an answer', () => {
    expect(
      answeredOffersOf(
        recordedOffers({ hs_object_id: '7', terms_offer_log: encodeOfferLog([offer(1, 0.01, '')]) }, berlin),
        '2026-03-01',
      ),
    ).toEqual([]);
  });
});
