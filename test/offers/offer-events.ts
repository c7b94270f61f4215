import type { Appraisal, OfferAction, OfferedTerms, OfferEvent } from '@deal-terms/core/offers';

/** 2 % for payment 30 days after delivery in place of 90. */
export const terms: OfferedTerms = { paymentPlan: 'net 30', daysSaved: 0, forecast: false, discount: 0.02 };

export const appraisal: Appraisal = {
  packageId: 'net_30/0/none',
  deal: { amount: 100_000, grossMargin: 0.4, leadTimeDays: 10, payments: [{ share: 1, anchor: 'delivery', days: 90 }] },
  customer: {},
  currency: 'USD',
  exchangeRate: 0.9,
  policyVersion: 1,
  band: 'high',
  acceptance: 0.8,
  sellerGain: 800,
  customerGain: 300,
  marginRate: 0.38,
  costOfCash: 0.1,
  valueToday: 97_000,
  expediteCost: 0,
  forecastSaving: 0,
  supplierPaymentDay: 0,
};

/** One of each thing that can happen to an offer. */
export const actions = {
  ask: { action: 'ask', terms, appraisal, approvers: [] },
  offer: { action: 'offer', terms, appraisal },
  approve: { action: 'approve', reason: '', validUntil: '2026-10-20' },
  counter: {
    action: 'counter',
    terms: { ...terms, discount: 0.01 },
    appraisal,
    reason: 'Half of it',
    validUntil: '2026-10-20',
  },
  reject: { action: 'reject', reason: 'Too dear' },
  accepted: { action: 'answer', answer: 'accepted', answeredOn: '2026-10-02', note: 'So be it', counterDiscount: null },
  wantedMore: { action: 'answer', answer: 'wanted_more', answeredOn: '2026-10-02', note: '', counterDiscount: 0.05 },
  refusedTerms: {
    action: 'answer',
    answer: 'refused_terms',
    answeredOn: '2026-10-02',
    note: '',
    counterDiscount: null,
  },
  refusedPrice: {
    action: 'answer',
    answer: 'refused_price',
    answeredOn: '2026-10-02',
    note: '',
    counterDiscount: null,
  },
  noAnswer: { action: 'answer', answer: 'no_answer', answeredOn: '2026-10-09', note: '', counterDiscount: null },
  trial: { action: 'trial', terms, appraisal, said: 'more', counterDiscount: 0.03, note: 'Ask Ann' },
  correctTrial: { action: 'correct_trial', corrects: 1, said: 'not_asked', counterDiscount: null, note: '' },
  record: {
    action: 'record',
    outcome: {
      orderedOn: '2026-01-01',
      deliveredOn: '2026-01-11',
      paidOn: '2026-02-10',
      forecastsSent: null,
      actualExpediteCost: null,
    },
  },
} as const satisfies Record<string, OfferAction>;
export type ActionName = keyof typeof actions;

/** What happened, in order, each a day after the other from 1 October 2026 on. */
export function eventsOf(...names: readonly ActionName[]): OfferEvent[] {
  return names.map((name, index) => ({
    ...actions[name],
    revision: index + 1,
    by: 'Lena Brandt',
    at: `2026-10-${String(index + 1).padStart(2, '0')}T08:00:00.000Z`,
  }));
}
