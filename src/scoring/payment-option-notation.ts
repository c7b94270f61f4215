import type { Policy } from '../policy/index.ts';
import { formatPaymentPlan, parsePaymentPlan } from './payment-plan-notation.ts';

/** What a payment option asks for, apart from its name. */
export type PaymentOption = Omit<Policy['paymentOptions'][number], 'id'>;

const BALANCE = /^\s*balance\s+/i;

/** A payment option in short notation: terms of its own, such as `net 30`, or where it moves the deal's balance, such as `balance on delivery` and `balance net 30`. */
export function formatPaymentOption({ payments, balanceDays = 0 }: PaymentOption): string {
  if (payments !== undefined) return formatPaymentPlan(payments);
  return `balance ${formatPaymentPlan([{ share: 1, anchor: 'delivery', days: balanceDays }])}`;
}

/**
 * Reads a payment option in short notation; `formatPaymentOption` writes it.
 *
 * @returns the option, or a message that says what was expected
 */
export function parsePaymentOption(
  text: string,
): { readonly ok: true; readonly option: PaymentOption } | { readonly ok: false; readonly message: string } {
  const parsed = parsePaymentPlan(text.replace(BALANCE, ''));
  if (!parsed.ok) return parsed;
  if (!BALANCE.test(text)) return { ok: true, option: { payments: parsed.plan } };
  const [only, ...others] = parsed.plan;
  if (only === undefined || others.length > 0 || only.anchor !== 'delivery' || only.days < 0)
    return { ok: false, message: 'expected a balance due on delivery or after it, such as balance net 30' };
  return { ok: true, option: { balanceDays: only.days } };
}
