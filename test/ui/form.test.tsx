import { describe, expect, it } from 'vitest';
import { laterAdditions } from '@deal-terms/core/crm';
import { promoRetailer } from './account.ts';
import { fillPromoRetailer, openTab } from './card.tsx';

describe('an empty deal', () => {
  it('says what to ask first and shows no offer yet', async () => {
    const { card } = await openTab();
    expect(card.strip()).toBe(
      'Ask first Ask: “If it came 3 weeks earlier, what would that be worth to you?” Nobody has asked this customer yet. Worth asking: about €378 to us.',
    );
    expect(card.nextStep()).toBe('Copy question');
    expect(card.text()).not.toContain('Offers side by side');
    expect(card.text()).toContain('No score saved yet');
  });

  it('says what its lines and quote alone speak for, before anybody types', async () => {
    const blank = { dealname: 'Spring range', amount: '60000', deal_currency_code: 'EUR', closedate: '2026-12-15' };
    const opened = async (unitCost: string, netDays: string) => {
      const { card } = await openTab(blank, (account) => {
        account.lineItems.set('1', { price: '600', quantity: '100', amount: '60000', hs_cost_of_goods_sold: unitCost });
        account.quotes.set('2', { hs_status: 'APPROVED', hs_net_payment_terms: netDays });
      });
      return card.strip();
    };
    expect(await opened('288', '90')).toContain('Going by two figures alone: ask for payment on delivery at');
    expect(await opened('570', '14')).toContain('Going by two figures alone, no trade.');
  });

  it('asks the function for nothing but what it needs', async () => {
    const { account } = await openTab();
    expect(account.calls).toEqual([{ uid: 'open_deal', parameters: {} }]);
  });

  it('has the deal in one line, its fields on demand', async () => {
    const { card } = await openTab();
    expect(card.text()).toContain('Net 90 · 42 days · 45% margin');
    expect(() => card.numberInput('grossMargin')).toThrow();
    card.click('Edit');
    expect(card.numberInput('grossMargin').value).toBe(45);
    card.click('Done');
    expect(() => card.numberInput('grossMargin')).toThrow();
  });
});

