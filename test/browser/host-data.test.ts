import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { startHostServer } from './host-server.ts';
import type { HostServer, TestExtension } from './host-server.ts';

const card = (name: string): TestExtension => ({
  uid: name.toLowerCase(),
  name,
  location: 'crm.record.tab',
  objectTypes: ['deals'],
  entry: fileURLToPath(new URL(`./host-fixtures/${name}.tsx`, import.meta.url)),
});

let browser: Browser;
let server: HostServer;
let dealId: string;

async function create(type: string, properties: Record<string, string>): Promise<string> {
  return ((await server.crm(`/crm/v3/objects/${type}`, { properties })) as { readonly id: string }).id;
}

const deal = (dealname: string, amount: string) =>
  create('deals', { dealname, amount, dealstage: 'appointment', pipeline: 'default', hubspot_owner_id: '9001' });

beforeAll(async () => {
  const explodes = () => ({
    status: 400 as const,
    body: { status: 'error', message: 'There was a problem.', errors: [{ message: 'The function failed.' }] },
  });
  server = await startHostServer([card('DataCard'), card('FaultyCard'), card('SilentCard')], { explodes });
  dealId = await deal('Cuckoo order', '1200');
  const companyId = await create('companies', { name: 'Black Forest Gifts', hubspot_owner_id: '9001' });
  await server.crm(`/crm/v4/objects/deals/${dealId}/associations/default/companies/${companyId}`, undefined, 'PUT');
  for (const [name, amount] of [
    ['search one', '10'],
    ['search two', '20'],
    ['search three', '30'],
  ] as const)
    await deal(name, amount);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openCard(name: string): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${server.origin}/deals/${dealId}`);
  await opened.page.getByRole('tab', { name }).click();
  return opened;
}

describe('what an extension reads of the CRM', () => {
  it('is the record as it is now, its associations and what was asked for', async () => {
    const { page, faults } = await openCard('DataCard');
    await page.getByText(/^Live: .*1,200.* in Appointment of \d+$/).waitFor();
    await page.getByText('Companies: Black Forest Gifts (typed)').waitFor();
    await page.getByText('Fetched: {"dealname":"Cuckoo order"').waitFor();
    await page.getByText(/^Formatted: .*1,234\.50?$/).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('pages through a search, searches again on another order, and tells of a search HubSpot refuses', async () => {
    const { page } = await openCard('DataCard');
    await page.getByText('Found 3, page 1: search one, search two').waitFor();
    await page.getByRole('button', { name: 'Next results' }).click();
    await page.getByText('Found 3, page 2: search three').waitFor();
    await page.getByRole('button', { name: 'Previous results' }).click();
    await page.getByText('Found 3, page 1: search one, search two').waitFor();
    await page.getByRole('combobox', { name: 'Sort by' }).click();
    await page.getByRole('option', { name: 'Nonsense' }).click();
    await page.getByText(/^Search failed: /).waitFor();
    await page.context().close();
  });

  it('rejects with an error when a function fails', async () => {
    const { page } = await openCard('DataCard');
    await page.getByRole('button', { name: 'Call and fail' }).click();
    await page.getByText(/^Failure: Error: .+/).waitFor();
    await page.context().close();
  });
});

describe('an extension that goes wrong', () => {
  it('says that it crashed, and starts anew on request', async () => {
    const { page } = await openCard('FaultyCard');
    await page.getByRole('button', { name: 'Throw while rendering' }).click();
    await page.getByRole('alert').getByText('The extension crashed while rendering.').waitFor();
    await page.getByText('The bomb went off.', { exact: true }).waitFor();
    expect(await page.getByRole('heading', { name: 'Cuckoo order' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Faulty card, untouched').waitFor();
    await page.context().close();
  });

  it('is ended when it hangs, while the rest of the page works', async () => {
    const { page } = await openCard('FaultyCard');
    await page.getByRole('button', { name: 'Hang' }).click();
    await page.getByRole('alert').getByText('The extension stopped responding.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Faulty card, untouched').waitFor();
    await page.context().close();
  });

  it('finds no way round hubspot.serverless', async () => {
    const { page } = await openCard('FaultyCard');
    await page.getByRole('button', { name: 'Fetch' }).click();
    await page.getByText(/fetch does not exist in HubSpot's extension sandbox/).waitFor();
    await page.context().close();
  });

  it('that never calls hubspot.extend says so', async () => {
    const { page } = await openCard('SilentCard');
    await page.getByText('The bundle ran to its end without calling hubspot.extend.', { exact: true }).waitFor();
    await page.context().close();
  });
});
