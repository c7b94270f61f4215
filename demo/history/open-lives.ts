import { addDays, localDate } from '@deal-terms/core/crm';
import type { ExpediteRequest } from '@deal-terms/core/crm';
import type { DemoCalendar } from '../demo-calendar.ts';
import type { DemoDeal } from '../deal-row.ts';
import { ownLimit } from '../demo-policy.ts';
import { withThemes } from './with-themes.ts';
import { neededBy } from '../demo-records.ts';
import { fullName } from '../people.ts';
import type { Life } from './lives.ts';
import { menuOf, putForward, saveAnswers } from './negotiator.ts';
import type { Negotiator } from './negotiator.ts';
import type { OpenRequest } from './open-business.ts';

/** A deal that is open today. */
export type OpenWork = Negotiator & { readonly open: DemoDeal; readonly calendar: DemoCalendar };

/** An offer stands for this long. */
const offerDays = 21;
/** Working hours, as fractions of a day from noon. */
const [morning, afternoon] = [-0.1, 0.15];

/** The rep fills in what is known of the customer. */
export async function* answeredLife(work: OpenWork, daysAgo: number): Life {
  yield work.calendar.instantMs(-daysAgo + morning);
  await answer(work);
}

/** The rep asks operations for speed; a day later they decide, where they have. */
export async function* requestLife(
  work: OpenWork,
  { askedDaysAgo, trade, decision }: OpenRequest,
  onRequest: (request: ExpediteRequest) => void,
): Life {
  const { steps, deal, open, calendar, owner, installation, nowMs } = work;
  yield* answeredLife(work, askedDaysAgo);
  const today = localDate(nowMs(), installation.account);
  const usualDay = open.closesInDays + (open.answers?.leadTimeDays ?? 0);
  const { request } = await steps.askOperations(deal, {
    action: 'request',
    by: fullName(owner),
    terms: {
      ...trade,
      neededBy: neededBy(open, calendar) ?? calendar.date(usualDay - trade.daysSaved),
      customerWhy: open.answers?.customerWhy ?? '',
      offerExpires: addDays(today, offerDays),
    },
  });
  if (request === null || decision === undefined) return;
  yield calendar.instantMs(1 - askedDaysAgo + afternoon);
  const estimate = request.costEstimate ?? 0;
  const decided = await steps.decideRequest(request.ticketId, {
    revision: request.revision,
    by: fullName('marta'),
    decision:
      decision.action === 'accept'
        ? { action: 'accept', date: calendar.date(usualDay - trade.daysSaved), cost: Math.round(estimate) }
        : decision.action === 'counter'
          ? {
              action: 'counter',
              date: calendar.date(usualDay - trade.daysSaved + decision.fewerDays),
              cost: Math.round(estimate * decision.costTimes),
              reason: decision.reason,
            }
          : decision,
  });
  if (decided.request !== null) onRequest(decided.request);
}

/** The best offer of the menu that promises no speed, made and not answered; or asked for at a discount the rep may not give alone. */
export async function* offerLife(work: OpenWork, daysAgo: number, discountToAsk: number | null): Life {
  yield* answeredLife(work, daysAgo);
  const entry = (await menuOf(work)).find(({ termsAt, offer }) => termsAt(offer.discount).daysSaved === 0);
  if (entry === undefined) throw new Error(`The demo has nothing to offer on ${work.deal.name}`);
  const terms = entry.termsAt(discountToAsk ?? Math.min(ownLimit, entry.offer.openingDiscount));
  await putForward(work, discountToAsk === null ? 'offer' : 'ask', terms, []);
}

async function answer(work: OpenWork): Promise<void> {
  const { open, calendar } = work;
  if (open.answers === undefined) throw new Error(`Nobody knows anything of ${open.name}`);
  await saveAnswers(work, { ...withThemes(open.answers), neededBy: neededBy(open, calendar) ?? null });
}
