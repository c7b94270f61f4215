import { describe, expect, it } from 'vitest';
import { suggestFrom } from '../../serverless/suggestions/suggestions.ts';

const account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const suggest = (deals: Record<string, Record<string, string | null>>) =>
  suggestFrom(new Map(Object.entries(deals)), account, '2026-11-23');
const noAnswers = {
  cashPosition: null,
  termsImportance: null,
  forecast: null,
  constraints: [],
  daysBeyondTerms: null,
};

describe('suggestFrom', () => {
  it('calls a company without won deals new', () => {
    expect(suggest({})).toEqual({ relationship: { value: 'new', wonDeals: 0, lastWonOn: null }, lastDeal: null });
    expect(suggest({ 1: { hs_is_closed_won: 'false', closedate: '2026-01-01T00:00:00Z' } }).relationship?.value).toBe(
      'new',
    );
  });

  it('calls one with won deals established, dated in the account’s time zone', () => {
    const won = (closedate: string | null) => ({ hs_is_closed_won: 'true', closedate });
    expect(
      suggest({ 1: won('2026-01-31T23:30:00Z'), 2: won('2025-05-01T10:00:00Z'), 3: won(null) }).relationship,
    ).toEqual({ value: 'established', wonDeals: 3, lastWonOn: '2026-02-01' });
  });

  it('offers the answers of the last deal made that has any, however lately another was scored', () => {
    const deals = {
      1: {
        dealname: 'Spring',
        terms_forecast: 'willing',
        createdate: '2026-03-01T10:00:00Z',
        terms_scored_at: '2026-11-01T10:00:00Z',
        hs_lastmodifieddate: '2026-11-01T10:00:00Z',
      },
      2: {
        dealname: 'Summer',
        terms_cash_position: 'tight',
        terms_constraints: 'no_prepayment',
        terms_days_beyond_terms: '9',
        createdate: '2026-06-01T10:00:00Z',
      },
      3: { dealname: 'Autumn', createdate: '2026-09-01T10:00:00Z' },
    };
    expect(suggest(deals).lastDeal).toEqual({
      dealId: '2',
      dealName: 'Summer',
      madeOn: '2026-06-01',
      answers: { ...noAnswers, cashPosition: 'tight', constraints: ['no_prepayment'], daysBeyondTerms: 9 },
    });
  });

  it('forgets answers of more than a year ago, and urgency, which was another deal’s', () => {
    const answered = (createdate: string) => ({ terms_cash_position: 'tight', terms_urgency: 'high', createdate });
    expect(suggest({ 1: answered('2025-11-22T10:00:00Z') }).lastDeal).toBeNull();
    expect(suggest({ 1: answered('2025-11-23T10:00:00Z') }).lastDeal?.answers).toEqual({
      ...noAnswers,
      cashPosition: 'tight',
    });
    expect(suggest({ 1: { terms_urgency: 'high', createdate: '2026-11-01T10:00:00Z' } }).lastDeal).toBeNull();
  });

  it('names a nameless deal by its id', () => {
    expect(
      suggest({ 5: { dealname: null, terms_forecast: 'willing', createdate: '2026-06-01T10:00:00Z' } }).lastDeal,
    ).toEqual({
      dealId: '5',
      dealName: 'Deal 5',
      madeOn: '2026-06-01',
      answers: { ...noAnswers, forecast: 'willing' },
    });
  });
});
