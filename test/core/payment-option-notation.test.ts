import { describe, expect, it } from 'vitest';
import { formatPaymentOption, parsePaymentOption } from '@deal-terms/core/scoring';
import type { PaymentOption } from '@deal-terms/core/scoring';

const net30 = [{ share: 1, anchor: 'delivery' as const, days: 30 }];

describe('a payment option in short notation', () => {
  it.each<[string, PaymentOption]>([
    ['net 30', { payments: net30 }],
    ['balance on delivery', { balanceDays: 0 }],
    ['balance net 30', { balanceDays: 30 }],
  ])('writes and reads %s', (text, option) => {
    expect(formatPaymentOption(option)).toBe(text);
    expect(parsePaymentOption(text)).toEqual({ ok: true, option });
  });

  it('moves the balance to delivery where it does not say when', () => {
    expect(formatPaymentOption({})).toBe('balance on delivery');
  });

  it('does not mind case or room', () => {
    expect(parsePaymentOption('  Balance   net 30')).toEqual({ ok: true, option: { balanceDays: 30 } });
    expect(parsePaymentOption('50% order + 50% net 30')).toMatchObject({ ok: true, option: { payments: [{}, {}] } });
  });

  it.each(['balance order', 'balance advance 30', 'balance 50% on delivery + 50% net 30'])(
    'takes %s for no balance due after delivery',
    (text) => {
      expect(parsePaymentOption(text)).toEqual({
        ok: false,
        message: 'expected a balance due on delivery or after it, such as balance net 30',
      });
    },
  );

  it.each(['balance', 'balance whenever', 'all of the balance net 30', 'balancenet 30'])(
    'says what was expected for %s',
    (text) => {
      expect(parsePaymentOption(text)).toMatchObject({
        ok: false,
        message: expect.stringMatching(/^expected payment terms such as net 90/) as string,
      });
    },
  );
});
