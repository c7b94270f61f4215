import * as z from 'zod/mini';
import { createCrmClient } from '../workbench/crm-client.ts';
import type { CrmClient } from '../workbench/crm-client.ts';
import type { BulkRecord } from '../workbench/emulator/index.ts';
import { connectAppSteps } from './app-steps.ts';
import { closedDeals } from './closed-deals.ts';
import { companies } from './companies.ts';
import { dealOffers } from './deal-offers.ts';
import { createDemoCalendar } from './demo-calendar.ts';
import { demoPolicy } from './demo-policy.ts';
import { dealName, dealOwner, dealRecord } from './demo-records.ts';
import type { References } from './demo-records.ts';
import { generatedDeals } from './generated-deals.ts';
import { historyDeals, seedHistory } from './history/seed-history.ts';
import { dealKey, loadCommerce } from './load-commerce.ts';
import { findCustomers, loadCustomers } from './load-customers.ts';
import { openDeals } from './open-deals.ts';
import { fullName } from './people.ts';
import { recordOffers } from './record-offers.ts';
import { scoreDeals } from './score-deals.ts';
import type { SeedTarget } from './seed-target.ts';
import { storyDeals } from './story-deals.ts';

const deals = [...storyDeals, ...openDeals, ...closedDeals];

/**
 * Fills an empty account: the app set up by its own command, customers and deals, a policy, and the deals of colleagues scored and offered on by the app itself.
 *
 * @returns ids of the story's deals
 */
export async function seedDemo(target: SeedTarget): Promise<readonly string[]> {
  const { account, install, today, onProgress } = target;
  const calendar = createDemoCalendar(today);
  await install();
  onProgress('app set up', 1, 1);

  const people = { owners: account.owners, users: account.userIds, calendar };
  const customers = await loadCustomers(account.load, people);
  onProgress('customers', companies.length, companies.length);
  const ids = await account.load(
    'deals',
    deals.map((deal) => dealRecord(deal, { ...people, ...customers })),
  );
  onProgress('deals', deals.length, deals.length);
  const dealIds = new Map(deals.map(({ company, name }, place) => [dealKey(company, name), ids[place] ?? '']));
  const invoices = await loadCommerce(account.load, { companies: customers.companies, deals: dealIds, calendar });
  onProgress('invoices', invoices, invoices);

  const steps = connectAppSteps(target);
  const open = [...storyDeals, ...openDeals].map((deal, place) => ({ deal, id: ids[place] ?? '' }));
  const finishHistory = target.hasHistory ? await seedHistory(target, steps, { ...people, ...customers }, open) : null;
  if (finishHistory === null) await steps.savePolicy(demoPolicy(account.owners), 0, fullName('henrik'));

  const answered = deals.flatMap((deal, place) =>
    deal.answers === undefined
      ? []
      : [
          {
            deal,
            id: ids[place] ?? '',
            name: deal.name,
            viewerToken: account.userTokens.get(dealOwner(deal)) ?? '',
          },
        ],
  );
  await scoreDeals(steps, answered, calendar, (scored) =>
    onProgress('deals scored by the app', scored, answered.length),
  );
  await recordOffers(steps, dealOffers, answered, today);
  onProgress('offers recorded by the app', dealOffers.length, dealOffers.length);
  await finishHistory?.();
  return ids.slice(0, storyDeals.length);
}

const foundSchema = z.object({ total: z.number(), results: z.array(z.object({ id: z.string() })) });

/** Ids of the story's deals in an account that has them, in the story's order; none where one is missing. */
export async function findStoryDeals(crm: CrmClient): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const deal of storyDeals) {
    const filters = [{ propertyName: 'dealname', operator: 'EQ', value: dealName(deal) }];
    const { results } = foundSchema.parse(
      await crm.post('/crm/v3/objects/deals/search', { filterGroups: [{ filters }], limit: 1 }),
    );
    ids.push(...results.map(({ id }) => id));
  }
  return ids.length === storyDeals.length ? ids : [];
}

/** How many deals a demo account has besides those it starts with, its history among them where it has one. */
export async function countFurtherDeals(crm: CrmClient): Promise<number> {
  const count = async (filterGroups: readonly object[]) =>
    foundSchema.parse(await crm.post('/crm/v3/objects/deals/search', { filterGroups, limit: 1 })).total;
  const [last] = historyDeals.slice(-1);
  const filters = [{ propertyName: 'dealname', operator: 'EQ', value: last === undefined ? '' : dealName(last) }];
  const [all, ofHistory] = await Promise.all([count([]), count([{ filters }])]);
  return Math.max(0, all - deals.length - (ofHistory === 0 ? 0 : historyDeals.length));
}

/**
 * Adds generated deals to a seeded account.
 *
 * @param from - how many there are already
 * @param to - how many there are afterwards
 * @param onAdded - how many there are now
 */
export async function seedGeneratedDeals(
  { account, today, onProgress }: SeedTarget,
  from: number,
  to: number,
  onAdded: (count: number) => void,
): Promise<void> {
  const customers = await findCustomers(createCrmClient(account.api, account.adminToken));
  const references = {
    owners: account.owners,
    users: account.userIds,
    calendar: createDemoCalendar(today),
    ...customers,
  };
  await account.load('deals', recordsAfter(from, to, references), (added) => {
    onAdded(from + added);
    onProgress('generated deals', added, to - from);
  });
}

/** Deals of customers somebody has deleted are left out. */
function* recordsAfter(from: number, to: number, references: References): Generator<BulkRecord> {
  let place = 0;
  for (const deal of generatedDeals(to)) {
    place += 1;
    if (place > from && references.companies.has(deal.company)) yield dealRecord(deal, references);
  }
}
