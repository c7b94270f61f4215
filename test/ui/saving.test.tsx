import { describe, expect, it } from 'vitest';
import type { ScoreDealRequest } from '@deal-terms/core/contracts';
import { promoRetailer } from './account.ts';
import type { Account } from './account.ts';
import { fillPromoRetailer, openTab } from './card.tsx';

const saves = (account: Account) =>
  account.calls.filter(({ uid }) => uid === 'score_deal').map(({ parameters }) => parameters as ScoreDealRequest);

const failure = (code: string, more: object = {}) => ({
  ok: false,
  code,
  message: 'A failure.',
  correlationId: 'c-1',
  ...more,
});

describe('saving', () => {
  it('stores a choice at once with its score, and says when, without a message for each', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'high');
    expect(card.text()).toContain('Saving…');
    await card.saved();
    expect(account.record).toMatchObject({ terms_urgency: 'high', terms_answers_known: '1' });
    expect(card.alerts()).toEqual([]);
    expect(card.renderer.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  });

  it('shares a write among quick choices: the first goes at once, the rest together', async () => {
    const { account, card } = await openTab();
    await fillPromoRetailer(card);
    await card.waitFor(() => {
      expect(account.record).toMatchObject({
        terms_cash_position: 'abundant',
        terms_importance: 'standard_clause',
        terms_urgency: 'high',
        terms_needed_by: '2026-12-14',
        terms_relationship: 'new',
        terms_best_package: 'on_delivery/21/none',
        terms_verdict: 'trade',
      });
    });
    expect(saves(account)).toHaveLength(2);
    expect(saves(account)[0]?.captured).toMatchObject({ cashPosition: 'abundant', urgency: null });
  });

  it('can be undone: the answers before are stored again', async () => {
    const { account, card } = await openTab({ ...promoRetailer, terms_urgency: 'some' });
    expect(card.isDisabled('Undo')).toBe(true);
    card.choose('urgency', 'critical');
    await card.saved();
    card.click('Undo');
    await card.waitFor(() => {
      expect(account.record['terms_urgency']).toBe('some');
    });
    expect(card.chosen('urgency')).toBe('some');
  });

  it('says at the field what the function found wrong with it, until it is edited', async () => {
    const { account, card } = await openTab(promoRetailer, (opened) => {
      opened.answerNext('score_deal', () =>
        failure('invalid_field', {
          fields: [{ field: 'daysBeyondTerms', message: 'HubSpot does not accept this value.' }],
        }),
      );
    });
    card.number('daysBeyondTerms', 400);
    await card.sees('Not saved: An answer cannot be used');
    expect(card.numberInput('daysBeyondTerms')).toMatchObject({
      error: true,
      value: 400,
      validationMessage: 'HubSpot does not accept this value.',
    });
    card.number('daysBeyondTerms', 30);
    await card.saved();
    expect(card.numberInput('daysBeyondTerms').error).toBeUndefined();
    expect(account.record['terms_days_beyond_terms']).toBe('30');
  });

  it('keeps what HubSpot refused in the form, and sends it together with what it asked for', async () => {
    const { account, card } = await openTab(promoRetailer, (opened) => {
      opened.answerNext('score_deal', () => failure('refused'));
    });
    card.choose('forecast', 'willing');
    await card.sees('Not saved: HubSpot refused to store this');
    expect(card.chosen('forecast')).toBe('willing');
    card.choose('relationship', 'new');
    await card.saved();
    expect(account.record).toMatchObject({ terms_forecast: 'willing', terms_relationship: 'new' });
  });

  it('is not tried again by itself after a failure, but on demand', async () => {
    const { account, card } = await openTab(promoRetailer, (opened) => {
      opened.answerNext('score_deal', () => failure('unavailable'));
    });
    card.choose('urgency', 'high');
    await card.sees('Not saved: HubSpot did not answer');
    expect(saves(account)).toHaveLength(1);
    card.click('Try again');
    await card.saved();
    expect(account.record['terms_urgency']).toBe('high');
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
    await card.sees('Somebody else saved at the same moment');
    expect(card.text()).toContain('Your answers are stored. Theirs were: Customer urgency: Some.');
    expect(card.alerts()).toEqual(['The card says what they had entered.']);
  });

  it('keeps the answers of a deal that lacks an amount, and says why there is no score', async () => {
    const { account, card } = await openTab({ deal_currency_code: 'EUR' });
    expect(card.strip()).toContain('Enter an amount on the deal.');
    card.choose('urgency', 'high');
    await card.sees('Saved without a score: The deal has no amount');
    expect(account.record['terms_urgency']).toBe('high');
  });
});
