import type { Field } from '../scoring/index.ts';
import { isLateToday } from '../scoring/situation.ts';
import type { AnsweredOffer } from './answered-offer.ts';

/** A deal whose customer was asked, whether or not something was offered to it. */
export type AskedCustomer = Pick<AnsweredOffer, 'dealId' | 'companyId' | 'deal' | 'customer'>;

/**
 * How many customers were found in each band of a field. A company counts once for what it is like, whatever the number of its deals, by what was known last;
 * urgency belongs to a deal and is counted by deal, and only where none of its bands is ruled out: the model takes "no urgency" out of the prior of a
 * customer that would get its goods late.
 *
 * @param asked - in the order they were asked
 */
export function knownBands(asked: readonly AskedCustomer[], field: Field): ReadonlyMap<string, number> {
  const last = new Map<string, string>();
  for (const { companyId, dealId, deal, customer } of asked) {
    const band = customer[field];
    if (band === null || band === undefined || (field === 'urgency' && isLateToday(deal, customer))) continue;
    last.set(field === 'urgency' || companyId === '' ? `deal ${dealId}` : `company ${companyId}`, band);
  }
  const counts = new Map<string, number>();
  for (const band of last.values()) counts.set(band, (counts.get(band) ?? 0) + 1);
  return counts;
}
