import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { answerForForecastingChain, lookAs, openDeal, stored } from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Sees every deal. */
const grace = 'user-grace';
const dealName = 'Annual range, 38 shops';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench({ asHubSpot: true })]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** What search has of the deal. */
const verdictFound = async () =>
  (await workbench.searchDeals({ query: dealName, properties: ['terms_verdict'] }, grace)).results[0]?.properties[
    'terms_verdict'
  ];

describe('with HubSpot’s limits, and a search that lags', () => {
  it('a rep saves and reads back at once, and the board follows when search has seen it', async () => {
    const { page, faults } = await openPage(browser);
    const { id } = await workbench.dealNamed(dealName, grace);
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await openDeal(page, workbench.origin, dealName);
    await answerForForecastingChain(page);
    await stored(page);

    // Read by its id the deal is as saved; search finds the same some seconds later.
    await expect
      .poll(async () => (await workbench.readDeal(id, grace, ['terms_verdict'])).terms_verdict, { timeout: 10_000 })
      .toBe('trade');
    await page.reload();
    const cash = page.getByRole('radiogroup', { name: 'Customer cash position' });
    await cash.waitFor();
    expect(await cash.getByRole('radio', { name: /^Positive/ }).isChecked()).toBe(true);
    await expect.poll(verdictFound, { timeout: 20_000, interval: 500 }).toBe('trade');

    await page.goto(`${workbench.origin}/app/pages`);
    await page.getByRole('row').getByRole('link').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('every deal is scored anew within the limits, and the board shows them', async () => {
    await workbench.rescore();
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('row').getByRole('link').first().waitFor();
    expect(faults).toEqual([]);
  });
});
