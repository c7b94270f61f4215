import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

/** Two answers edited here, both changed by a colleague whom the page has not heard of yet. */
async function conflict() {
  const { account, card } = await openTab();
  account.changeUnseen({ terms_urgency: 'some', terms_cash_position: 'tight' });
  card.choose('urgency', 'critical');
  card.choose('cashPosition', 'abundant');
  card.choose('forecast', 'willing');
  card.click('Save');
  await card.sees('Somebody else changed these answers too');
  return { account, card };
}

describe('a conflict', () => {
  it('stores nothing and shows theirs and mine side by side', async () => {
    const { account, card } = await conflict();
    expect(card.tiles('Theirs:')).toEqual([
      'Customer cash position / Theirs: Tight / Mine: Abundant / Keep theirs / Keep mine',
      'Customer urgency / Theirs: Some / Mine: Critical / Keep theirs / Keep mine',
    ]);
    expect(account.record['terms_forecast']).toBeUndefined();
    expect(card.isDisabled('Save')).toBe(true);
    expect(card.text()).toContain('Choose between theirs and mine first.');
  });

  it('is decided field by field, and then saved', async () => {
    const { account, card } = await conflict();
    card.clickInTile('Customer cash position', 'Keep theirs');
    card.clickInTile('Customer urgency', 'Keep mine');
    await card.waitFor(() => {
      expect(card.isDisabled('Save')).toBe(false);
    });
    expect(card.chosen('cashPosition')).toBe('tight');
    expect(card.chosen('urgency')).toBe('critical');
    card.click('Save');
    await card.sees('Scored');
    expect(account.record).toMatchObject({
      terms_cash_position: 'tight',
      terms_urgency: 'critical',
      terms_forecast: 'willing',
    });
  });

  it('is decided at once for theirs', async () => {
    const { account, card } = await conflict();
    card.click('Keep all of theirs');
    await card.waitFor(() => {
      expect(card.isDisabled('Save')).toBe(false);
    });
    card.click('Save');
    await card.sees('Scored');
    expect(account.record).toMatchObject({
      terms_cash_position: 'tight',
      terms_urgency: 'some',
      terms_forecast: 'willing',
    });
  });

  it('is decided at once for mine', async () => {
    const { account, card } = await conflict();
    card.click('Keep all of mine');
    await card.waitFor(() => {
      expect(card.isDisabled('Save')).toBe(false);
    });
    card.click('Save');
    await card.sees('Scored');
    expect(account.record).toMatchObject({
      terms_cash_position: 'abundant',
      terms_urgency: 'critical',
      terms_forecast: 'willing',
    });
  });

  it('is known before saving when the page hears of the change', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'critical');
    account.change({ terms_urgency: 'some' });
    await card.sees('Somebody else changed these answers too');
    expect(card.chosen('urgency')).toBe('critical');
  });
});

describe('a change from outside', () => {
  it('reaches untouched fields and leaves edited ones alone', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'critical');
    await card.sees('Unsaved changes');
    account.change({ terms_cash_position: 'tight', terms_lead_time_days: '30' });
    await card.waitFor(() => {
      expect(card.chosen('cashPosition')).toBe('tight');
    });
    expect(card.numberInput('leadTimeDays').value).toBe(30);
    expect(card.chosen('urgency')).toBe('critical');
    expect(card.text()).not.toContain('Somebody else changed');
  });

  it('is not a conflict when it is the same answer', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'critical');
    await card.sees('Unsaved changes');
    account.change({ terms_urgency: 'critical' });
    await card.sees('Nothing to save');
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
