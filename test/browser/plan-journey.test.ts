import { spawnSync } from 'node:child_process';
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

/** What a shell makes of the command the page copied. */
function planFromShell(command: string): {
  readonly objective: number;
  readonly priceOfCash: number;
  readonly backlogFunded: number;
  readonly backlogFundedLow: number;
  readonly backlogFundedHigh: number;
  readonly deals: readonly { readonly id: string; readonly packageId: string | null }[];
  readonly errors: readonly unknown[];
} {
  const { stdout } = spawnSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: workbench.dataFolder },
  });
  return JSON.parse(stdout) as ReturnType<typeof planFromShell>;
}

const percent = (fraction: number) =>
  new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
const euro = (money: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(money);

async function copied(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  await page.getByText('Copied.').first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The policy the plan on the screen counts with. */
async function policyCopied(page: Page) {
  const [, policy] = (await copied(page, 'Copy for the command line')).split('\n');
  return JSON.parse(policy ?? '') as { borrowingRate: number; backlog: { unfundedCost: number } };
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
    await page.getByRole('button', { name: /^Small trades, worth less than €50 each/ }).waitFor();
    const minimum = page.getByRole('textbox', { name: 'Group trades worth less than' });
    await minimum.fill('0');
    await minimum.press('Enter');
    await page.getByRole('button', { name: /^Small trades/ }).waitFor({ state: 'detached' });
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

    const shell = planFromShell(await copied(page, 'Copy for the command line'));
    expect(shell.errors).toEqual([]);
    expect(shell.deals.filter(({ packageId }) => packageId !== null)).toHaveLength(planned.length);
    await page.getByText(euro(shell.objective), { exact: true }).first().waitFor();
    await page.getByText(percent(shell.backlogFunded), { exact: true }).waitFor();
    await page
      .getByText(`${percent(shell.backlogFundedLow)} to ${percent(shell.backlogFundedHigh)} with a chance of 80%`)
      .waitFor();

    await promo.getByRole('button', { name: 'Leave out' }).click();
    await expect.poll(() => tradedDeals(page)).not.toContain(planned.find((name) => name.includes('Christmas')));
    await page.getByRole('button', { name: 'Take in again' }).click();
    await expect.poll(() => tradedDeals(page)).toEqual(planned);

    const backlog = page.getByRole('textbox', { name: 'Orders waiting for cash' });
    await backlog.fill('0');
    await backlog.press('Enter');
    // Worth it for the cash alone: against us at the bank's rate. What is agreed or on offer stands whatever it costs.
    const forCashAlone = page.getByRole('row', { name: /-€\d/ }).filter({ hasText: 'customer’s:' });
    await expect.poll(() => forCashAlone.count()).toBe(0);
    await expect.poll(async () => (await tradedDeals(page)).length).toBeLessThan(planned.length);
    await page.getByText('These are not the figures of our policy; nothing is saved.').waitFor();
    await page.getByRole('button', { name: 'Back to our policy' }).click();
    await expect.poll(() => tradedDeals(page)).toEqual(planned);

    await page.getByText('None is set: each card counts on the whole backlog for its own deal.').waitFor();
    await page.getByLabel('Approval code', { exact: true }).fill('not the key');
    await page.getByRole('button', { name: /^Set .*a year$/ }).click();
    await page.getByText('The approval code is not right').waitFor();
    await page.getByLabel('Approval code', { exact: true }).fill('cuckoo clocks');
    const set = await page.getByRole('button', { name: /^Set .*a year$/ }).innerText();
    await page.getByRole('button', { name: /^Set .*a year$/ }).click();
    await page.getByText(/^In force as version \d+$/).waitFor();
    await page.goto(`${workbench.origin}/deals/${id}`);
    await page.getByRole('button', { name: /^What this rests on/ }).click();
    await page
      .getByText(`Price of cash today: ${set.replace('Set ', '')}, set on`, { exact: false })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('has figures taken as they are typed, and none for an emptied field', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages/plan`);
    await page.getByRole('heading', { name: /^Trades in order of work/ }).waitFor();
    const totals = () => page.getByRole('row', { name: /^Net benefit/ }).innerText();
    const type = async (name: string, typed: string) => {
      const field = page.getByRole('textbox', { name });
      await field.fill(typed);
      await field.press('Enter');
      return field;
    };
    const orders = 'Orders waiting for cash';
    for (const [typed, unfundedCost] of [
      ['300,000', 300_000],
      ['250000.00', 250_000],
      ['1500.50', 1500.5],
      ['€40,000', 40_000],
    ] as const) {
      const field = await type(orders, typed);
      await expect
        .poll(async () => (await policyCopied(page)).backlog.unfundedCost, { message: typed })
        .toBe(unfundedCost);
      expect(await field.inputValue()).not.toBe('');
    }
    await type('Bank rate in percent a year', '12.50');
    await expect.poll(async () => (await policyCopied(page)).borrowingRate).toBe(0.125);
    const before = await totals();
    await type(orders, '');
    await page.getByText('Enter a figure: until then the plan counts with the last one.').waitFor();
    expect(await totals()).toBe(before);
    expect((await policyCopied(page)).backlog.unfundedCost).toBe(40_000);
    expect(faults).toEqual([]);
  });
});
