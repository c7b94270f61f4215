import { describe, expect, it } from 'vitest';
import { defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { accountNames } from '../../extensions/ui/shared/account-names.ts';
import { dealRow } from '../../extensions/ui/board/deal-row.ts';
import { nameWithCompany } from '../../extensions/ui/shared/deal-name.ts';

const names = accountNames({
  owners: [{ id: '11', name: 'Ann Archer' }],
  pipelines: [
    {
      id: 'default',
      name: 'Trade',
      stages: [
        { id: 'quote', name: 'Quote sent', isClosed: false },
        { id: 'won', name: 'Won', isClosed: true },
      ],
    },
    { id: 'fairs', name: 'Fairs', stages: [{ id: 'stand', name: 'Stand booked', isClosed: false }] },
  ],
});
const basis = {
  account: { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
  policy: { scoresSince: 2, model: defaultPolicy, app: defaultAppSettings },
  names,
  locale: 'en-GB',
};
const scored = {
  hs_object_id: '5',
  dealname: 'Christmas range',
  dealstage: 'quote',
  hubspot_owner_id: '11',
  // Already 14 December in Berlin.
  closedate: '2026-12-13T23:30:00Z',
  hs_deal_stage_probability: '0.4',
  amount: '60000',
  deal_currency_code: 'GBP',
  hs_exchange_rate: '1.15',
  terms_cash_position: 'abundant',
  hs_primary_associated_company: '21',
  terms_negotiability: '99.9954',
  terms_negotiability_band: 'high',
  terms_answers_known: '3',
  terms_gross_margin: '0.4',
  terms_figures_assumed: '2',
  terms_assumed_figures: 'lead_time;relationship',
  terms_verdict: 'trade',
  terms_best_package: 'on_delivery/21/none',
  terms_recommended_discount: '0.02',
  terms_expected_gain_home: '3197.4',
  terms_days_sooner: '90',
  terms_scored_at: '2026-11-23T23:30:00Z',
  terms_policy_version: '2',
  terms_model_version: '2',
};

describe('dealRow', () => {
  it('says what a deal is about in words of the account', () => {
    expect(dealRow(scored, basis)).toEqual({
      dealId: '5',
      dealName: 'Christmas range',
      companyId: '21',
      owner: 'Ann Archer',
      stage: 'Quote sent',
      closes: '14 Dec 2026',
      amount: '£60,000',
      state: { label: 'Ask operations', tone: 'warning' },
      offer: { label: 'Nothing offered', tone: 'default' },
      approval: '–',
      expedite: { label: 'Not requested', tone: 'default' },
      score: {
        negotiability: '99',
        band: 'High',
        tone: 'success',
        ask: 'Ask for payment on delivery and offer delivery 21 days sooner.',
        price: '£58,800',
        expectedGain: '€3,197',
        closingChance: '40%',
        daysSooner: '90 days',
        answers: '3 of 3',
        figures: '1 typed, 2 found, 2 assumed',
        scoredOn: '24 Nov 2026',
        outdated: null,
      },
    });
  });

  it('never shows a chance as certain, and says what a score is older than', () => {
    expect(dealRow({ ...scored, terms_negotiability: '100', terms_policy_version: '1' }, basis).score).toMatchObject({
      negotiability: '99',
      outdated: 'Policy changed since',
    });
    expect(dealRow({ ...scored, terms_model_version: '0' }, basis).score).toMatchObject({
      outdated: 'Model changed since',
    });
  });

  it('has something to say of a deal with nothing in it', () => {
    expect(dealRow({ hs_object_id: '6', dealstage: 'gone', hubspot_owner_id: '99' }, basis)).toEqual({
      dealId: '6',
      dealName: 'Deal 6',
      companyId: '',
      owner: 'Somebody who has left',
      stage: 'Unknown stage',
      closes: '–',
      amount: '–',
      state: { label: 'No amount', tone: 'warning' },
      offer: { label: 'Nothing offered', tone: 'default' },
      approval: '–',
      expedite: { label: 'Not requested', tone: 'default' },
      score: null,
    });
  });
});

describe('dealRow of an offer', () => {
  it.each([
    ['awaiting_approval', 'Awaiting approval', 'Awaited'],
    ['countered', 'Approved at another discount', 'Given with a change'],
    ['rejected', 'Approval refused', 'Declined'],
    ['offered', 'Offered', '–'],
  ])('says where %s stands, and what approvers said', (status, offer, approval) => {
    expect(dealRow({ ...scored, terms_offer_status: status }, basis)).toMatchObject({
      offer: { label: offer },
      approval,
    });
  });
});

describe('nameWithCompany', () => {
  it('names the company once', () => {
    expect(nameWithCompany('Harrow & Pine – Kids’ clocks', 'Harrow & Pine')).toBe('Harrow & Pine – Kids’ clocks');
    expect(nameWithCompany('Kids’ clocks', 'Harrow & Pine')).toBe('Harrow & Pine: Kids’ clocks');
    expect(nameWithCompany('Kids’ clocks', '')).toBe('Kids’ clocks');
  });
});

describe('accountNames', () => {
  it('offers open stages, with their pipeline where there are several', () => {
    expect(names.stages(null)).toEqual([
      { value: 'quote', label: 'Trade: Quote sent' },
      { value: 'stand', label: 'Fairs: Stand booked' },
    ]);
    expect(names.stages('default')).toEqual([{ value: 'quote', label: 'Quote sent' }]);
  });
});
