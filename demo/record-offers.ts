import type { CallForDeal } from './deal-functions.ts';
import type { DemoOffer } from './deal-offers.ts';
import { people } from './people.ts';
import { dealOwner } from './demo-records.ts';
import type { OwnedDeal } from './score-deals.ts';

/** The app's function behind its card's offers. */
const offerFunction = 'offer_terms';

/**
 * Records offers and answers through the app's own function, as its card does.
 *
 * @param today - ISO date
 * @throws {Error} for the first one the app does not take
 */
export async function recordOffers(
  callForDeal: CallForDeal,
  offers: readonly DemoOffer[],
  deals: readonly OwnedDeal[],
  today: string,
): Promise<void> {
  await Promise.all(
    offers.map(async ({ deal: name, needsApproval, terms, answer, note = '' }) => {
      const owned = deals.find(({ deal }) => deal.name === name);
      if (owned === undefined) throw new Error(`The demo has no deal ${name} to offer on`);
      const { firstName = '', lastName = '' } = people.find(({ key }) => key === dealOwner(owned.deal)) ?? {};
      const by = `${firstName} ${lastName}`;
      const call = (parameters: Readonly<Record<string, unknown>>) =>
        callForDeal(offerFunction, { ...owned, name }, parameters);
      await call({ action: needsApproval === true ? 'ask' : 'offer', terms, revision: 0, by });
      if (answer !== undefined) await call({ action: 'answer', answer, answeredOn: today, note, revision: 1, by });
    }),
  );
}
