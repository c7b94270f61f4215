import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab, startSidebar } from './card.tsx';

/** A deal saved and scored on the day of the tests. */
async function scored() {
  const { account, card } = await openTab();
  card.choose('urgency', 'high');
  await card.saved();
  return { account, card };
}

describe('a stored score', () => {
  it('is stale when the amount changed, says so, and is refreshed on demand', async () => {
    const { account, card } = await scored();
    account.change({ amount: '75000' });
    await card.sees('The stored score of 23 Nov 2026, 14:30 is out of date: the amount changed since.');
    card.click('Refresh score');
    await card.waitFor(() => {
      expect(account.record['terms_scored_amount']).toBe('75000');
      expect(card.text()).not.toContain('is out of date');
    });
  });

  it('is stale when a date changed outside the card', async () => {
    const { account, card } = await scored();
    account.change({ terms_needed_by: '2026-12-14' });
    await card.sees('is out of date: an answer, a date, the terms or an exchange rate changed since.');
  });

  it('is stale under a newer policy', async () => {
    const { account } = await scored();
    const { card } = await openTab(account.record, (other) => {
      other.policy = { version: 2, modelVersion: 2, model: {}, app: {} };
    });
    expect(card.text()).toContain('is out of date: our policy changed since.');
  });
});

describe('the sidebar', () => {
  it('has the strip of the tab with its step, and no more', async () => {
    const { card } = startSidebar({
      ...promoRetailer,
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_urgency: 'high',
      terms_needed_by: '2026-12-14',
      terms_relationship: 'new',
    });
    await card.sees('would you pay on delivery');
    expect(card.nextStep()).toBe('Yes');
    expect(card.chosen('urgencyInSidebar')).toBe('high');
    expect(card.text()).not.toContain('Edit');
    expect(card.text()).not.toContain('Offers side by side');
  });

  it('refreshes a stale score', async () => {
    const { account } = await scored();
    const { account: stale, card } = startSidebar({ ...account.record, amount: '75000' });
    await card.sees('is out of date');
    card.click('Refresh score');
    await card.saved();
    expect(stale.record['terms_scored_amount']).toBe('75000');
  });

  it('follows what is saved on the tab', async () => {
    const { account, card } = startSidebar(promoRetailer);
    await card.sees('Nobody has asked this customer yet.');
    account.change({ terms_urgency: 'high', terms_needed_by: '2026-12-14' });
    await card.sees('Question to ask');
  });
});
