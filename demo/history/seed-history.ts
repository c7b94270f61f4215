import type { ExpediteRequest } from '@deal-terms/core/crm';
import { createCrmClient } from '../../workbench/crm-client.ts';
import type { BulkRecord } from '../../workbench/emulator/index.ts';
import type { AppSteps } from '../app-steps.ts';
import { dealOwner, dealRecord } from '../demo-records.ts';
import type { References } from '../demo-records.ts';
import type { DemoDeal } from '../deal-row.ts';
import { demoPolicy } from '../demo-policy.ts';
import { fullName } from '../people.ts';
import { createRandom } from '../random.ts';
import type { SeedTarget } from '../seed-target.ts';
import { creditLimitProperty, loadCreditLimits } from './credit-limits.ts';
import { runLives } from './lives.ts';
import type { Life } from './lives.ts';
import { meetingLives } from './meetings.ts';
import { openRequests, overdueDeals, unansweredOffers, waitingForApproval } from './open-business.ts';
import type { OpenRequest } from './open-business.ts';
import { answeredLife, offerLife, requestLife } from './open-lives.ts';
import type { OpenWork } from './open-lives.ts';
import { pastDeals } from './past-deals.ts';
import type { PastDeal } from './past-deals.ts';
import { pastLife } from './past-life.ts';
import type { Billed } from './past-work.ts';

/** The app came to the company that long ago. */
const sinceDays = 745;
/** Then operations saw that five hurried orders a week are three too many. */
const fewerSlotsDays = 300;
const slotsPerWeek = 2;
/** Days before the close on which a deal of the past comes to be negotiated. */
const negotiatedDays = 26;
const seed = 7_331;

/** Deals only an account with a history has, in the order they are loaded. */
export const historyDeals: readonly DemoDeal[] = [...pastDeals, ...overdueDeals];

/** A deal that was open before there was a history to add. */
export type OpenDeal = { readonly id: string; readonly deal: DemoDeal };

/**
 * Two years of the company: policy, deals, offers, answers, deliveries and payments, and what is under way today, each by the app's own step at its time.
 *
 * @param steps - of the app, set up and without a policy
 * @param references - to customers and people of the account
 * @param open - deals that are open today
 * @returns finishes what hangs on today's offers, once they are made
 */
export async function seedHistory(
  { account, clock, onProgress }: Pick<SeedTarget, 'account' | 'clock' | 'onProgress'>,
  steps: AppSteps,
  references: References,
  open: readonly OpenDeal[],
): Promise<() => Promise<void>> {
  const { calendar, owners } = references;
  const pastIds = await account.load(
    'deals',
    pastDeals.map((past) => pastRecord(past, references)),
  );
  const overdueIds = await account.load(
    'deals',
    overdueDeals.map((deal) => dealRecord(deal, references)),
  );
  const nowMs = clock.nowMs();
  const { model, app } = demoPolicy(owners);
  clock.stopAt(calendar.instantMs(-sinceDays));
  await steps.savePolicy({ model, app }, 0, fullName('henrik'));
  clock.stopAt(calendar.instantMs(-fewerSlotsDays));
  await loadCreditLimits(createCrmClient(account.api, account.adminToken), references.companies);
  const ownProperties = [creditLimitProperty];
  await steps.savePolicy({ model, app: { ...app, slotsPerWeek, ownProperties } }, 1, fullName('henrik'));
  const installation = await steps.installation();
  const approver = { by: fullName('grace'), userId: String(account.userIds.get('grace') ?? '') };
  const workOn = (deal: DemoDeal, id: string) => {
    const owner = dealOwner(deal);
    const viewerToken = account.userTokens.get(owner) ?? '';
    const inView = { id, name: deal.name, viewerToken };
    return { steps, installation, approver, calendar, owner, deal: inView, nowMs: clock.nowMs };
  };
  const billed = new Map<PastDeal, Billed>();
  const pastLives = pastDeals.map((past, place) => {
    const work = workOn(past, pastIds[place] ?? '');
    const crm = createCrmClient(account.api, work.deal.viewerToken);
    return pastLife({
      ...work,
      past,
      random: createRandom(seed + place),
      close: async (dealstage) => {
        await crm.patch(`/crm/v3/objects/deals/${work.deal.id}`, { properties: { dealstage } });
      },
      bill: (bill) => billed.set(past, bill),
    });
  });
  const overdue = overdueDeals.map((deal, place) => ({ deal, id: overdueIds[place] ?? '' }));
  const requests = new Map<OpenRequest, ExpediteRequest>();
  const lives = [
    ...pastLives,
    ...openLives(
      [...open, ...overdue].map(({ deal, id }) => ({ ...workOn(deal, id), open: deal })),
      requests,
    ),
    ...meetingLives(steps, { calendar, owners, dealId: (name) => idOf(open, name) }),
  ];
  await runLives(lives, clock, nowMs, (ended) => onProgress('deals of two years', ended, lives.length));
  const bills = [...billed].map(([past, bill]) =>
    invoiceOf(past, bill, pastIds[pastDeals.indexOf(past)] ?? '', references),
  );
  await account.load('invoices', bills);
  onProgress('invoices of two years', bills.length, bills.length);
  return async () => {
    for (const [{ isConfirmed }, { ticketId, revision }] of requests)
      if (isConfirmed === true)
        await steps.decideRequest(ticketId, { decision: { action: 'confirm' }, revision, by: fullName('marta') });
  };
}

