import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPaymentPlan, parsePaymentPlan, paymentPlanSchema } from '@deal-terms/core/scoring';
import type { PaymentPlan } from '@deal-terms/core/scoring';
import { paymentPlans } from './scoring-input.arbitrary.ts';

const order = (share: number, days = 0) => ({ share, anchor: 'order' as const, days });
const delivery = (share: number, days = 0) => ({ share, anchor: 'delivery' as const, days });

describe('parsePaymentPlan', () => {
  it.each<[text: string, plan: PaymentPlan]>([
    ['net 90', [delivery(1, 90)]],
    ['NET90', [delivery(1, 90)]],
    ['Net 30 days', [delivery(1, 30)]],
    ['on delivery', [delivery(1)]],
    ['advance 30', [delivery(1, -30)]],
    ['advance 0', [delivery(1)]],
    ['order', [order(1)]],
    ['prepaid', [order(1)]],
    ['order 14', [order(1, 14)]],
    ['order -5', [order(1, -5)]],
    ['50% order + 50% net 30', [order(0.5), delivery(0.5, 30)]],
    ['  50 % ORDER+50%   net   30 ', [order(0.5), delivery(0.5, 30)]],
    ['30% with order + 70% on delivery', [order(0.3), delivery(0.7)]],
    ['33.3% order + 33.3% on delivery + 33.4% net 60', [order(0.333), delivery(0.333), delivery(0.334, 60)]],
    ['12.5% order + 87.5% advance 7', [order(0.125), delivery(0.875, -7)]],
    ['100% net 14', [delivery(1, 14)]],
  ])('reads %j', (text, plan) => {
    expect(parsePaymentPlan(text)).toEqual({ ok: true, plan });
  });

  it.each([
    ['', 'expected payment terms such as net 90, on delivery, advance 30, or 50% order + 50% net 30, got ""'],
    [
      'whenever',
      'expected payment terms such as net 90, on delivery, advance 30, or 50% order + 50% net 30, got "whenever"',
    ],
    [
      '50% order + 50% later',
      'expected payment terms such as net 90, on delivery, advance 30, or 50% order + 50% net 30, got "50% later"',
    ],
    [
      'net -5',
      'expected payment terms such as net 90, on delivery, advance 30, or 50% order + 50% net 30, got "net -5"',
    ],
    ['50% order + net 30', 'expected a share, such as 50%, before each of several terms, got "net 30"'],
    ['0% order + 100% net 30', 'expected a share above 0%, got "0% order"'],
    ['50% order + 40% net 30', 'expected shares that sum to 100%, got 90%'],
    ['50% net 30', 'expected shares that sum to 100%, got 50%'],
  ])('says what is wrong with %j', (text, message) => {
    expect(parsePaymentPlan(text)).toEqual({ ok: false, message });
  });

  it('answers any text with a valid plan or a short message', () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          'net ',
          'order',
          'advance ',
          'on delivery',
          '50%',
          ' + ',
          '-',
          '.',
          '1e5',
          '30',
          '9'.repeat(400),
          '\u202E',
          '__proto__',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces, fc.constant('+'.repeat(65_536))), (text) => {
        const parsed = parsePaymentPlan(text);
        if (parsed.ok) expect(paymentPlanSchema.safeParse(parsed.plan).success).toBe(true);
        else expect(parsed.message.length).toBeLessThan(160);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatPaymentPlan', () => {
  it.each<[plan: PaymentPlan, text: string]>([
    [[delivery(1, 90)], 'net 90'],
    [[delivery(1)], 'on delivery'],
    [[delivery(1, -30)], 'advance 30'],
    [[order(1)], 'order'],
    [[order(0.3), delivery(0.7, 60)], '30% order + 70% net 60'],
    [[order(1 / 3), delivery(2 / 3, 0.1)], '33.33333333333333% order + 66.66666666666666% net 0.1'],
    [
      [order(1e-8, -1e-7), delivery(1 - 1e-8, 1e21)],
      '0.000001% order -0.0000001 + 99.999999% net 1000000000000000000000',
    ],
  ])('writes %j', (plan, text) => {
    expect(formatPaymentPlan(plan)).toBe(text);
  });

  it('is read back as exactly the same plan', () => {
    const days = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const plans = fc.oneof(
      paymentPlans,
      paymentPlans.chain((plan) =>
        fc
          .tuple(...plan.map(() => days))
          .map((all) => plan.map((tranche, index) => ({ ...tranche, days: all[index] ?? 0 }))),
      ),
    );
    fc.assert(
      fc.property(plans, (plan) => {
        expect(parsePaymentPlan(formatPaymentPlan(plan))).toEqual({ ok: true, plan });
      }),
      { numRuns: 1000 },
    );
  });
});
