import type { CallForDeal } from './deal-functions.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { neededBy } from './demo-records.ts';

/** A deal of the account, and the token of whoever works on it. */
export type OwnedDeal = { readonly id: string; readonly deal: DemoDeal; readonly viewerToken: string };

/** The app's function behind its card's save button. */
const scoreFunction = 'score_deal';

const unanswered = {
  cashPosition: null,
  termsImportance: null,
  urgency: null,
  relationship: null,
  forecast: null,
  neededBy: null,
  constraints: [],
  daysBeyondTerms: null,
  customerWhy: null,
  themes: [],
  paymentPlan: null,
  grossMargin: null,
  leadTimeDays: null,
};

/**
 * Saves answers through the app's own function, as its card does when a rep presses save.
 *
 * @param onProgress - deals scored so far
 * @throws {Error} for the first deal the app does not score
 */
export async function scoreDeals(
  callForDeal: CallForDeal,
  deals: readonly OwnedDeal[],
  calendar: DemoCalendar,
  onProgress: (scored: number) => void,
): Promise<void> {
  let scored = 0;
  // The pool runs as many at once as it has processes.
  await Promise.all(
    deals.map(async ({ id, deal, viewerToken }) => {
      const captured = { ...unanswered, ...deal.answers, neededBy: neededBy(deal, calendar) ?? null };
      await callForDeal(scoreFunction, { id, name: deal.name, viewerToken }, { loaded: unanswered, captured });
      onProgress((scored += 1));
    }),
  );
}
