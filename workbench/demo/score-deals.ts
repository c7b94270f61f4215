import * as z from 'zod/mini';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { CrmClient } from './crm-client.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { neededBy } from './demo-records.ts';

/** A deal to save through the app, and the token of whoever does it. */
export type DealToScore = { readonly id: string; readonly deal: DemoDeal; readonly viewerToken: string };

/** The app's function behind its card's save button, and what the card shows HubSpot of the deal: its own property group and these. */
const scoreFunction = 'score_deal';
const termsGroup = 'strategic_terms';
const nativeProperties = ['hs_object_id', 'dealname', 'amount', 'deal_currency_code', 'hs_exchange_rate', 'closedate', 'hs_is_closed', 'hs_primary_associated_company'];

const unanswered = {
  cashPosition: null, termsImportance: null, urgency: null, relationship: null, forecast: null, neededBy: null, constraints: [],
  daysBeyondTerms: null, customerWhy: null, paymentPlan: null, grossMargin: null, leadTimeDays: null,
};
const replySchema = z.object({ ok: z.boolean() });
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string(), groupName: z.string() })) });

/**
 * Saves answers through the app's own function, as its card does when a rep presses save.
 *
 * @param onProgress - deals scored so far
 * @throws {Error} for the first deal the app does not score
 */
export async function scoreDeals(functions: FunctionPool, crm: CrmClient, deals: readonly DealToScore[], calendar: DemoCalendar, onProgress: (scored: number) => void): Promise<void> {
  const { results } = propertiesSchema.parse(await crm.get('/crm/v3/properties/deals'));
  const objectPropertyNames = [...nativeProperties, ...results.filter(({ groupName }) => groupName === termsGroup).map(({ name }) => name)];
  let scored = 0;
  // The pool runs as many at once as it has processes.
  await Promise.all(deals.map(async ({ id, deal, viewerToken }) => {
    const captured = { ...unanswered, ...deal.answers, neededBy: neededBy(deal, calendar) ?? null };
    const { status, body } = await functions.call({ uid: scoreFunction, parameters: { loaded: unanswered, captured }, objectQuery: { objectId: id, objectTypeId: '0-3', objectPropertyNames }, viewerToken });
    const reply = status === 200 ? replySchema.safeParse(body.response) : null;
    if (reply?.data?.ok !== true) throw new Error(`The app did not score ${deal.name}: ${JSON.stringify(body)}`);
    onProgress((scored += 1));
  }));
}
