import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { startHostServer } from './host-server.ts';
import type { HostServer } from './host-server.ts';

const entry = fileURLToPath(new URL('./host-fixtures/BulkAction.tsx', import.meta.url));
const dealCount = 250;

let browser: Browser;
let server: HostServer;
let ids: readonly string[];

beforeAll(async () => {
  server = await startHostServer(
    [
      { uid: 'panel', name: 'Score terms', location: 'crm.bulkActions', objectTypes: ['deals'], entry },
      {
        uid: 'modal',
        name: 'Look at',
        location: 'crm.bulkActions',
        objectTypes: ['DEAL'],
        displayMode: 'MODAL',
        entry,
      },
      { uid: 'contacts', name: 'Greet', location: 'crm.bulkActions', objectTypes: ['contacts'], entry },
    ],
    {},
    ({ url, body }) =>
      url.startsWith('https://back-end.example/')
        ? { status: 202, contentType: 'application/json', body: JSON.stringify({ url, got: body }) }
        : null,
  );
  const inputs = Array.from({ length: dealCount }, (_, place) => ({
    properties: {
      dealname: `Order ${String(place + 1).padStart(3, '0')}`,
      dealstage: 'appointment',
      pipeline: 'default',
      hubspot_owner_id: '9001',
    },
  }));
  const created: string[] = [];
  for (let from = 0; from < dealCount; from += 100) {
    const { results } = (await server.crm('/crm/v3/objects/deals/batch/create', {
      inputs: inputs.slice(from, from + 100),
    })) as { readonly results: readonly { readonly id: string }[] };
    created.push(...results.map(({ id }) => id));
  }
  ids = created
    .map(Number)
    .sort((a, b) => a - b)
    .map(String);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('bulk actions', () => {
  it('are run for the deals that are chosen, on one page or on all', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${server.origin}/deals?sort=dealname`);
    await page.getByRole('checkbox', { name: 'Choose Order 001' }).check();
    await page.getByRole('checkbox', { name: 'Choose Order 003' }).check();
    await page.getByText('2 deals chosen').waitFor();
    expect(await page.getByRole('button', { name: 'Greet' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Score terms' }).click();
    const panel = page.getByRole('dialog', { name: 'Score terms' });
    await panel.getByText('For 2 of 0-3 at crm.bulkActions').waitFor();
    await panel
      .getByText('Actions addAlert,closeOverlay,copyTextToClipboard,navigateToPage,openIframeModal,reloadPage')
      .waitFor();
    await panel.getByRole('combobox', { name: 'Nothing yet' }).waitFor();
    await panel.getByRole('combobox', { name: 'Nothing at all' }).waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });

    await page.getByRole('checkbox', { name: 'Choose all deals of this page' }).check();
    await page.getByText('25 deals chosen').waitFor();
    await page.getByRole('button', { name: 'Choose all 250' }).click();
    await page.getByText('250 deals chosen').waitFor();
    await page.getByRole('button', { name: 'Page 2' }).click();
    await page.getByRole('checkbox', { name: 'Choose Order 026' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Choose Order 026' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Look at' }).click();
    const modal = page.getByRole('dialog', { name: 'Look at' });
    await modal.getByText('For 250 of 0-3 at crm.bulkActions').waitFor();
    expect(await modal.getByText(/^Ids /).textContent()).toBe(`Ids ${ids.join()}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('may ask the app’s own back end, and nobody else', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${server.origin}/deals?sort=dealname`);
    await page.getByRole('checkbox', { name: 'Choose Order 002' }).check();
    await page.getByRole('button', { name: 'Score terms' }).click();
    await page.getByRole('button', { name: 'Ask the back end' }).click();
    await page.getByText('Answer 202 {"url":"https://back-end.example/scores?of=deals","got":{"ids":1}}').waitFor();
    await page.getByRole('button', { name: 'Ask somebody else' }).click();
    await page.getByText('Answer Error: https://elsewhere.example/ is not permitted.').waitFor();
    await page.context().close();
  });
});
