/** A call of HubSpot's API made with the app's token, whichever family of paths it takes. */
export type ApiCall = {
  /** Method and path without version, `{}` for ids: `PATCH objects/deals/{}`. */
  readonly call: string;
  readonly scope: string;
  /** Whether the app does without it, and says what it does not know. */
  readonly isOptional?: true;
  /** Completes "the app …". */
  readonly why: string;
};

/**
 * Every call app functions make. The manifest asks for exactly these scopes: `npm run deploy` compares them, every function test fails on a call
 * that is not here, and `test/serverless/api-calls.test.ts` on a scope that is not the one HubSpot's API wants.
 */
export const apiCalls: readonly ApiCall[] = [
  {
    call: 'POST objects/p_terms_ledger/batch/read',
    scope: 'crm.objects.custom.read',
    why: 'reads the account’s time zone and currency, the policy in force and the last totals',
  },
  { call: 'PATCH objects/deals/{}', scope: 'crm.objects.deals.write', why: 'writes a deal’s answers and score' },
  { call: 'POST objects/deals/batch/update', scope: 'crm.objects.deals.write', why: 'writes the scores of many deals' },
  {
    call: 'GET objects/deals/{}',
    scope: 'crm.objects.deals.read',
    why: 'reads back a deal’s history, to see whether two people wrote at once, and who its contacts are',
  },
  {
    call: 'GET objects/companies/{}',
    scope: 'crm.objects.companies.read',
    why: 'reads a company’s country and industry, its other deals and invoices, and its name for the card that decides',
  },
  {
    call: 'POST objects/deals/batch/read',
    scope: 'crm.objects.deals.read',
    why: 'reads those deals’ answers, and deals to score',
  },
  {
    call: 'POST objects/contacts/batch/read',
    scope: 'crm.objects.contacts.read',
    why: 'reads the first name and the language of a deal’s contact, to word an offer for it',
  },
  {
    call: 'POST properties/deals/batch/read',
    scope: 'crm.objects.deals.read',
    why: 'names properties of a deal that a rule of the account demands',
  },
  {
    call: 'POST properties/companies/batch/read',
    scope: 'crm.objects.companies.read',
    why: 'sees whether the properties of companies that the policy names are there',
  },
  {
    call: 'POST properties/line_items/batch/read',
    scope: 'crm.objects.line_items.read',
    isOptional: true,
    why: 'sees whether the properties of line items that the policy names are there',
  },
  {
    call: 'POST properties/tickets/batch/read',
    scope: 'tickets',
    why: 'names properties of a ticket that a rule of the account demands',
  },
  {
    call: 'POST objects/companies/batch/read',
    scope: 'crm.objects.companies.read',
    why: 'reads the companies of many deals',
  },
  {
    call: 'POST associations/companies/deals/batch/read',
    scope: 'crm.objects.companies.read',
    why: 'finds what companies bought before',
  },
  {
    call: 'POST associations/companies/invoices/batch/read',
    scope: 'crm.objects.companies.read',
    why: 'finds their invoices',
  },
  {
    call: 'POST associations/deals/line_items/batch/read',
    scope: 'crm.objects.deals.read',
    why: 'finds the lines of deals',
  },
  {
    call: 'POST associations/deals/quotes/batch/read',
    scope: 'crm.objects.deals.read',
    why: 'finds the quotes of deals',
  },
  {
    call: 'POST associations/deals/tasks/batch/read',
    scope: 'crm.objects.deals.read',
    why: 'finds the tasks of a deal that has more than a hundred',
  },
  {
    call: 'POST objects/line_items/batch/read',
    scope: 'crm.objects.line_items.read',
    isOptional: true,
    why: 'works out the gross margin from unit costs',
  },
  {
    call: 'POST objects/quotes/batch/read',
    scope: 'crm.objects.quotes.read',
    isOptional: true,
    why: 'reads the payment terms of the newest quote',
  },
  {
    call: 'POST objects/invoices/batch/read',
    scope: 'crm.objects.invoices.read',
    isOptional: true,
    why: 'works out how late a customer pays, and what it owes',
  },
  { call: 'GET owners', scope: 'crm.objects.owners.read', why: 'names the people deals belong to' },
  { call: 'GET pipelines/deals', scope: 'crm.objects.deals.read', why: 'names deal stages' },
  { call: 'POST objects/p_terms_ledger', scope: 'crm.objects.custom.write', why: 'keeps a new version of the policy' },
  {
    call: 'GET objects/tickets/{}',
    scope: 'tickets',
    why: 'reads a request for an expedited shipment and whose deal it is',
  },
  { call: 'POST objects/tickets', scope: 'tickets', why: 'makes the ticket of a request' },
  { call: 'PATCH objects/tickets/{}', scope: 'tickets', why: 'keeps what was asked, decided and promised' },
  {
    call: 'POST objects/tickets/batch/read',
    scope: 'tickets',
    why: 'finds a deal’s requests, and whose requests hold a week’s slots',
  },
  {
    call: 'POST objects/notes',
    scope: 'crm.objects.contacts.write',
    why: 'keeps who decided what on the ticket’s timeline',
  },
  { call: 'POST objects/tasks', scope: 'crm.objects.contacts.write', why: 'tells the deal’s owner of a decision' },
  {
    call: 'POST objects/tasks/batch/update',
    scope: 'crm.objects.contacts.write',
    why: 'completes the task that asked for an approval, once there is a decision',
  },
  {
    call: 'POST objects/notes/batch/read',
    scope: 'crm.objects.contacts.read',
    why: 'sees whether a note whose answer was lost is there, before it writes another',
  },
  {
    call: 'POST objects/tasks/batch/read',
    scope: 'crm.objects.contacts.read',
    why: 'sees whether a task whose answer was lost is there, before it writes another',
  },
  {
    call: 'POST objects/p_terms_ledger/batch/upsert',
    scope: 'crm.objects.custom.write',
    why: 'puts that version in force',
  },
];

/**
 * A request as `apiCalls` lists it.
 *
 * @param method - HTTP method
 * @param path - path of either family, with or without query
 * @example apiCallOf('GET', '/crm/objects/2026-09/deals/17?properties=amount') // => 'GET objects/deals/{}'
 */
export function apiCallOf(method: string, path: string): string {
  const [plain = ''] = path.split('?');
  const unversioned = plain
    .replace(/^\/crm\//, '')
    .replace(/(^|\/)(v[34]|2026-09)(?=\/|$)/, '')
    .replace(/^\//, '')
    .replace(/\/$/, '');
  return `${method} ${unversioned.replace(/\/\d+(?=\/|$)/g, '/{}')}`;
}
