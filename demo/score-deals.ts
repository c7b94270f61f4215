import { decodeCustomerProfile } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import type { AppSteps, DealInView } from './app-steps.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { neededBy } from './demo-records.ts';

/** A deal of the account, and the token of whoever works on it. */
export type OwnedDeal = DealInView & { readonly deal: DemoDeal };

/** What a card has loaded of a deal nobody has answered. */
export const unanswered: CustomerProfile = decodeCustomerProfile({});

/**
 * Saves answers through the app's own step, as its card does when a rep presses save.
 *
 * @param onProgress - deals scored so far
 * @throws {Error} for the first deal the app does not score
 */
export async function scoreDeals(
  { score }: Pick<AppSteps, 'score'>,
  deals: readonly OwnedDeal[],
  calendar: DemoCalendar,
  onProgress: (scored: number) => void,
): Promise<void> {
  for (const [place, { deal, ...inView }] of deals.entries()) {
    const captured = { ...unanswered, ...deal.answers, neededBy: neededBy(deal, calendar) ?? null };
    await score(inView, { loaded: unanswered, captured, readsEvidence: false });
    onProgress(place + 1);
  }
}
