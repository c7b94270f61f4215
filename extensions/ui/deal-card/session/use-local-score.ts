import { useMemo } from 'react';
import { offerPropertyOf } from '@deal-terms/core/crm';
import type { Freshness } from '@deal-terms/core/crm';
import { encodeOfferLog } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { scoreLocally, storedFreshness } from './local-score.ts';
import type { LocalScore } from './local-score.ts';
import type { Session } from './session.ts';

/**
 * The score of what the form shows with all that the customer said, also what the page has not read yet; and whether the stored one still answers.
 *
 * @param events - of the deal's offers, as far as the card knows
 */
export function useLocalScore(
  { record, draft, basis }: Session,
  events: readonly OfferEvent[],
): { readonly score: LocalScore; readonly freshness: Freshness } {
  const heard = useMemo(() => ({ ...record, [offerPropertyOf.log]: encodeOfferLog(events) }), [record, events]);
  const score = useMemo(() => scoreLocally(heard, draft, basis), [heard, draft, basis]);
  const freshness = useMemo(() => storedFreshness(record, basis), [record, basis]);
  return { score, freshness };
}
