import { shortForm } from '../vocabulary/fault.ts';
import type { PaymentPlan, Tranche } from '../vocabulary/payment-plan.ts';
import { paymentPlanSchema } from '../vocabulary/payment-plan.ts';

const HELP = 'such as net 90, on delivery, advance 30, or 50% order + 50% net 30';

const WITH_ORDER = /^(?:(?:on|with|at) )?order$|^prepaid$|^in advance$/;
const ON_DELIVERY = /^(?:(?:cash on|on|at) )?delivery$/;
const DAYS_FROM = /^(net|advance|order) ?(-?)(\d+(?:\.\d+)?)(?: ?days?)?$/;
const SHARE_AND_WHEN = /^(?:(\d+(?:\.\d+)?) ?% ?)?(.*)$/;

type When = Omit<Tranche, 'share'>;

/** When one piece is paid; null when the text does not say. Only days from the order may be negative: before delivery is `advance`. */
function parseWhen(text: string): When | null {
  if (WITH_ORDER.test(text)) return { anchor: 'order', days: 0 };
  if (ON_DELIVERY.test(text)) return { anchor: 'delivery', days: 0 };
  const [, from, minus, digits] = DAYS_FROM.exec(text) ?? [];
  const days = Number(digits);
  if (from === undefined || !Number.isFinite(days)) return null;
  if (from === 'order') return { anchor: 'order', days: minus === '-' ? 0 - days : days };
  if (minus === '-') return null;
  return { anchor: 'delivery', days: from === 'advance' ? 0 - days : days };
}

/** Reads one piece; a text is what is wrong with it. */
function parsePiece(piece: string, isOnly: boolean): Tranche | string {
  const [, percent, when = ''] = SHARE_AND_WHEN.exec(piece) ?? [];
  const parsed = parseWhen(when);
  if (parsed === null) return `expected payment terms ${HELP}, got ${shortForm(piece)}`;
  if (percent === undefined)
    return isOnly
      ? { share: 1, ...parsed }
      : `expected a share, such as 50%, before each of several terms, got ${shortForm(piece)}`;
  // The decimal point is moved in the text: dividing by 100 would round.
  const share = Number(`${percent}e-2`);
  return share > 0 ? { share, ...parsed } : `expected a share above 0%, got ${shortForm(piece)}`;
}

/**
 * Reads the compact notation of payment terms (docs/architecture.md section 7): pieces joined by `+`, each `[share%] when`, where
 * *when* is `order`, `order 14` (days after the order), `on delivery`, `net 30` (days after delivery) or `advance 30` (days before it).
 *
 * @returns the plan, or a message naming the piece that does not fit
 */
export function parsePaymentPlan(text: string): { ok: true; plan: PaymentPlan } | { ok: false; message: string } {
  const pieces = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .split(/ ?\+ ?/);
  const plan: Tranche[] = [];
  for (const piece of pieces) {
    const tranche = parsePiece(piece, pieces.length === 1);
    if (typeof tranche === 'string') return { ok: false, message: tranche };
    plan.push(tranche);
  }
  if (paymentPlanSchema.safeParse(plan).success) return { ok: true, plan };
  const total = plan.reduce((sum, { share }) => sum + share, 0);
  return { ok: false, message: `expected shares that sum to 100%, got ${Number((total * 100).toFixed(6))}%` };
}

/** A number above 0 written out without an exponent, its decimal point moved `places` to the right; no digit is lost or made up. */
function writtenOut(value: number, places = 0): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const wholeDigits = Number(exponent) + places + 1;
  const whole = digits.slice(0, Math.max(0, wholeDigits)).padEnd(wholeDigits, '0');
  const decimals = '0'.repeat(Math.max(0, -wholeDigits)) + digits.slice(Math.max(0, wholeDigits));
  return `${whole === '' ? '0' : whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function formatWhen({ anchor, days }: When): string {
  if (days === 0) return anchor === 'order' ? 'order' : 'on delivery';
  const size = writtenOut(Math.abs(days));
  if (anchor === 'order') return `order ${days < 0 ? '-' : ''}${size}`;
  return days < 0 ? `advance ${size}` : `net ${size}`;
}

/** A plan in the compact notation; `parsePaymentPlan` reads exactly the same plan back. */
export function formatPaymentPlan(plan: PaymentPlan): string {
  return plan
    .map((tranche) =>
      tranche.share === 1 ? formatWhen(tranche) : `${writtenOut(tranche.share, 2)}% ${formatWhen(tranche)}`,
    )
    .join(' + ');
}
