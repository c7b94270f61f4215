import { describe, expect, it } from 'vitest';
import { bargainAt, parseScoringInput } from '@deal-terms/core/scoring';

const onDelivery = { payments: [{ share: 1, anchor: 'delivery', days: 0 }], leadTimeDays: 42, forecast: false };

/** The promo retailer's deal with what was said so far. */
function acceptanceAt(discount: number, answers: readonly object[]): number | undefined {
  const parsed = parseScoringInput({
    id: 'deal',
    deal: {
      amount: 60_000,
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    },
    customer: { cashPosition: 'abundant', answers: answers.map((answer) => ({ ...onDelivery, ...answer })) },
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return bargainAt(parsed.input, 'on_delivery/0/none', discount)?.acceptance;
}

describe('the chance of a yes at a discount', () => {
  it('is settled by what the customer already said to it', () => {
    const yes = [{ discount: 0.04, said: 'yes' }];
    expect(acceptanceAt(0.04, yes)).toBe(1);
    expect(acceptanceAt(0.05, yes)).toBe(1);
    expect(acceptanceAt(0.035, yes)).toBeLessThan(1);
    const no = [{ discount: 0.04, said: 'no' }];
    expect(acceptanceAt(0.04, no)).toBe(0);
    expect(acceptanceAt(0.03, no)).toBe(0);
    expect(acceptanceAt(0.045, no)).toBeGreaterThan(0);
  });
});
