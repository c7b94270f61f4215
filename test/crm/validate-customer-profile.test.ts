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
          message: 'Expected a share of the amount between 0 and 1, such as 0.45 for 45 %, came 45.',
        },
      ],
    ],
    [
      { grossMargin: 0 },
      [
        {
          field: 'grossMargin',
          message: 'Expected a share of the amount between 0 and 1, such as 0.45 for 45 %, came 0.',
        },
      ],
    ],
    [
      { grossMargin: 1 },
      [
        {
          field: 'grossMargin',
          message: 'Expected a share of the amount between 0 and 1, such as 0.45 for 45 %, came 1.',
        },
      ],
    ],
    [{ leadTimeDays: -1 }, [{ field: 'leadTimeDays', message: 'Expected days from 0 to 3650, came -1.' }]],
    [
      { statedCostOfCash: 8 },
      [
        {
          field: 'statedCostOfCash',
          message: 'Expected a rate a year from 0 to 4, such as 0.08 for 8 %, came 8.',
        },
      ],
    ],
    [{ statedLossPerDay: -1 }, [{ field: 'statedLossPerDay', message: 'Expected money a day, 0 or more, came -1.' }]],
    [{ daysBeyondTerms: 4000 }, [{ field: 'daysBeyondTerms', message: 'Expected days from 0 to 3650, came 4000.' }]],
    [
      { customerWhy: 'x'.repeat(65_537) },
      [{ field: 'customerWhy', message: 'Expected at most 65536 characters, came 65537.' }],
    ],
    [
      { themes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      [{ field: 'themes', message: 'Expected at most 6 themes, came 7.' }],
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
