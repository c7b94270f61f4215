import { describe, expect, it } from 'vitest';
import { encodeOfferLog, recordedOffers } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { accountNames } from '../../extensions/ui/shared/account-names.ts';
import { fairnessCsv, fairnessLines } from '../../extensions/ui/fairness/fairness-lines.ts';

const at = '2026-10-01T08:00:00.000Z';
const offer: OfferEvent = {
  action: 'offer',
  revision: 1,
  by: '=cmd()',
  at,
  terms: { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount: 0.02 },
  appraisal: {
    packageId: 'on_delivery/21/none',
    deal: {
      amount: 60_000,
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    },
    customer: { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: 'high' },
    currency: 'EUR',
    exchangeRate: 1,
    policyVersion: 4,
    band: 'high',
    acceptance: 0.9951,
    sellerGain: 3197.49,
    customerGain: 3448.4,
    marginRate: 0.3917,
    costOfCash: 0.5299,
    valueToday: 50_000,
    expediteCost: 2770,
    forecastSaving: 0,
    supplierPaymentDay: 0,
  },
};
const answer: OfferEvent = {
  action: 'answer',
  revision: 2,
  by: 'Oliver Hughes',
  at,
  answer: 'accepted',
  answeredOn: '2026-10-02',
  note: '',
  counterDiscount: null,
};
const record = {
  hs_object_id: '7',
  dealname: '@SUM(A1)',
  hs_primary_associated_company: '3',
  hubspot_owner_id: '11',
  terms_offer_log: encodeOfferLog([offer, answer]),
};
const berlin = { timeZone: 'Europe/Berlin' };
const deals = [
  recordedOffers(record, berlin),
  recordedOffers(
    {
      ...record,
      hs_object_id: '8',
      dealname: 'Second',
      hs_primary_associated_company: '',
      hubspot_owner_id: '',
    },
    berlin,
  ),
];
const words = {
  account: { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
  locale: 'en-GB',
  companyNames: new Map([['3', 'Zwerg & Co']]),
  names: accountNames({ owners: [{ id: '11', name: 'Ann Archer' }], pipelines: [] }),
};

describe('the fairness log', () => {
  it('says by company what was offered to whom and what justified it', () => {
    expect(
      fairnessLines(deals, words).map(({ company, owner, terms, justification, answer: said }) => [
        company,
        owner,
        terms,
        justification,
        said,
      ]),
    ).toEqual([
      [
        'No company',
        'Nobody',
        'Pays on delivery, gets delivery 21 days sooner, for a 2% discount.',
        '€3,197 for us, €3,448 for the customer, at a chance of a yes of 99.5%; our cost of cash 53% a year, speed €2,770.',
        'Accepted, 2 Oct 2026',
      ],
      [
        'Zwerg & Co',
        'Ann Archer',
        'Pays on delivery, gets delivery 21 days sooner, for a 2% discount.',
        '€3,197 for us, €3,448 for the customer, at a chance of a yes of 99.5%; our cost of cash 53% a year, speed €2,770.',
        'Accepted, 2 Oct 2026',
      ],
    ]);
  });

  it('is exported with every figure, and no typed text as a formula', () => {
    expect(fairnessCsv(deals, words).split('\r\n')[1]).toBe(
      '7,\'@SUM(A1),Zwerg & Co,Ann Archer,2026-10-01T08:00:00.000Z,\'=cmd(),on_delivery/21/none,"Pays on delivery, gets delivery 21 days sooner, for a 2% discount.",0.02,60000,EUR,3197.49,3448.4,0.9951,0.5299,2770,0.3917,abundant,standard_clause,high,4,,accepted,2026-10-02',
    );
  });

  it('names a company the viewer may not see by its id', () => {
    expect(fairnessLines(deals.slice(0, 1), { ...words, companyNames: new Map([['3', '']]) })[0]?.company).toBe(
      'Company 3',
    );
  });
});
