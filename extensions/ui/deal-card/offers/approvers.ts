import type { Approver, OfferEvent } from '@deal-terms/core/offers';

/** Whom the last request for approval went to; null before the first. */
export function approversOf(events: readonly OfferEvent[]): readonly Approver[] | null {
  const asked = events.findLast((event) => event.action === 'ask');
  return asked?.action === 'ask' ? asked.approvers : null;
}
