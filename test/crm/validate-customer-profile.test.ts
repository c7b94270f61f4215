import { describe, expect, it } from 'vitest';
import { validateCustomerProfile } from '@deal-terms/core/crm';
import { emptyProfile } from './arbitrary-customer-profile.ts';

const faults = (fields: object) => validateCustomerProfile({ ...emptyProfile, ...fields });

describe('validateCustomerProfile', () => {
  it('has nothing against an empty sheet or a sound one', () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({
        grossMargin: 0.45,
        leadTimeDays: 0,
        daysBeyondTerms: 0,
        paymentPlan: '50% order + 50% net 30',
        customerWhy: 'x'.repeat(65_536),
        neededBy: '2020-01-01',
        statedCostOfCash: 0,
        statedLossPerDay: 1e6,
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { grossMargin: 45 },
      [
        {
          field: 'grossMargin',
          message: 'A margin of 4500 % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.',
        },
      ],
    ],
    [
      { grossMargin: 0 },
      [
        {
          field: 'grossMargin',
          message: 'A margin of 0 % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.',
        },
      ],
    ],
    [
      { grossMargin: 1 },
      [
        {
          field: 'grossMargin',
          message: 'A margin of 100 % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.',
        },
      ],
    ],
    [{ leadTimeDays: -1 }, [{ field: 'leadTimeDays', message: '-1 days cannot be right. Enter days from 0 to 3650.' }]],
    [
      { statedCostOfCash: 8 },
      [
        {
          field: 'statedCostOfCash',
          message: '800 % a year cannot be right. Enter a rate from 0 to 400 % a year: 0.08 is 8 %.',
        },
      ],
    ],
    [{ statedLossPerDay: -1 }, [{ field: 'statedLossPerDay', message: '-1 a day cannot be right. Enter 0 or more.' }]],
    [
      { daysBeyondTerms: 4000 },
      [{ field: 'daysBeyondTerms', message: '4000 days cannot be right. Enter days from 0 to 3650.' }],
    ],
    [
      { customerWhy: 'x'.repeat(65_537) },
      [{ field: 'customerWhy', message: 'This is 65537 characters long. Enter at most 65536.' }],
    ],
    [
      { themes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      [{ field: 'themes', message: 'These are 7 themes. Choose at most 6.' }],
    ],
  ])('names %j', (fields, expected) => {
    expect(faults(fields)).toEqual(expected);
  });

  it.each([
    ['net noventy', 'We cannot tell what “noventy” means in payment terms.'],
    ['60% order + 50% net 30', 'The shares add up to 110%. They must add up to 100%.'],
    ['', 'Enter when the customer pays.'],
    ['0% order + 100% net 30', 'A share of 0% is none. Enter shares above 0%.'],
    ['order -5', 'Nobody pays before the order. Enter payment with the order, or days after it.'],
    ['net 4000', '4,000 days are more than ten years. Enter at most 3,650 days.'],
  ])('says what is wrong with the payment terms %j', (paymentPlan, reason) => {
    const [fault] = faults({ paymentPlan });
    expect(fault?.field).toBe('paymentPlan');
    expect(fault?.message.split(' For example: ')[0]).toBe(reason);
  });

  it.each(['net ninety', '14 Tage 2 % Skonto 30 Tage netto', '30 jours fin de mois', 'COD'])(
    'takes payment terms as a company writes them: %j',
    (paymentPlan) => expect(faults({ paymentPlan })).toEqual([]),
  );

  it('names every faulty field once', () => {
    expect(faults({ grossMargin: 45, leadTimeDays: -1, paymentPlan: '?' }).map(({ field }) => field)).toEqual([
      'paymentPlan',
      'leadTimeDays',
      'grossMargin',
    ]);
  });
});
