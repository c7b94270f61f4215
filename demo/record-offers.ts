import type { AppSteps } from './app-steps.ts';
import type { DemoOffer } from './deal-offers.ts';
import { dealOwner } from './demo-records.ts';
import { fullName } from './people.ts';
import type { OwnedDeal } from './score-deals.ts';

/**
 * Records offers and answers through the app's own step, as its card does.
 *
 * @param today - ISO date
 * @throws {Error} for the first one the app does not take
 */
export async function recordOffers(
  { offer }: Pick<AppSteps, 'offer'>,
  offers: readonly DemoOffer[],
  deals: readonly OwnedDeal[],
  today: string,
): Promise<void> {
  for (const { deal: name, needsApproval, terms, answer, note = '' } of offers) {
    const owned = deals.find(({ deal }) => deal.name === name);
    if (owned === undefined) throw new Error(`The demo has no deal ${name} to offer on`);
    const by = fullName(dealOwner(owned.deal));
    await offer(owned, { action: needsApproval === true ? 'ask' : 'offer', terms, revision: 0, by });
    if (answer !== undefined)
      await offer(owned, { action: 'answer', answer, answeredOn: today, note, counterDiscount: null, revision: 1, by });
  }
}
