import { addDays } from './calendar.ts';
import type { DealFacts } from './deal-facts.ts';

/**
 * When a deal is delivered: as many days after it closes as its lead time has.
 *
 * @param facts - of the deal
 * @param leadTimeDays - days from order to delivery
 * @returns ISO date; null without a close date, and where no calendar has such a date
 */
export function deliveryDate({ closesOn }: Pick<DealFacts, 'closesOn'>, leadTimeDays: number): string | null {
  if (closesOn === null || !Number.isFinite(leadTimeDays)) return null;
  return closesOn > '9900' ? null : addDays(closesOn, Math.round(leadTimeDays));
}
