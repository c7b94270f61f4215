import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab, startSidebar } from './card.tsx';

/** A deal saved and scored on the day of the tests. */
async function scored() {
  const { account, card } = await openTab();
  card.choose('urgency', 'high');
  card.click('Save');
  await card.sees('Scored 23 Nov 2026, 14:30');
  return { account, card };
}

describe('a stored score', () => {
  it('is stale when the amount changed, says so, and is refreshed on demand', async () => {
    const { account, card } = await scored();
    account.change({ amount: '75000' });
    await card.sees('The stored score of 23 Nov 2026, 14:30 is out of date: the amount changed since.');
    expect(card.text()).toContain('Stale score');
    card.click('Refresh score');
    await card.waitFor(() => {
      expect(card.text()).not.toContain('Stale score');
    });
    expect(account.record['terms_scored_amount']).toBe('75000');
    expect(card.alerts()).toEqual(['Saved and scored.', 'Saved and scored.']);
  });

  it('is stale when a date changed outside the card', async () => {
    const { account, card } = await scored();
    account.change({ terms_needed_by: '2026-12-14' });
    await card.sees('is out of date: an answer, a date, the terms or an exchange rate changed since.');
  });

  it('is stale under a newer policy', async () => {
    const { account } = await scored();
    const { card } = await openTab(account.record, (other) => {
      other.policy = { version: 2, model: {}, app: {} };
    });
    expect(card.text()).toContain('is out of date: our policy changed since.');
  });

  it('is refreshed without storing what is still being typed', async () => {
    const { account, card } = await scored();
    account.change({ amount: '75000' });
    card.choose('cashPosition', 'tight');
    await card.sees('your unsaved changes stay in the form');
    card.click('Refresh score');
    await card.waitFor(() => {
      expect(card.text()).not.toContain('Stale score');
    });
    expect(account.record['terms_cash_position']).toBeUndefined();
    expect(card.chosen('cashPosition')).toBe('tight');
    expect(card.tags()).toContain('Unsaved changes');
  });
});

describe('the sidebar', () => {
  it('says what to do and what to ask, and no more', async () => {
    const { card } = startSidebar({
      ...promoRetailer,
      terms_cash_position: 'abundant',
      terms_urgency: 'high',
      terms_needed_by: '2026-12-14',
    });
    await card.sees('Trade: make the offer');
    expect(card.text()).toContain('Ask for payment on delivery and offer delivery 21 days sooner.');
    expect(card.text()).toContain('Ask next');
    expect(card.text()).not.toContain('What the customer is after');
    expect(card.tags()).toEqual(['Trade: make the offer', 'No score saved yet']);
  });

  it('refreshes a stale score', async () => {
    const { account } = await scored();
    const { account: stale, card } = startSidebar({ ...account.record, amount: '75000' });
    await card.sees('Stale score');
    card.click('Refresh score');
    await card.sees('Scored 23 Nov 2026, 14:30');
    expect(stale.record['terms_scored_amount']).toBe('75000');
  });

  it('follows what is saved on the tab', async () => {
    const { account, card } = startSidebar(promoRetailer);
    await card.sees('Ask first');
    account.change({ terms_urgency: 'high', terms_needed_by: '2026-12-14' });
    await card.sees('Explore: ask first');
  });
});
