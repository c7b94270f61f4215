import { describe, expect, it } from 'vitest';
import { themeDeal, themeInsights } from '@deal-terms/core/insights';
import type { ThemeDeal } from '@deal-terms/core/insights';

const account = { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };

describe('themeDeal', () => {
  it('reads how a deal stands, its month where the account is, and what it is about', () => {
    expect(
      themeDeal(
        {
          hs_object_id: '5',
          dealname: 'Range',
          amount_in_home_currency: '60000',
          closedate: '2026-11-30T23:30:00Z',
          hs_is_closed: 'true',
          hs_is_closed_won: 'true',
          hs_primary_associated_company: '21',
          terms_customer_why: 'Shelves are empty.',
          terms_themes: 'stock_outs;promotion_dates',
        },
        account,
      ),
    ).toEqual({
      dealId: '5',
      dealName: 'Range',
      companyId: '21',
      ownerId: '',
      value: 60_000,
      state: 'won',
      month: '2026-12',
      why: 'Shelves are empty.',
      themes: ['promotion_dates', 'stock_outs'],
    });
    expect(themeDeal({ hs_object_id: '6', hs_is_closed: 'true', hs_is_closed_won: 'false' }, account)).toMatchObject({
      state: 'lost',
      month: null,
      value: 0,
      themes: [],
    });
  });
});

const deal = (dealId: string, more: Partial<ThemeDeal>): ThemeDeal => ({
  dealId,
  dealName: `Deal ${dealId}`,
  companyId: '',
  ownerId: '',
  value: 0,
  state: 'open',
  month: null,
  why: null,
  themes: [],
  ...more,
});

describe('themeInsights', () => {
  const deals = [
    deal('1', { value: 100, companyId: '21', month: '2027-01', why: 'one', themes: ['storage'] }),
    deal('2', { value: 300, companyId: '22', month: '2026-12', why: 'two', themes: ['stock_outs', 'storage'] }),
    deal('3', { value: 50, companyId: '21', month: '2026-10', state: 'won', why: 'three', themes: ['storage'] }),
    deal('4', { value: 70, companyId: '23', month: '2026-10', state: 'lost', themes: ['storage'] }),
    deal('5', { value: 500, companyId: '22', month: '2026-12', why: 'five', themes: ['stock_outs'] }),
    deal('6', { value: 10, why: 'six' }),
    deal('7', { value: 9 }),
  ];
  const insights = themeInsights(deals, {
    industries: new Map([
      ['21', 'RETAIL'],
      ['22', 'WHOLESALE'],
    ]),
    record: { discussed: { themes: { storage: '2026-11-01' }, deals: { '5': '2026-10-01', '6': '2026-11-20' } } },
    today: '2026-11-23',
  });

  it('adds up what is open, won and lost; a deal counts under each of its themes', () => {
    expect(insights.map(({ themeId, total }) => [themeId, total])).toEqual([
      ['stock_outs', { open: { deals: 2, value: 800 }, won: { deals: 0, value: 0 }, lost: { deals: 0, value: 0 } }],
      ['storage', { open: { deals: 2, value: 400 }, won: { deals: 1, value: 50 }, lost: { deals: 1, value: 70 } }],
      [null, { open: { deals: 1, value: 10 }, won: { deals: 0, value: 0 }, lost: { deals: 0, value: 0 } }],
    ]);
  });

  it('by month and by industry', () => {
    const storage = insights[1]!;
    expect(storage.byMonth.map(({ month, open, won, lost }) => [month, open.value, won.value, lost.value])).toEqual([
      ['2026-10', 0, 50, 70],
      ['2026-12', 300, 0, 0],
      ['2027-01', 100, 0, 0],
    ]);
    expect(
      storage.byIndustry.map(({ industry, open, won, lost }) => [industry, open.value, won.value, lost.value]),
    ).toEqual([
      ['WHOLESALE', 300, 0, 0],
      ['RETAIL', 100, 50, 0],
      [null, 0, 0, 70],
    ]);
  });

  it('says which words nobody has talked about for thirty days: not those of a theme or deal that was discussed', () => {
    expect(
      insights.map(({ whys }) =>
        whys.map(({ deal: { why }, isSilent, lastDiscussedOn }) => [why, isSilent, lastDiscussedOn]),
      ),
    ).toEqual([
      [
        ['five', true, '2026-10-01'],
        ['two', false, '2026-11-01'],
      ],
      [
        ['two', false, '2026-11-01'],
        ['one', false, '2026-11-01'],
        ['three', false, '2026-11-01'],
      ],
      [['six', false, '2026-11-20']],
    ]);
  });

  it('is empty without deals', () => {
    expect(
      themeInsights([], {
        industries: new Map(),
        record: { discussed: { themes: {}, deals: {} } },
        today: '2026-11-23',
      }),
    ).toEqual([]);
  });
});
