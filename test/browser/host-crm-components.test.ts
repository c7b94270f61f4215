import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { startHostServer } from './host-server.ts';
import type { HostServer } from './host-server.ts';

let browser: Browser;
let server: HostServer;
let dealId: string;

async function create(type: string, properties: Record<string, string>): Promise<string> {
  return ((await server.crm(`/crm/v3/objects/${type}`, { properties })) as { readonly id: string }).id;
}

beforeAll(async () => {
  server = await startHostServer(
    [
      {
        uid: 'crm',
        name: 'CRM card',
        location: 'crm.record.tab',
        objectTypes: ['deals'],
        entry: fileURLToPath(new URL('./host-fixtures/CrmCard.tsx', import.meta.url)),
      },
      {
        uid: 'preview',
        name: 'Preview card',
        location: 'crm.preview',
        objectTypes: ['deals'],
        entry: fileURLToPath(new URL('./host-fixtures/SimpleCard.tsx', import.meta.url)),
      },
    ],
    {},
  );
  dealId = await create('deals', {
    dealname: 'Cuckoo order',
    amount: '1200',
    dealstage: 'contract',
    pipeline: 'default',
    closedate: '2099-12-24T12:00:00Z',
    hubspot_owner_id: '9001',
  });
  const associate = (type: string, id: string) =>
    server.crm(`/crm/v4/objects/deals/${dealId}/associations/default/${type}/${id}`, undefined, 'PUT');
  await associate(
    'companies',
    await create('companies', { name: 'Black Forest Gifts', city: 'Triberg', hubspot_owner_id: '9001' }),
  );
  for (const firstname of ['Dora', 'Anna', 'Carl', 'Zoe'])
    await associate(
      'contacts',
      await create('contacts', {
        firstname,
        email: `${firstname}@gifts.example`.toLowerCase(),
        hubspot_owner_id: '9001',
      }),
    );
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('CRM components', () => {
  it('show the record and what belongs to it', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${server.origin}/deals/${dealId}`);
    const card = page.getByRole('tabpanel', { name: 'CRM card' });
    await card.getByText('€1,200').first().waitFor();
    await card.getByText('no_such_property').waitFor();
    const stages = card.getByRole('list', { name: 'Stage of Cuckoo order' });
    expect(await stages.getByRole('listitem').count()).toBe(6);
    expect(await stages.locator('[aria-current=step]').allTextContents()).toEqual(['Contract sent', 'Contract sent']);
    await card.getByRole('link', { name: 'Black Forest Gifts' }).waitFor();
    await card.getByText('Triberg').waitFor();
    await card.getByText('No associated record.').waitFor();

    const table = card.getByRole('table', { name: 'Associated records' });
    await table.getByText('anna@gifts.example').waitFor();
    expect(await table.getByRole('row').allTextContents()).toEqual([
      'NameFirst NameEmail',
      'AnnaAnnaanna@gifts.example',
      'CarlCarlcarl@gifts.example',
    ]);
    await card.getByRole('button', { name: 'Page 2' }).click();
    await table.getByText('dora@gifts.example').waitFor();
    await card.getByRole('searchbox', { name: 'Search associated records' }).fill('carl@');
    await table.getByText('carl@gifts.example').waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    expect(await card.locator('.wb-statistic').allTextContents()).toEqual(['People4', 'Named A1']);
    await card.getByRole('region', { name: 'Report 1' }).getByText('Report 1 is not in this account').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('open editors that write to the CRM, and say what only HubSpot does', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.origin}/deals/${dealId}`);
    const panel = (name: string) => page.getByRole('dialog', { name });
    await page.getByRole('button', { name: 'Write to them' }).click();
    expect(await panel('New email').getByLabel('Subject').inputValue()).toBe('Your terms');
    expect(await panel('New email').getByLabel('Message').inputValue()).toBe('Dear Anna');
    await panel('New email').getByRole('button', { name: 'Close' }).click();
    await page.getByText('event: email').waitFor();

    await page.getByRole('button', { name: 'Take a note' }).click();
    await panel('Note').getByLabel('Note').fill('They pay the driver.');
    await panel('Note').getByRole('button', { name: 'Save note' }).click();
    await panel('Note').waitFor({ state: 'detached' });
    const notes = (await server.crm('/crm/v3/objects/notes?properties=hs_note_body&associations=deals')) as {
      readonly results: readonly {
        readonly properties: { readonly hs_note_body: string };
        readonly associations: { readonly deals: { readonly results: readonly { readonly id: string }[] } };
      }[];
    };
    expect(
      notes.results.map(({ properties, associations }) => [properties.hs_note_body, associations.deals.results[0]?.id]),
    ).toEqual([['They pay the driver.', dealId]]);

    await page.getByRole('link', { name: 'Preview it' }).click();
    await panel('Preview').getByText('Contract sent').waitFor();
    await panel('Preview')
      .getByRole('region', { name: 'Preview card' })
      .getByText('Cuckoo order is worth 1200')
      .waitFor();
    await panel('Preview').getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Add a task' }).click();
    await panel('Task').getByLabel('Title').fill('Call Anna');
    await panel('Task').getByRole('button', { name: 'Save task' }).click();
    await panel('Task').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Enroll it' }).click();
    await panel('In HubSpot').getByText('which workflow').waitFor();
    await panel('In HubSpot').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Nowhere' }).click();
    await page.getByText(/^event: refused .*RECORD_APP_LINK/).waitFor();
    await page.context().close();
  });

  it('preview a deal beside the list, with the cards for it', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Preview Cuckoo order' }).click();
    const preview = page.getByRole('dialog', { name: 'Preview' });
    const card = preview.getByRole('region', { name: 'Preview card' });
    await card.getByText(`Cuckoo order is worth 1200 to Rita, object ${dealId} of 0-3`).waitFor();
    await preview.getByRole('link', { name: 'Open the record' }).click();
    await preview.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'CRM card' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/deals/${dealId}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
