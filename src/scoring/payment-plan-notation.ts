import { shortForm } from './fault.ts';
import type { PaymentPlan, Tranche } from './payment-plan.ts';

const HELP = 'such as net 90, on delivery, advance 30, or 50% order + 50% net 30';

type When = Omit<Tranche, 'share'>;

/** When one piece is paid: `net 30`, `on delivery`, `advance 30` (days before delivery), `order`, `order + 14 days` is not in the notation. */
function parseWhen(text: string): When | null {
  if (/^(on |with |at )?order$/.test(text) || text === 'prepaid' || text === 'in advance') return { anchor: 'order', days: 0 };
  if (/^(on |cash on |at )?delivery$/.test(text)) return { anchor: 'delivery', days: 0 };
  const days = /^(net|advance|order \+?)\s*(\d+(?:\.\d+)?)(?: ?days?)?$/.exec(text);
  if (!days) return null;
  const count = Number(days[2]);
  if (days[1] === 'net') return { anchor: 'delivery', days: count };
  return days[1] === 'advance' ? { anchor: 'delivery', days: -count } : { anchor: 'order', days: count };
}

function parsePiece(piece: string): Tranche | string {
  const [, share, when = ''] = /^(?:(\d+(?:\.\d+)?) ?% ?)?(.*)$/.exec(piece) ?? [];
  const parsed = parseWhen(when.trim());
  if (parsed === null) return `expected payment terms ${HELP}, got ${shortForm(piece)}`;
  return { share: share === undefined ? 1 : Number(share) / 100, ...parsed };
}

/**
 * Reads the compact notation of payment terms (design, CRM vocabulary): pieces joined by `+`, each `[share%] when`, where
 * *when* is `order`, `order 14` (days after the order), `on delivery`, `net 30` (days after delivery) or `advance 30` (days before it).
 *
 * @returns the plan, or a message naming the piece that does not fit
 */
export function parsePaymentPlan(text: string): { ok: true; plan: PaymentPlan } | { ok: false; message: string } {
  const pieces = text.toLowerCase().replace(/\s+/g, ' ').trim().split(/ ?\+ ?/);
  const plan: Tranche[] = [];
  for (const piece of pieces) {
    const tranche = parsePiece(piece);
    if (typeof tranche === 'string') return { ok: false, message: tranche };
    if (tranche.share <= 0) return { ok: false, message: `expected a share above 0%, got ${shortForm(piece)}` };
    plan.push(tranche);
  }
  const total = plan.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) return { ok: false, message: `expected shares that sum to 100%, got ${Number((total * 100).toFixed(6))}%` };
  return { ok: true, plan };
}

function formatWhen({ anchor, days }: When): string {
  if (anchor === 'order') return days === 0 ? 'order' : `order ${days}`;
  if (days === 0) return 'on delivery';
  return days > 0 ? `net ${days}` : `advance ${-days}`;
}

/** A plan in the compact notation; `parsePaymentPlan` reads it back to the same plan, shares to 1e-9. */
export function formatPaymentPlan(plan: PaymentPlan): string {
  const [only] = plan;
  if (plan.length === 1 && only) return formatWhen(only);
  return plan.map((tranche) => `${Number((tranche.share * 100).toFixed(9))}% ${formatWhen(tranche)}`).join(' + ');
}
