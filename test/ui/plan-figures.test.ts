import { describe, expect, it } from 'vitest';
import { assumptionsInWords } from '../../extensions/ui/plan/plan-figures.ts';

const reader = { locale: 'en-GB', currency: 'EUR' };

describe('what a plan says of its assumptions', () => {
  it('is its first line where more than half of the cash rests on them', () => {
    const plan = { deals: 32, assumed: { grossMargin: 23, paymentPlan: 1, leadTimeDays: 4 }, cashShare: 0.504 };
    expect(assumptionsInWords(plan, reader)).toEqual({
      isMostly: true,
      title: '50.4% of the cash this plan releases rests on assumptions',
      text: '23 of 32 deals rest on assumed margins, 1 on assumed payment terms, 4 on assumed lead times. Enter them on the deals, then plan again.',
    });
  });

  it('is a line further down where it is half or less, and nothing where all is known', () => {
    const plan = { deals: 8, assumed: { grossMargin: 1, paymentPlan: 0, leadTimeDays: 0 }, cashShare: 0.5 };
    expect(assumptionsInWords(plan, reader)).toMatchObject({
      isMostly: false,
      text: '1 of 8 deals rests on an assumed margin. Enter them on the deals, then plan again.',
    });
    const known = { deals: 8, assumed: { grossMargin: 0, paymentPlan: 0, leadTimeDays: 0 }, cashShare: 0 };
    expect(assumptionsInWords(known, reader)).toBeNull();
  });
});
