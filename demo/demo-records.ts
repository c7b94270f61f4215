import type { BulkRecord } from '../workbench/emulator/index.ts';
import { companies } from './companies.ts';
import type { DemoCompany } from './companies.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { PersonKey } from './people.ts';
import { stagesUpTo } from './stages.ts';

/** Ids in the account by the demo's own keys. */
export type Ids<Id = string> = ReadonlyMap<string, Id>;

/** Everything a record refers to. */
export type References = {
  readonly owners: Ids;
  readonly users: Ids<number>;
  readonly companies: Ids;
  readonly contacts: Ids;
  readonly calendar: DemoCalendar;
};

/** What a customer's buyer is written to in; English everywhere else. */
const languageOfCountry: Readonly<Record<string, string>> = {
  Austria: 'de',
  Belgium: 'nl',
  Germany: 'de',
  Netherlands: 'nl',
  Switzerland: 'de-ch',
};

/** Customers have been in the account for longer than any of their deals. */
const customerSinceDays = 900;
/** A deal of ours takes about two months from the first enquiry. */
const salesCycleDays = 60;

const companyOf = new Map(companies.map((company) => [company.key, company]));

export function companyRecord(
  company: DemoCompany,
  { owners, users, calendar }: Pick<References, 'owners' | 'users' | 'calendar'>,
): BulkRecord {
  const { name, domain, city, country, industry, employees, owner } = company;
  const properties = {
    name,
    domain,
    city,
    country,
    industry,
    numberofemployees: String(employees),
    hubspot_owner_id: of(owners, owner),
  };
  return { properties, at: calendar.instantMs(-customerSinceDays), userId: of(users, owner) };
}

export function contactRecord(company: DemoCompany, references: Omit<References, 'contacts'>): BulkRecord {
  const { first, last, job } = company.contact;
  const properties = {
    firstname: first,
    lastname: last,
    jobtitle: job,
    hs_language: languageOfCountry[company.country] ?? 'en',
    email: `${plain(first)}.${plain(last)}@${company.domain}`,
    company: company.name,
    hubspot_owner_id: of(references.owners, company.owner),
  };
  const links = [{ objectType: 'companies', id: of(references.companies, company.key) }];
  return {
    properties,
    links,
    at: references.calendar.instantMs(-customerSinceDays),
    userId: of(references.users, company.owner),
  };
}

/** A deal with the stages it went through, one after the other until it closed or until yesterday. */
export function dealRecord(deal: DemoDeal, references: References): BulkRecord {
  const { calendar, owners, users } = references;
  const userId = of(users, dealOwner(deal));
  const [firstStage = deal.stage, ...laterStages] = stagesUpTo(deal.stage);
  const enquiredInDays = Math.min(deal.closesInDays - salesCycleDays, -1);
  const lastInDays = Math.min(deal.closesInDays, -1);
  const daysPerStage = (lastInDays - enquiredInDays) / Math.max(1, laterStages.length);
  const optional = {
    amount: deal.amount?.toString(),
    deal_currency_code: deal.currency,
    description: deal.description,
    terms_needed_by: deal.answers === undefined ? neededBy(deal, calendar) : undefined,
  };
  return {
    properties: {
      dealname: dealName(deal),
      pipeline: 'default',
      dealstage: firstStage,
      closedate: new Date(calendar.instantMs(deal.closesInDays)).toISOString(),
      hubspot_owner_id: of(owners, dealOwner(deal)),
      ...Object.fromEntries(
        Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...deal.terms,
    },
    at: calendar.instantMs(enquiredInDays),
    userId,
    links: [
      { objectType: 'companies', id: of(references.companies, deal.company) },
      { objectType: 'contacts', id: of(references.contacts, deal.company) },
    ],
    changes: laterStages.map((dealstage, place) => ({
      at: calendar.instantMs(enquiredInDays + daysPerStage * (place + 1)),
      userId,
      properties: { dealstage },
    })),
  };
}

/** What the deal is called in the account. */
export function dealName(deal: DemoDeal): string {
  return `${companyNamed(deal.company).name} – ${deal.name}`;
}

/** Whoever looks after the customer, unless the deal says otherwise. */
export function dealOwner(deal: DemoDeal): PersonKey {
  return deal.owner ?? companyNamed(deal.company).owner;
}

/** The date the customer needs delivery by: typed into HubSpot's field, or saved through the app where the deal has answers. */
export function neededBy({ closesInDays, neededInDays }: DemoDeal, calendar: DemoCalendar): string | undefined {
  return neededInDays === undefined ? undefined : calendar.date(closesInDays + neededInDays);
}

function companyNamed(key: string): DemoCompany {
  return of(companyOf, key);
}

function of<Found>(found: ReadonlyMap<string, Found>, key: string): Found {
  const value = found.get(key);
  if (value === undefined) throw new Error(`the demo account has no ${key}`);
  return value;
}

/** A name as it is spelt in an e-mail address. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
}
