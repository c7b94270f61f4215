import { addDays, localDate } from './calendar.ts';
import type { Place } from './calendar.ts';
import type { DealFacts } from './deal-facts.ts';

/**
 * When a deal is delivered: as many days after it closes as its lead time has.
 *
 * @param facts - of the deal
 * @param leadTimeDays - days from order to delivery
 * @param place - whose calendar: the account's
 * @returns ISO date; null without a close date, and where no calendar has such a date
 */
export function deliveryDate(
  { closesAtMs }: Pick<DealFacts, 'closesAtMs'>,
  leadTimeDays: number,
  place: Place,
): string | null {
  if (closesAtMs === null || !Number.isFinite(leadTimeDays)) return null;
  const closesOn = localDate(closesAtMs, place);
  return closesOn > '9900' ? null : addDays(closesOn, Math.round(leadTimeDays));
}
