import { companies } from './companies.ts';
import type { DemoCompany } from './companies.ts';
import type { DemoDeal } from './deal-row.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { PersonKey } from './people.ts';

/** What a record is created from; ids of companies and owners are the account's. */
export type RecordInput = {
  readonly properties: Readonly<Record<string, string>>;
  readonly associations: readonly { readonly to: { readonly id: string }; readonly types: readonly { readonly associationCategory: 'HUBSPOT_DEFINED'; readonly associationTypeId: number }[] }[];
};
export type Ids<Key extends string = string> = ReadonlyMap<Key, string>;

/** HubSpot's association type numbers. */
const associationTypes = { dealToPrimaryCompany: 5, contactToPrimaryCompany: 1, dealToContact: 3 } as const;

/** A deal of ours takes about two months from the first enquiry. */
const salesCycleDays = 60;

const companyOf = new Map(companies.map((company) => [company.key, company]));

export function companyInput(company: DemoCompany, owners: Ids<PersonKey>): RecordInput {
  const { name, domain, city, country, industry, employees } = company;
  return { properties: { name, domain, city, country, industry, numberofemployees: String(employees), hubspot_owner_id: idOf(owners, company.owner) }, associations: [] };
}

export function contactInput(company: DemoCompany, owners: Ids<PersonKey>, companyIds: Ids): RecordInput {
  const { first, last, job } = company.contact;
  const properties = { firstname: first, lastname: last, jobtitle: job, email: `${plain(first)}.${plain(last)}@${company.domain}`, company: company.name, hubspot_owner_id: idOf(owners, company.owner) };
  return { properties, associations: [link(idOf(companyIds, company.key), associationTypes.contactToPrimaryCompany)] };
}

/** What the deal is called in the account; no two deals of the demo are called the same. */
export function dealName(deal: DemoDeal): string {
  return `${companyNamed(deal.company).name} – ${deal.name}`;
}

/** Whoever looks after the customer, unless the deal says otherwise. */
export function dealOwner(deal: DemoDeal): PersonKey {
  return deal.owner ?? companyNamed(deal.company).owner;
}

export function dealInput(deal: DemoDeal, owners: Ids<PersonKey>, linked: { readonly companies: Ids; readonly contacts: Ids }, calendar: DemoCalendar): RecordInput {
  const optional = { amount: deal.amount?.toString(), deal_currency_code: deal.currency, description: deal.description, terms_needed_by: deal.answers === undefined ? neededBy(deal, calendar) : undefined };
  return {
    properties: {
      dealname: dealName(deal),
      pipeline: 'default',
      dealstage: deal.stage,
      closedate: calendar.instant(deal.closesInDays),
      createdate: calendar.instant(Math.min(deal.closesInDays - salesCycleDays, -1)),
      hubspot_owner_id: idOf(owners, dealOwner(deal)),
      ...Object.fromEntries(Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      ...deal.terms,
    },
    associations: [link(idOf(linked.companies, deal.company), associationTypes.dealToPrimaryCompany), link(idOf(linked.contacts, deal.company), associationTypes.dealToContact)],
  };
}

/** The date the customer needs delivery by: typed into HubSpot's field, or saved through the app where the deal has answers. */
export function neededBy({ closesInDays, neededInDays }: DemoDeal, calendar: DemoCalendar): string | undefined {
  return neededInDays === undefined ? undefined : calendar.date(closesInDays + neededInDays);
}

function companyNamed(key: string): DemoCompany {
  const company = companyOf.get(key);
  if (company === undefined) throw new Error(`the demo account has no company ${key}`);
  return company;
}

function link(id: string, associationTypeId: number): RecordInput['associations'][number] {
  return { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] };
}

function idOf<Key extends string>(ids: Ids<Key>, key: Key): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo account has no ${key}`);
  return id;
}

/** A name as it is spelt in an e-mail address. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
}