function idOf(open: readonly OpenDeal[], name: string): string {
  const found = open.find(({ deal }) => deal.name === name);
  if (found === undefined) throw new Error(`The demo has no open deal ${name}`);
  return found.id;
}

/** What goes on with open deals: overdue ones were filled in when they were still young. */
function openLives(works: readonly OpenWork[], requests: Map<OpenRequest, ExpediteRequest>): Life[] {
  const on = (name: string) => {
    const work = works.find(({ open }) => open.name === name);
    if (work === undefined) throw new Error(`The demo has no open deal ${name}`);
    return work;
  };
  const named = new Set([...openRequests, ...unansweredOffers, ...waitingForApproval].map(({ deal }) => deal));
  const overdue = new Set(overdueDeals);
  const told = works.filter(
    ({ open }) => (open.answers?.customerWhy ?? null) !== null && !named.has(open.name) && !overdue.has(open),
  );
  return [
    ...told.map((work) => answeredLife(work, filledInDays)),
    ...openRequests.map((one) => requestLife(on(one.deal), one, (request) => requests.set(one, request))),
    ...unansweredOffers.map(({ deal, offeredDaysAgo }) => offerLife(on(deal), offeredDaysAgo, null)),
    ...waitingForApproval.map(({ deal, askedDaysAgo, discount }) => offerLife(on(deal), askedDaysAgo, discount)),
    ...overdueDeals.map((deal) => answeredLife(on(deal.name), filledInDays - deal.closesInDays)),
  ];
}

/** Days before the close on which somebody filled in a deal that is overdue now. */
const filledInDays = 20;

/** Its stages up to the negotiation; what comes after is what comes of it. */
function pastRecord(past: PastDeal, references: References): BulkRecord {
  const { calendar } = references;
  const record = dealRecord({ ...past, closesInDays: past.closesInDays - negotiatedDays }, references);
  const closedate = new Date(calendar.instantMs(past.closesInDays)).toISOString();
  const properties = { ...record.properties, closedate };
  return { ...record, properties };
}

function invoiceOf(
  past: PastDeal,
  { invoicedOn, dueOn, paidOn }: Billed,
  dealId: string,
  { companies }: Pick<References, 'companies'>,
): BulkRecord {
  const amount = String(past.amount ?? 0);
  return {
    at: Date.parse(`${invoicedOn}T12:00:00Z`),
    links: [
      { objectType: 'companies', id: companies.get(past.company) ?? '' },
      { objectType: 'deals', id: dealId },
    ],
    properties: {
      hs_number: `${past.company.toUpperCase()}-${dealId.slice(-4)}`,
      hs_invoice_date: `${invoicedOn}T00:00:00Z`,
      hs_due_date: `${dueOn}T00:00:00Z`,
      hs_amount_billed: amount,
      hs_currency: past.currency ?? 'EUR',
      ...(paidOn === null
        ? { hs_invoice_status: 'open' }
        : { hs_invoice_status: 'paid', hs_payment_date: `${paidOn}T00:00:00Z`, hs_amount_paid: amount }),
    },
  };
}
