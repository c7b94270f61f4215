import * as z from 'zod/mini';
import type { Emulator } from '../workbench/emulator/index.ts';
import { companies } from './companies.ts';
import type { CrmClient } from '../workbench/crm-client.ts';
import { companyRecord, contactRecord } from './demo-records.ts';
import type { Ids, References } from './demo-records.ts';

/** Customers of the demo account, by company key. */
export type Customers = Pick<References, 'companies' | 'contacts'>;

const pageSchema = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.nullable(z.string())) })),
});

/** Creates the companies and their contacts. */
export async function loadCustomers(
  load: Emulator['bulkLoad'],
  references: Omit<References, 'companies' | 'contacts'>,
): Promise<Customers> {
  const companyIds = byKey(
    await load(
      'companies',
      companies.map((company) => companyRecord(company, references)),
    ),
  );
  const contactIds = byKey(
    await load(
      'contacts',
      companies.map((company) => contactRecord(company, { ...references, companies: companyIds })),
    ),
  );
  return { companies: companyIds, contacts: contactIds };
}

/** The customers of an account that has them. */
export async function findCustomers(crm: CrmClient): Promise<Customers> {
  const read = async (type: string, property: string) =>
    pageSchema
      .parse(await crm.get(`/crm/v3/objects/${type}?limit=100&properties=${property}`))
      .results.map(({ id, properties }) => [properties[property] ?? '', id] as const);
  const companyIds = new Map(await read('companies', 'domain'));
  const contactIds = new Map(
    (await read('contacts', 'email')).map(([email, id]) => [email.slice(email.indexOf('@') + 1), id]),
  );
  return { companies: byDomain(companyIds), contacts: byDomain(contactIds) };
}

function byKey(ids: readonly string[]): Ids {
  return new Map(companies.map(({ key }, place) => [key, ids[place] ?? '']));
}

/** A company somebody has deleted meanwhile is simply not there. */
function byDomain(ids: Ids): Ids {
  return new Map(
    companies.flatMap(({ key, domain }) => (ids.has(domain) ? [[key, ids.get(domain) ?? ''] as const] : [])),
  );
}
