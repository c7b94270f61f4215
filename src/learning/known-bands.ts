import type { Field } from '../scoring/index.ts';
import type { AnsweredOffer } from './answered-offer.ts';

/**
 * How many customers were found in each band of a field. A company counts once for what it is like, whatever number of its deals were answered, by what was
 * known last; urgency belongs to a deal and is counted by deal.
 *
 * @param offers - in the order they were answered
 */
export function knownBands(offers: readonly AnsweredOffer[], field: Field): ReadonlyMap<string, number> {
  const last = new Map<string, string>();
  for (const { companyId, dealId, customer } of offers) {
    const band = customer[field];
    if (band !== null && band !== undefined) last.set(field === 'urgency' || companyId === '' ? `deal ${dealId}` : `company ${companyId}`, band);
  }
  const counts = new Map<string, number>();
  for (const band of last.values()) counts.set(band, (counts.get(band) ?? 0) + 1);
  return counts;
}
