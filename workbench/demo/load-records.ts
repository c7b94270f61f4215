import * as z from 'zod/mini';
import { companies } from './companies.ts';
import type { CrmClient } from './crm-client.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { companyInput, contactInput, dealInput } from './demo-records.ts';
import type { Ids, RecordInput } from './demo-records.ts';
import type { PersonKey } from './people.ts';

/** Customers of the demo account, by company key. */
export type Customers = { readonly companies: Ids; readonly contacts: Ids };

/** HubSpot takes a hundred records at once. */
const batchSize = 100;
const createdSchema = z.object({ results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.nullable(z.string())) })) });

/** Creates the companies and their contacts. */
export async function loadCustomers(crm: CrmClient, owners: Ids<PersonKey>): Promise<Customers> {
  const companyIds = byKey(await createAll(crm, 'companies', companies.map((company) => companyInput(company, owners)), 'domain'), ({ domain }) => domain);
  const contactIds = byKey(
    await createAll(crm, 'contacts', companies.map((company) => contactInput(company, owners, companyIds)), 'email'),
    (company) => contactInput(company, owners, companyIds).properties['email'] ?? '',
  );
  return { companies: companyIds, contacts: contactIds };
}

/** The customers of an account that has them. */
export async function findCustomers(crm: CrmClient): Promise<Customers> {
  const read = async (type: string, property: string) => {
    const page = createdSchema.parse(await crm.get(`/crm/v3/objects/${type}?limit=100&properties=${property}`));
    return idsBy(page.results, property);
  };
  const [companyIds, contactIds] = [await read('companies', 'domain'), await read('contacts', 'email')];
  const contactOf = new Map([...contactIds].map(([email, id]) => [email.slice(email.indexOf('@') + 1), id]));
  return { companies: byKey(companyIds, ({ domain }) => domain), contacts: byKey(contactOf, ({ domain }) => domain) };
}

/**
 * Creates deals.
 *
 * @param deals - drawn as needed, so that there may be many
 * @param onProgress - deals created so far, after each batch
 * @returns deal ids by name
 */
export async function loadDeals(crm: CrmClient, deals: Iterable<DemoDeal>, context: { readonly owners: Ids<PersonKey>; readonly customers: Customers; readonly calendar: DemoCalendar }, onProgress: (created: number) => void): Promise<Ids> {
  const ids = new Map<string, string>();
  let batch: RecordInput[] = [];
  const flush = async () => {
    for (const [name, id] of await createBatch(crm, 'deals', batch, 'dealname')) ids.set(name, id);
    batch = [];
    onProgress(ids.size);
  };
  for (const deal of deals) {
    batch.push(dealInput(deal, context.owners, context.customers, context.calendar));
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return ids;
}

async function createAll(crm: CrmClient, type: string, inputs: readonly RecordInput[], keyProperty: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let start = 0; start < inputs.length; start += batchSize) {
    for (const [key, id] of await createBatch(crm, type, inputs.slice(start, start + batchSize), keyProperty)) ids.set(key, id);
  }
  return ids;
}

async function createBatch(crm: CrmClient, type: string, inputs: readonly RecordInput[], keyProperty: string): Promise<Map<string, string>> {
  return idsBy(createdSchema.parse(await crm.post(`/crm/v3/objects/${type}/batch/create`, { inputs })).results, keyProperty);
}

function idsBy(records: z.infer<typeof createdSchema>['results'], property: string): Map<string, string> {
  return new Map(records.map(({ id, properties }) => [properties[property] ?? '', id]));
}

function byKey(ids: Ids, nameOf: (company: (typeof companies)[number]) => string): Ids {
  return new Map(companies.map((company) => [company.key, ids.get(nameOf(company)) ?? fail(company.name)]));
}

function fail(name: string): never {
  throw new Error(`${name} was not created`);
}