describe('answers', () => {
  it('are scored at once to the figures of the golden promo retailer', async () => {
    const { card } = await openTab();
    await fillPromoRetailer(card);
    expect(card.strip()).toBe(
      'Question to ask Ask: “If we delivered 21 days sooner, would you pay on delivery and pay 1.5% more?” €60,900 instead of €60,000 Worth asking: about €440 to us.',
    );
    expect(card.nextStep()).toBe('Yes');
    expect(card.tiles('They:')).toEqual([
      'Best / They:  / payment on delivery / We:  / delivery 21 days sooner and a lower price / €58,800 (2% off) / Open at €60,900. A yes is likely (89.6%), if our assumptions hold. / We gain €3,197, they gain €3,785. / Record it',
      'Alternative / They:  / payment 30 days before delivery / We:  / delivery 21 days sooner and a lower price / €57,000 (5% off) / A yes is likely, if our assumptions hold. / We gain €2,818. / Use this one',
      'Alternative / They:  / payment 14 days after delivery / We:  / delivery 21 days sooner and a lower price / €59,400 (1% off) / A yes is likely, if our assumptions hold. / We gain €2,839. / Use this one',
    ]);
    expect(card.rows()).toEqual([
      'Measure | Today | Best trade | Change',
      'Margin | €27,000 | €23,030 | −€3,970',
      'Margin rate | 45% | 39.2% | −5.8 points',
      'Cash cycle | 132 days | 21 days | −111 days',
      'Annual return on cash | 226.2% | 1,119% | × 4.9',
    ]);
  });

  it('can be taken back', async () => {
    const { account, card } = await openTab();
    card.choose('urgency', 'high');
    await card.saved();
    card.choose('urgency', 'unknown');
    await card.waitFor(() => {
      expect(account.record['terms_urgency']).toBe('');
    });
    expect(card.chosen('urgency')).toBe('unknown');
  });

  it('follow the form through margin, lead time, lateness and constraints', async () => {
    const { account, card } = await openTab();
    card.click('Edit');
    card.number('grossMargin', 41.4);
    card.number('leadTimeDays', 30);
    card.number('daysBeyondTerms', 12);
    card.check('constraints', ['no_shorter_terms', 'no_prepayment']);
    card.say('customerWhy', 'Shelves are empty before Christmas');
    await card.waitFor(() => {
      expect(account.record).toMatchObject({
        terms_gross_margin: '0.414',
        terms_lead_time_days: '30',
        terms_days_beyond_terms: '12',
        terms_constraints: 'no_prepayment;no_shorter_terms',
        terms_customer_why: 'Shelves are empty before Christmas',
      });
    });
    expect(card.numberInput('grossMargin').value).toBe(41.4);
  });

  it('take figures the customer stated: percent a year as a fraction, money a day as it is', async () => {
    const { account, card } = await openTab();
    card.number('statedCostOfCash', 7);
    card.number('statedLossPerDay', 120.5);
    await card.waitFor(() => {
      expect(account.record).toMatchObject({
        terms_stated_cost_of_cash: '0.07',
        terms_stated_loss_per_day: '120.5',
      });
    });
    expect(card.numberInput('statedCostOfCash')).toMatchObject({
      value: 7,
      tooltip:
        'What they say a year of credit or borrowing costs them, such as 8 for 8% a year. Counts instead of the cash position.',
    });
    await card.saved();
    card.number('statedCostOfCash', 900);
    await card.sees('A marked answer is not saved: correct it.');
    expect(card.numberInput('statedCostOfCash')).toMatchObject({
      validationMessage: 'Enter a percentage a year from 0 to 400, such as 8.',
    });
  });

  it('that the account has no property for yet are not asked, and it says so', async () => {
    const { card } = await openTab(undefined, (account) => {
      account.additions = laterAdditions.filter((name) => name !== 'terms_stated_loss_per_day');
    });
    await card.sees('this is neither stored nor counted: Customer’s loss per day late.');
    expect(card.numberInput('statedCostOfCash').label).toBe('Their cost of cash, % a year');
    expect(() => card.numberInput('statedLossPerDay')).toThrow();
    expect(card.has('Figure')).toBe(false);
  });

  it('are put under the themes their words speak of by a click, and undone like any other answer', async () => {
    const { account, card } = await openTab();
    card.say('customerWhy', 'They sell out before Christmas');
    await card.saved();
    expect([card.has('Add Stock-outs'), card.has('Add Seasonal cash'), card.has('Add Storage')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(account.record['terms_themes'] ?? '').toBe('');
    card.click('Add Stock-outs');
    await card.waitFor(() => {
      expect(account.record['terms_themes']).toBe('stock_outs');
    });
    expect(card.has('Add Stock-outs')).toBe(false);
    card.click('Add Seasonal cash');
    await card.waitFor(() => {
      expect(account.record['terms_themes']).toBe('seasonal_cash;stock_outs');
    });
    await card.saved();
    card.click('Undo');
    await card.waitFor(() => {
      expect(account.record['terms_themes']).toBe('stock_outs');
    });
  });

  it('that cannot be are marked where they stand, in the unit they are typed in, and hold up no other', async () => {
    const { account, card } = await openTab();
    card.click('Edit');
    card.number('grossMargin', 145);
    card.number('daysBeyondTerms', -3);
    await card.sees('A marked answer is not saved: correct it.');
    expect(card.numberInput('grossMargin')).toMatchObject({
      error: true,
      validationMessage: 'Enter a percentage above 0 and below 100, such as 45.',
    });
    expect(card.numberInput('daysBeyondTerms')).toMatchObject({
      error: true,
      validationMessage: '-3 days cannot be right. Enter days from 0 to 3650.',
    });
    expect(account.calls.map(({ uid }) => uid)).toEqual(['open_deal']);
    card.choose('urgency', 'high');
    await card.waitFor(() => {
      expect(account.record['terms_urgency']).toBe('high');
    });
    expect(account.record['terms_gross_margin']).toBe('0.45');
    expect(card.numberInput('grossMargin').value).toBe(145);
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
    await card.waitFor(() => {
      expect(account.record).toMatchObject({ terms_needed_by: '', terms_days_beyond_terms: '' });
    });
  });
});

describe('payment terms', () => {
  it('are picked from a list of words', async () => {
    const { account, card } = await openTab();
    card.click('Edit');
    expect(card.selected('paymentPlan')).toBe('net 90');
    card.select('paymentPlan', 'net 60');
    await card.saved();
    expect(account.record['terms_payment_plan']).toBe('net 60');
  });

  it('or written as the company does, checked at the field and stored in short notation', async () => {
    const { account, card } = await openTab();
    card.click('Edit');
    card.select('paymentPlan', 'other');
    await card.waitFor(() => {
      expect(card.input('paymentPlanNotation')).not.toBeNull();
    });
    card.write('paymentPlanNotation', '30% order + 60% net 60');
    await card.sees('Correct an answer to see a score.');
    expect(card.input('paymentPlanNotation')).toMatchObject({
      error: true,
      validationMessage:
        'The shares add up to 90%. They must add up to 100%. For example: “30% deposit, balance on delivery”, “net 60” or “on delivery”.',
    });
    expect(account.record['terms_payment_plan']).toBe('net 90');
    card.write('paymentPlanNotation', '40 % Anzahlung, Rest 60 Tage nach Lieferung');
    await card.saved();
    expect(account.record['terms_payment_plan']).toBe('40% order + 60% net 60');
  });

  it('and margin and lead time come from the policy when empty, and are called assumed', async () => {
    const { account, card } = await openTab({ amount: '60000', deal_currency_code: 'EUR' });
    expect(card.text()).toContain('42 days, usual · 45% margin, usual');
    card.click('Edit');
    expect(card.numberInput('grossMargin')).toMatchObject({ description: 'Empty: our usual 45% is assumed.' });
    card.choose('urgency', 'high');
    await card.saved();
    expect(card.text()).toContain('Gross margin of the deal: 45%, our usual figure, as the deal has none.');
    expect(card.text()).toContain(
      'Payment terms today: Payment 30 days after delivery, our usual figure, as the deal has none.',
    );
    expect(account.record['terms_gross_margin']).toBeUndefined();
    expect(account.record['terms_payment_plan']).toBeUndefined();
  });
});
