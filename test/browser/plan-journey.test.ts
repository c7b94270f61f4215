import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { answerForForecastingChain, answerForPromoRetailer, lookAs, openDeal, stored } from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Names of the deals the plan trades, in order of work. */
async function tradedDeals(page: Page): Promise<string[]> {
  return page.getByRole('row').getByRole('link').allInnerTexts();
}

/** What `npm run plan` makes of the deals the page copied, under the backlog of the demo account. */
function planFromShell(ndjson: string): {
  readonly backlogFunded: number;
  readonly deals: readonly { readonly id: string; readonly packageId: string | null }[];
  readonly errors: readonly unknown[];
} {
  const policy = join(workbench.dataFolder, 'policy.json');
  writeFileSync(policy, JSON.stringify({ backlog: { unfundedCost: 250_000 } }));
  const { stdout } = spawnSync(process.execPath, ['commands/run.mjs', 'plan', '--policy', policy], {
    input: ndjson,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as ReturnType<typeof planFromShell>;
}

describe('a manager', () => {
  it('plans which deals to trade, and asks what if', async () => {
    const { page, faults } = await openPage(browser);
    const { id, properties } = await workbench.dealNamed('Christmas market promotion', 'user-oliver');
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    await answerForPromoRetailer(page, properties['closedate'] ?? '');
    await stored(page);
    await openDeal(page, workbench.origin, 'Annual range, 38 shops');
    await answerForForecastingChain(page);
    await stored(page);

    await lookAs(page, /Grace Whitfield/);
    await page.goto(`${workbench.origin}/app/pages/plan`);
    await page.getByRole('heading', { name: /^Trades in order of work/ }).waitFor();
    const planned = await tradedDeals(page);
    expect(planned).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Annual range, 38 shops'),
        expect.stringContaining('Christmas market promotion'),
      ]),
    );
    expect(await page.getByRole('row', { name: /-€\d/ }).count()).toBeGreaterThan(0);
    const promo = page.getByRole('row', { name: /Christmas market promotion/ });
    await promo.getByText('Delivery 21 days sooner').waitFor();

    await page.getByRole('button', { name: 'Copy the deals for npm run plan' }).click();
    await page.getByText('Copied.').waitFor();
    const shell = planFromShell(await page.evaluate(() => navigator.clipboard.readText()));
    expect(shell.errors).toEqual([]);
    expect(shell.deals.filter(({ packageId }) => packageId !== null)).toHaveLength(planned.length);
    await page
      .getByText(
        new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(shell.backlogFunded),
        { exact: true },
      )
      .waitFor();

    await promo.getByRole('button', { name: 'Leave out' }).click();
    await expect.poll(() => tradedDeals(page)).not.toContain(planned.find((name) => name.includes('Christmas')));
    await page.getByRole('button', { name: 'Take in again' }).click();
    await expect.poll(() => tradedDeals(page)).toEqual(planned);

    const backlog = page.getByRole('textbox', { name: 'Orders waiting for cash' });
    await backlog.fill('0');
    await backlog.press('Enter');
    // Worth it for the cash alone: against us at the bank's rate. What is agreed stands whatever it costs.
    const forCashAlone = page.getByRole('row', { name: /-€\d/ }).filter({ hasNotText: 'as agreed' });
    await expect.poll(() => forCashAlone.count()).toBe(0);
    await expect.poll(async () => (await tradedDeals(page)).length).toBeLessThan(planned.length);
    await page.getByText('These are not the figures of our policy; nothing is saved.').waitFor();
    await page.getByRole('button', { name: 'Back to our policy' }).click();
    await expect.poll(() => tradedDeals(page)).toEqual(planned);

    await page.getByText('None is set: each card counts on the whole backlog for its own deal.').waitFor();
    await page.getByLabel('Key of the policy').fill('not the key');
    await page.getByRole('button', { name: /^Set .*a year$/ }).click();
    await page.getByText('The key is not right').waitFor();
    await page.getByLabel('Key of the policy').fill('cuckoo clocks');
    const set = await page.getByRole('button', { name: /^Set .*a year$/ }).innerText();
    await page.getByRole('button', { name: /^Set .*a year$/ }).click();
    await page.getByText(/^In force as version \d+$/).waitFor();
    await page.goto(`${workbench.origin}/deals/${id}`);
    await page.getByRole('button', { name: /^What this rests on/ }).click();
    await page
      .getByText(`Price of cash today: ${set.replace('Set ', '')}, set on`, { exact: false })
      .first()
      .waitFor();
    await page.goto(`${workbench.origin}/app/pages/plan`);

    await page.getByRole('button', { name: 'Copy for the minutes' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('| Deal | What to ask |');
    expect(faults).toEqual([]);
  });
});
