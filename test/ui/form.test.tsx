import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { fillPromoRetailer, openTab } from './card.tsx';

describe('an empty deal', () => {
  it('says what to ask first and shows no offer yet', async () => {
    const { card } = await openTab();
    expect(card.text()).toContain('Nothing is known of this customer yet');
    expect(card.text()).toContain('Ask first');
    expect(card.text()).toContain('“If it came 3 weeks earlier, what would that be worth to you?”');
    expect(card.text()).toContain('Knowing the answer is worth about €378 to us on this deal.');
    expect(card.text()).not.toContain('Offers to put side by side');
    expect(card.tags()).toEqual(['No score saved yet']);
  });

  it('asks the function for nothing but what it needs', async () => {
    const { account } = await openTab();
    expect(account.calls).toEqual([{ uid: 'open_deal', parameters: {} }]);
  });
});

describe('answers', () => {
  it('are scored at once, without a call, to the figures of the golden promo retailer', async () => {
    const { account, card } = await openTab();
    await fillPromoRetailer(card);
    expect(card.text()).toContain(
      'Ask for payment on delivery and offer delivery 21 days sooner. Start at a 1.5% premium, settle by a 2% discount, never above 6.5%.',
    );
    expect(card.facts()).toEqual([
      'Open with: 1.5% premium',
      'Settle by: 2% discount',
      'Walk away beyond: 6.5% discount',
      'Chance of a yes: 89.6%',
      'Our gain: €3,197',
      'Customer’s gain: €3,785',
      'Margin given up: €3,970',
      'What the cash costs us: 25.2% a year',
      'Open with: 2% discount',
      'Settle by: 5% discount',
      'Walk away beyond: 9% discount',
      'Chance of a yes: 89.2%',
      'Our gain: €2,818',
      'Customer’s gain: €3,413',
      'Margin given up: €5,770',
      'What the cash costs us: 32% a year',
      'Open with: 2% premium',
      'Settle by: 1% discount',
      'Walk away beyond: 5% discount',
      'Chance of a yes: 89%',
      'Our gain: €2,839',
      'Customer’s gain: €3,231',
      'Margin given up: €3,370',
      'What the cash costs us: 24.5% a year',
    ]);
    expect(card.rows()).toEqual([
      'Measure | Today | Best trade | Change',
      'Margin | €27,000 | €23,030 | −€3,970',
      'Margin rate | 45% | 39.2% | −5.8 points',
      'Cash cycle | 132 days | 21 days | −111 days',
      'Annual return on cash | 226.2% | 1,119% | × 4.9',
    ]);
    expect(card.score()).toBe(99);
    expect(card.tags()).toContain('Unsaved changes');
    expect(account.calls.map(({ uid }) => uid)).toEqual(['open_deal']);
  });

  it('can be taken back', async () => {
    const { card } = await openTab();
    card.choose('urgency', 'high');
    await card.sees('Unsaved changes');
    card.choose('urgency', 'unknown');
    await card.sees('Nothing to save');
    expect(card.chosen('urgency')).toBe('unknown');
  });

  it('follow the form through margin, lead time, lateness and constraints', async () => {
    const { account, card } = await openTab();
    card.number('grossMargin', 41.4);
    card.number('leadTimeDays', 30);
    card.number('daysBeyondTerms', 12);
    card.check('constraints', ['no_shorter_terms', 'no_prepayment']);
    card.say('customerWhy', 'Shelves are empty before Christmas');
    await card.sees('Unsaved changes');
    expect(card.numberInput('grossMargin').value).toBe(41.4);
    card.click('Save');
    await card.sees('Scored 23 Nov 2026, 14:30');
    expect(account.record).toMatchObject({
      terms_gross_margin: '0.414',
      terms_lead_time_days: '30',
      terms_days_beyond_terms: '12',
      terms_constraints: 'no_prepayment;no_shorter_terms',
      terms_customer_why: 'Shelves are empty before Christmas',
    });
  });

  it('that cannot be are marked where they stand, in the unit they are typed in', async () => {
    const { card } = await openTab();
    card.number('grossMargin', 145);
    card.number('daysBeyondTerms', -3);
    await card.sees('Correct the marked fields first.');
    expect(card.numberInput('grossMargin')).toMatchObject({
      error: true,
      validationMessage: 'Expected a percentage above 0 and below 100, such as 45.',
    });
    expect(card.numberInput('daysBeyondTerms')).toMatchObject({
      error: true,
      validationMessage: 'Expected days from 0 to 3650, came -3.',
    });
    expect(card.isDisabled('Save')).toBe(true);
  });

  it('empty numbers and dates are not known', async () => {
    const { account, card } = await openTab({
      ...promoRetailer,
      terms_needed_by: '2026-12-14',
      terms_days_beyond_terms: '5',
    });
    expect(card.dateShown()).toEqual({ year: 2026, month: 11, date: 14 });
    card.number('daysBeyondTerms', null);
    card.date('neededBy', null);
    await card.sees('Unsaved changes');
    card.click('Save');
    await card.sees('Scored 23 Nov 2026');
    expect(account.record).toMatchObject({ terms_needed_by: '', terms_days_beyond_terms: '' });
  });
});

describe('payment terms', () => {
  it('are picked from a list of words', async () => {
    const { account, card } = await openTab();
    expect(card.selected('paymentPlan')).toBe('net 90');
    card.select('paymentPlan', 'net 60');
    await card.sees('Unsaved changes');
    card.click('Save');
    await card.sees('Scored');
    expect(account.record['terms_payment_plan']).toBe('net 60');
  });

  it('or written as the company does, checked at the field and stored in short notation', async () => {
    const { account, card } = await openTab();
    card.select('paymentPlan', 'other');
    await card.waitFor(() => {
      expect(card.input('paymentPlanNotation')).not.toBeNull();
    });
    card.write('paymentPlanNotation', '30% order + 60% net 60');
    await card.sees('The score waits for a correction');
    expect(card.input('paymentPlanNotation')).toMatchObject({
      error: true,
      validationMessage:
        'The shares add up to 90%. They must add up to 100%. For example: “30% deposit, balance on delivery”, “net 60” or “on delivery”.',
    });
    expect(card.isDisabled('Save')).toBe(true);
    card.write('paymentPlanNotation', '40 % Anzahlung, Rest 60 Tage nach Lieferung');
    await card.waitFor(() => {
      expect(card.isDisabled('Save')).toBe(false);
    });
    card.click('Save');
    await card.sees('Scored');
    expect(account.record['terms_payment_plan']).toBe('40% order + 60% net 60');
  });

  it('and margin and lead time come from the policy when empty, and are called assumed', async () => {
    const { account, card } = await openTab({ amount: '60000', deal_currency_code: 'EUR' });
    expect(card.numberInput('grossMargin')).toMatchObject({ description: 'Empty: our usual 45% is assumed.' });
    card.choose('urgency', 'high');
    await card.sees('Unsaved changes');
    expect(card.text()).toContain('Gross margin of the deal: 45%, our usual figure, as the deal has none.');
    expect(card.text()).toContain(
      'Payment terms today: Payment 30 days after delivery, our usual figure, as the deal has none.',
    );
    card.click('Save');
    await card.sees('Scored');
    expect(account.record['terms_gross_margin']).toBeUndefined();
    expect(account.record['terms_payment_plan']).toBeUndefined();
  });
});
