import { describe, expect, it } from 'vitest';
import type { Properties } from '../../serverless/ports/deal-port.ts';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

const ofCompany = { ...promoRetailer, hs_primary_associated_company: '7' };
const springOrder: Properties = {
  dealname: 'Spring order',
  closedate: '2026-03-03T12:00:00Z',
  hs_is_closed_won: 'true',
  createdate: '2026-02-20T09:00:00Z',
  terms_cash_position: 'abundant',
  terms_importance: 'preference',
  terms_urgency: 'some',
  terms_constraints: 'no_prepayment',
  terms_days_beyond_terms: '4',
};

describe('suggestions', () => {
  it('offer the relationship the won deals speak of', async () => {
    const { account, card } = await openTab(ofCompany, (opened) => {
      opened.otherDeals.set('9', springOrder);
    });
    expect(card.text()).toContain('Suggested: Established customer (1 won deal, the last on 3 Mar 2026).');
    expect(card.chosen('relationship')).toBe('unknown');
    card.click('Use it');
    await card.waitFor(() => {
      expect(card.chosen('relationship')).toBe('established');
    });
    expect(card.has('Use it')).toBe(false);
    await card.saved();
    expect(account.record['terms_relationship']).toBe('established');
  });

  it('call a customer without won deals new', async () => {
    const { card } = await openTab(ofCompany);
    expect(card.text()).toContain('Suggested: New customer (no won deal yet).');
  });

  it('offer the answers of the last deal with their date, for the gaps only', async () => {
    const { account, card } = await openTab({ ...ofCompany, terms_urgency: 'critical' }, (opened) => {
      opened.otherDeals.set('9', springOrder);
    });
    expect(card.text()).toContain(
      'This customer’s answers on “Spring order” of 20 Feb 2026: Customer cash position: Abundant · Importance of payment terms: A preference · What the customer cannot do: Pay before delivery · Days beyond terms: 4 days.',
    );
    card.click('Use these answers');
    await card.waitFor(() => {
      expect(card.chosen('cashPosition')).toBe('abundant');
    });
    expect(card.chosen('constraints')).toEqual(['no_prepayment']);
    expect(card.numberInput('daysBeyondTerms').value).toBe(4);
    expect(card.chosen('urgency')).toBe('critical');
    await card.saved();
    expect(account.record).toMatchObject({ terms_cash_position: 'abundant', terms_urgency: 'critical' });
  });

  it('take from earlier deals what the last one did not record', async () => {
    const { card } = await openTab(ofCompany, (opened) => {
      opened.otherDeals.set('9', { ...springOrder, terms_importance: null });
      opened.otherDeals.set('8', {
        dealname: 'Winter order',
        createdate: '2026-01-10T09:00:00Z',
        terms_importance: 'critical',
      });
    });
    expect(card.text()).toContain(
      'This customer’s answers on “Winter order” of 10 Jan 2026: Importance of payment terms: Critical.',
    );
  });

  it('are not stored unless they were used', async () => {
    const { account, card } = await openTab(ofCompany, (opened) => {
      opened.otherDeals.set('9', springOrder);
    });
    card.choose('urgency', 'high');
    await card.saved();
    expect(account.record['terms_relationship']).toBeUndefined();
    expect(account.record['terms_cash_position']).toBeUndefined();
  });

  it('are absent on a deal without a company', async () => {
    const { card } = await openTab();
    expect(card.text()).not.toContain('Suggested');
  });
});
