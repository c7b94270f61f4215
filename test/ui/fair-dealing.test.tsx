import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

describe('rules on terms of trade', () => {
  it('are mentioned on the card when the terms touch one, with reason and source, and not as advice', async () => {
    const { card } = await openTab(promoRetailer, (account) => {
      account.company = { country: 'Ireland', industry: 'RETAIL' };
      account.record = { ...account.record, hs_primary_associated_company: '5' };
    });
    card.choose('urgency', 'high');
    await card.sees('Check: ');
    expect(card.text()).toContain('Between companies, more than 60 days need to be agreed expressly');
    expect(card.text()).toContain(
      'Touched by today’s terms (payment 90 days after delivery). Source: Directive 2011/7/EU, Article 3(5).',
    );
    expect(card.text()).toContain('it is no legal advice');
  });

  it('are not mentioned when nobody knows where the customer is', async () => {
    const { card } = await openTab();
    card.choose('urgency', 'high');
    await card.sees('What this rests on');
    expect(card.text()).not.toContain('Check: ');
  });
});
