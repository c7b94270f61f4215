import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

/** An answer edited here that a colleague changed meanwhile, whom the page has not heard of yet. */
async function conflict() {
  const { account, card } = await openTab();
  account.changeUnseen({ terms_urgency: 'some' });
  card.choose('urgency', 'critical');
  await card.sees('Somebody else changed this answer too');
  return { account, card };
}

describe('a conflict', () => {
  it('is shown at its field, theirs and mine, and overwrites nobody', async () => {
    const { account, card } = await conflict();
    expect(card.text()).toContain('Theirs: Some. Mine: Critical.');
    expect(card.text()).toContain('Somebody else changed an answer too: choose at its field.');
    expect(card.alerts()).toEqual(['Choose theirs or yours at its field. Nothing is lost.']);
    expect(account.record['terms_urgency']).toBeUndefined();
  });

  it('holds up no other answer', async () => {
    const { account, card } = await conflict();
    card.choose('forecast', 'willing');
    await card.waitFor(() => {
      expect(account.record).toMatchObject({ terms_forecast: 'willing', terms_urgency: 'some' });
    });
    expect(card.chosen('urgency')).toBe('critical');
    expect(card.text()).toContain('Theirs: Some. Mine: Critical.');
  });

  it('is decided for mine with a click, and stored', async () => {
    const { account, card } = await conflict();
    card.click('Keep mine');
    await card.saved();
    expect(account.record['terms_urgency']).toBe('critical');
    expect(card.text()).not.toContain('Somebody else changed');
  });

  it('is decided for theirs with a click', async () => {
    const { account, card } = await conflict();
    card.click('Keep theirs');
    await card.waitFor(() => {
      expect(card.chosen('urgency')).toBe('some');
    });
    expect(card.text()).not.toContain('Somebody else changed');
    card.choose('forecast', 'willing');
    await card.saved();
    expect(account.record).toMatchObject({ terms_forecast: 'willing', terms_urgency: 'some' });
  });
});

describe('a change from outside', () => {
  it('reaches untouched fields', async () => {
    const { account, card } = await openTab();
    card.click('Edit');
    account.change({ terms_cash_position: 'tight', terms_lead_time_days: '30' });
    await card.waitFor(() => {
      expect(card.chosen('cashPosition')).toBe('tight');
    });
    expect(card.numberInput('leadTimeDays').value).toBe(30);
  });

  it('leaves alone what could not be saved yet, and is a conflict there', async () => {
    const { account, card } = await openTab(promoRetailer, (opened) => {
      opened.answerNext('score_deal', () => ({
        ok: false,
        code: 'unavailable',
        message: 'Down.',
        correlationId: 'c-1',
      }));
    });
    card.choose('urgency', 'critical');
    await card.sees('Not saved');
    account.change({ terms_urgency: 'some' });
    await card.sees('Somebody else changed this answer too');
    expect(card.chosen('urgency')).toBe('critical');
  });

  it('scores a new amount at once', async () => {
    const { account, card } = await openTab({
      ...promoRetailer,
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_urgency: 'high',
      terms_needed_by: '2026-12-14',
      terms_relationship: 'new',
    });
    expect(card.rows()[1]).toBe('Margin | €27,000 | €23,030 | −€3,970');
    account.change({ amount: '120000' });
    await card.waitFor(() => {
      expect(card.rows()[1]).toMatch(/^Margin \| €54,000 /);
    });
  });
});
