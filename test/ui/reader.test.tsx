import { describe, expect, it } from 'vitest';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

/** No-break spaces read as spaces. */
const plain = (texts: string[]) => texts.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));
const answered = {
  ...promoRetailer,
  terms_cash_position: 'abundant',
  terms_importance: 'standard_clause',
  terms_urgency: 'high',
  terms_needed_by: '2026-12-14',
  terms_relationship: 'new',
};

describe('the reader’s locale', () => {
  it('formats money, percentages and days as in Germany', async () => {
    const { card } = await openTab(answered, undefined, 'de-DE');
    expect(plain(card.rows())).toEqual([
      'Measure | Today | Best trade | Change',
      'Margin | 27.000 € | 23.030 € | −3.970 €',
      'Margin rate | 45 % | 39,2 % | −5,8 points',
      'Cash cycle | 132 days | 21 days | −111 days',
      'Annual return on cash | 226,2 % | 1.119 % | × 4,9',
    ]);
    expect(plain([card.strip()])).toEqual([
      'Question to ask Ask: “If we delivered 21 days sooner, would you pay on delivery and pay 1,5 % more?” 60.900 € instead of 60.000 € Worth asking: about 440 € to us.',
    ]);
  });

  it('leaves out a list price of billions, which takes a line of its own', async () => {
    const { card } = await openTab({ ...answered, amount: '1234567890' });
    expect(plain([card.strip()])).toEqual([
      'Question to ask Ask: “If we delivered 21 days sooner, would you pay on delivery and pay 4% more?” €1,283,950,606 Worth asking: about €5,337,034 to us.',
    ]);
  });

  it.each(['en-gb', 'en_GB', 'de', 'pt-br', 'not a locale', ''])('takes %j as HubSpot may spell it', async (locale) => {
    const { card } = await openTab(answered, undefined, locale);
    expect(card.rows()).toHaveLength(5);
  });

  it('shows a currency code nobody knows without failing', async () => {
    const { card } = await openTab({ ...answered, deal_currency_code: 'EURO', hs_exchange_rate: '1' });
    expect(card.rows()).toHaveLength(5);
  });
});
