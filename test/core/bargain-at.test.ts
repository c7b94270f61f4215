import { describe, expect, it } from 'vitest';
import { bargainAt, parseScoringInput } from '@deal-terms/core/scoring';

const onDelivery = { payments: [{ share: 1, anchor: 'delivery', days: 0 }], leadTimeDays: 42, forecast: false };

const yes = (discount: number) => ({ discount, said: 'yes' });
const no = (discount: number) => ({ discount, said: 'no' });

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
    expect(acceptanceAt(0.04, [yes(0.04)])).toBe(1);
    expect(acceptanceAt(0.05, [yes(0.04)])).toBe(1);
    expect(acceptanceAt(0.035, [yes(0.04)])).toBeLessThan(1);
    expect(acceptanceAt(0.04, [no(0.04)])).toBe(0);
    expect(acceptanceAt(0.03, [no(0.04)])).toBe(0);
    expect(acceptanceAt(0.045, [no(0.04)])).toBeGreaterThan(0);
  });

  it.each([
    ['a yes to what was refused', [no(0.04), yes(0.04)], { '0.04': 1, '0.03': 'open' }],
    ['a yes to less than was refused', [no(0.05), yes(0.04)], { '0.04': 1, '0.05': 1 }],
    ['a yes to more than was refused', [no(0.03), yes(0.04)], { '0.03': 0, '0.035': 'open', '0.04': 1 }],
    ['a no to what was agreed', [yes(0.04), no(0.04)], { '0.04': 0, '0.05': 'open' }],
    ['a no to more than was agreed', [yes(0.04), no(0.05)], { '0.04': 0, '0.05': 0, '0.06': 'open' }],
    ['a no to less than was agreed', [yes(0.04), no(0.03)], { '0.03': 0, '0.035': 'open', '0.04': 1 }],
    ['two of the same kind', [yes(0.05), yes(0.04), no(0.02), no(0.03)], { '0.03': 0, '0.035': 'open', '0.04': 1 }],
    ['an answer to other days', [{ ...yes(0.04), leadTimeDays: 41 }], { '0.04': 'open' }],
    ['an answer that came with forecasts', [{ ...yes(0.04), forecast: true }], { '0.04': 'open' }],
  ])('after %s is what still stands', (_, answers, expected) => {
    for (const [discount, chance] of Object.entries(expected)) {
      const acceptance = acceptanceAt(Number(discount), answers);
      if (chance !== 'open') expect(acceptance, discount).toBe(chance);
      else {
        expect(acceptance, discount).toBeGreaterThan(0);
        expect(acceptance, discount).toBeLessThan(1);
      }
    }
  });
});
