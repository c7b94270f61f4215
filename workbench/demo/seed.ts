import type { FunctionPool } from '../functions/function-pool.ts';
import type { CrmApi } from '../server/crm-routes.ts';
import { closedDeals } from './closed-deals.ts';
import { companies } from './companies.ts';
import { createCrmClient } from './crm-client.ts';
import type { DemoDeal } from './deal-row.ts';
import { createDemoCalendar } from './demo-calendar.ts';
import { dealName, dealOwner } from './demo-records.ts';
import type { Ids } from './demo-records.ts';
import { generatedDeals } from './generated-deals.ts';
import { findCustomers, loadCustomers, loadDeals } from './load-records.ts';
import { openDeals } from './open-deals.ts';
import type { PersonKey } from './people.ts';
import { scoreDeals } from './score-deals.ts';
import { storyDeals } from './story-deals.ts';

/** An account to fill. */
export type SeedTarget = {
  readonly api: CrmApi;
  /** May read and write every record. */
  readonly token: string;
  readonly owners: Ids<PersonKey>;
  /** Access tokens of the same people. */
  readonly userTokens: Ids<PersonKey>;
  readonly functions: FunctionPool;
  /** Sets the app up in the account. */
  readonly install: () => Promise<void>;
  /** ISO date in the account's time zone. */
  readonly today: string;
  readonly now: string;
  readonly onProgress: Progress;
};

/** Work done so far of all there is. */
export type Progress = (what: string, done: number, total: number) => void;

/** The seller's policy of the story: orders worth 250,000 wait for cash. */
const policy = (opsOwnerId: string) => ({ version: 1, model: { backlog: { unfundedCost: 250_000 } }, app: { opsOwnerId, sellerCountry: 'DE' } });
const ledger = '/crm/v3/objects/p_terms_ledger/batch/create';

/**
 * Fills an empty account: the app set up by its own command, customers and deals, a policy, and the deals of colleagues scored by the app itself.
 */
export async function seedDemo(target: SeedTarget): Promise<void> {
  const { owners, onProgress } = target;
  const crm = createCrmClient(target.api, target.token);
  const calendar = createDemoCalendar(target.today);
  await target.install();
  onProgress('app set up', 1, 1);

  const body = JSON.stringify(policy(owners.get('marta') ?? ''));
  const entries = ['policy/current', 'policy/1'].map((entry_key) => ({ properties: { entry_key, kind: 'policy', body, author: 'Henrik Vogel', written_at: target.now } }));
  await crm.post(ledger, { inputs: entries });

  const customers = await loadCustomers(crm, owners);
  onProgress('customers', companies.length, companies.length);
  const deals = [...storyDeals, ...openDeals, ...closedDeals];
  const ids = await loadDeals(crm, deals, { owners, customers, calendar }, (created) => onProgress('deals', created, deals.length));

  const answered = deals.filter(({ answers }) => answers !== undefined).map((deal) => ({ deal, id: ids.get(dealName(deal)) ?? '', viewerToken: target.userTokens.get(dealOwner(deal)) ?? '' }));
  await scoreDeals(target.functions, crm, answered, calendar, (scored) => onProgress('deals scored by the app', scored, answered.length));
}

/**
 * Adds generated deals to a seeded account.
 *
 * @param from - how many there are already
 * @param to - how many there are afterwards
 * @param onAdded - how many there are now
 */
export async function seedGeneratedDeals(target: SeedTarget, from: number, to: number, onAdded: (count: number) => void): Promise<void> {
  const crm = createCrmClient(target.api, target.token);
  const context = { owners: target.owners, customers: await findCustomers(crm), calendar: createDemoCalendar(target.today) };
  await loadDeals(crm, after(from, generatedDeals(to)), context, (created) => {
    onAdded(from + created);
    target.onProgress('generated deals', created, to - from);
  });
}

function* after(skipped: number, deals: Iterable<DemoDeal>): Generator<DemoDeal> {
  let place = 0;
  for (const deal of deals) if ((place += 1) > skipped) yield deal;
}
