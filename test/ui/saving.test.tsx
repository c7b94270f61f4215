import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { fillPromoRetailer, openTab } from './card.tsx';

describe('saving', () => {
  it('stores answers and score, tells the page and the rep, and is then current', async () => {
    const { account, card } = await openTab();
    await fillPromoRetailer(card);
    card.click('Save');
    await card.sees('Scored 23 Nov 2026, 14:30');
    expect(account.record).toMatchObject({
      terms_cash_position: 'abundant',
      terms_needed_by: '2026-12-14',
      terms_best_package: 'on_delivery/21/none',
      terms_verdict: 'trade',
    });
    expect(card.tags()).not.toContain('Unsaved changes');
    expect(card.text()).toContain('Nothing to save');
    expect(card.alerts()).toEqual(['Saved and scored.']);
    expect(card.renderer.mocks.actions.refreshObjectProperties.callCount).toBe(1);
    expect(card.isDisabled('Save')).toBe(true);
  });

  it('takes a double click for one', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'high');
    await card.sees('Unsaved changes');
    card.click('Save');
    card.click('Save');
    await card.sees('Scored');
    expect(account.calls.filter(({ uid }) => uid === 'score_deal')).toHaveLength(1);
  });

  it('sends an edit made just before the click', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'high');
    card.click('Save');
    await card.sees('Scored');
    expect(account.record['terms_urgency']).toBe('high');
  });

  it('keeps edits made while it is under way', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'high');
    card.click('Save');
    card.choose('cashPosition', 'tight');
    await card.sees('Scored');
    expect(account.record['terms_cash_position']).toBeUndefined();
    expect(card.chosen('cashPosition')).toBe('tight');
    expect(card.tags()).toContain('Unsaved changes');
  });

  it('says at the field what the function found wrong with it, until it is edited', async () => {
    const { card } = await openTab(promoRetailer, (account) => {
      account.answerNext('score_deal', () => ({
        ok: false,
        code: 'invalid_field',
        message: 'A field.',
        correlationId: 'c-1',
        fields: [{ field: 'daysBeyondTerms', message: 'HubSpot does not accept this value.' }],
      }));
    });
    card.number('daysBeyondTerms', 400);
    await card.sees('Unsaved changes');
    card.click('Save');
    await card.sees('An answer cannot be used');
    expect(card.numberInput('daysBeyondTerms')).toMatchObject({
      error: true,
      validationMessage: 'HubSpot does not accept this value.',
    });
    card.number('daysBeyondTerms', 30);
    await card.waitFor(() => {
      expect(card.numberInput('daysBeyondTerms').error).toBeUndefined();
    });
    expect(card.text()).not.toContain('An answer cannot be used');
  });

  it('warns when somebody else saved at the same moment, and says what', async () => {
    const { account, card } = await openTab();
    account.history = {
      terms_urgency: [
        { value: 'high', at: '2026-11-23T13:30:01Z' },
        { value: 'some', at: '2026-11-23T13:30:00Z' },
      ],
    };
    card.choose('urgency', 'high');
    card.click('Save');
    await card.sees('Somebody else saved at the same moment');
    expect(card.text()).toContain('Your answers are stored. Theirs were: Customer urgency: Some.');
    expect(card.alerts()).toEqual(['The card says what they had entered.']);
  });

  it('keeps the answers of a deal that lacks an amount, and says why there is no score', async () => {
    const { account, card } = await openTab({ deal_currency_code: 'EUR' });
    expect(card.text()).toContain('The deal has no amount');
    card.choose('urgency', 'high');
    await card.sees('Unsaved changes');
    card.click('Save');
    await card.sees(
      'Your answers are saved, without a score. Enter an amount above zero on the deal: without it there is nothing to weigh.',
    );
    expect(account.record['terms_urgency']).toBe('high');
    expect(card.tags()).toEqual(['No score saved yet']);
  });

  it('asks before it discards', async () => {
    const { account, card } = await openTab();
    expect(card.isDisabled('Discard changes')).toBe(true);
    card.choose('urgency', 'high');
    await card.sees('Unsaved changes');
    expect(card.overlayText('Discard changes')).toContain('The form goes back to what is stored on the deal.');
    expect(card.chosen('urgency')).toBe('high');
    card.clickInOverlay('Discard changes', 'Discard');
    await card.sees('Nothing to save');
    expect(card.chosen('urgency')).toBe('unknown');
    expect(card.renderer.mocks.actions.closeOverlay.calls).toEqual([['discard-changes']]);
    expect(account.calls.map(({ uid }) => uid)).toEqual(['open_deal']);
  });
});
