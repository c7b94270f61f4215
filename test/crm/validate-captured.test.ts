import { describe, expect, it } from 'vitest';
import { validateCaptured } from '@deal-terms/core/crm';
import { nothingCaptured } from './arbitrary-captured.ts';

const faults = (fields: object) => validateCaptured({ ...nothingCaptured, ...fields });

describe('validateCaptured', () => {
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
    [{ daysBeyondTerms: 4000 }, [{ field: 'daysBeyondTerms', message: 'Expected days from 0 to 3650, came 4000.' }]],
    [
      { customerWhy: 'x'.repeat(65_537) },
      [{ field: 'customerWhy', message: 'Expected at most 65536 characters, came 65537.' }],
    ],
  ])('names %j', (fields, expected) => {
    expect(faults(fields)).toEqual(expected);
  });

  it.each(['net ninety', '60% order + 50% net 30', '', '0% order + 100% net 30'])(
    'names the payment plan %j and what would do',
    (paymentPlan) => {
      const [fault] = faults({ paymentPlan });
      expect(fault?.field).toBe('paymentPlan');
      expect(fault?.message).toMatch(/^Expected .+/i);
    },
  );

  it('names every faulty field once', () => {
    expect(faults({ grossMargin: 45, leadTimeDays: -1, paymentPlan: '?' }).map(({ field }) => field)).toEqual([
      'paymentPlan',
      'leadTimeDays',
      'grossMargin',
    ]);
  });
});
