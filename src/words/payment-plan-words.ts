import type { PaymentPlan, Tranche } from '../scoring/index.ts';
import { count, percent } from './amounts.ts';
import type { MessageKey } from './english.ts';
import type { Reader } from './say.ts';
import { listed, say } from './say.ts';

const whole: Record<Tranche['anchor'], readonly [before: MessageKey, on: MessageKey, after: MessageKey]> = {
  delivery: ['planBeforeDelivery', 'planOnDelivery', 'planAfterDelivery'],
  order: ['planBeforeOrder', 'planWithOrder', 'planAfterOrder'],
};
const share: typeof whole = {
  delivery: ['shareBeforeDelivery', 'shareOnDelivery', 'shareAfterDelivery'],
  order: ['shareBeforeOrder', 'shareWithOrder', 'shareAfterOrder'],
};

function whenPaid(keys: typeof whole, { anchor, days }: Tranche, reader: Pick<Reader, 'locale'>): string {
  const size = Math.abs(days);
  return say(keys[anchor][(Math.sign(days) + 1) as 0 | 1 | 2], { count: count(size, reader) }, size);
}

/** When a customer pays, after "pays": "on delivery", "50% with the order and 50% 30 days after delivery". */
export function paidWhenInWords(plan: PaymentPlan, reader: Pick<Reader, 'locale'>): string {
  const [only] = plan;
  return plan.length === 1 && only ? whenPaid(share, only, reader) : paymentPlanInWords(plan, reader);
}

/** Payment terms as one would say them: "payment 30 days after delivery", "50% with the order and 50% 30 days after delivery". */
export function paymentPlanInWords(plan: PaymentPlan, reader: Pick<Reader, 'locale'>): string {
  const [only] = plan;
  if (plan.length === 1 && only) return whenPaid(whole, only, reader);
  return listed(
    plan.map((tranche) =>
      say('planShare', { share: percent(tranche.share, reader), when: whenPaid(share, tranche, reader) }),
    ),
  );
}
