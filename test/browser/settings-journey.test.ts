import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
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

async function openSettings(page: Page, person: RegExp): Promise<void> {
  await page.goto(`${workbench.origin}/deals`);
  await lookAs(page, person);
  await page.goto(`${workbench.origin}/app/settings`);
  await page.getByRole('heading', { name: 'Effect on two example deals' }).waitFor();
}

async function enter(page: Page, name: RegExp, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name });
  await field.fill(value);
  await field.press('Enter');
}

const enterKey = (page: Page, key: string) => page.getByLabel('Approval code', { exact: true }).fill(key);
const save = (page: Page) => page.getByRole('button', { name: 'Save policy' }).click();

describe('the app’s page', () => {
  it('leads to the same settings', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('link', { name: 'Settings', exact: true }).nth(1).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByText('Version 1 is in force.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/pages/settings');
    expect(await page.getByRole('link', { name: 'Negotiability board' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the settings page', () => {
  it('shows what a change does, saves it, remembers it and takes it back', async () => {
    const { page, faults } = await openPage(browser);
    await openSettings(page, /Grace Whitfield/);
    await page.getByText('Version 1 is in force.').waitFor();
    await page.getByText('A 2% discount', { exact: true }).waitFor();
    await page.getByText('A 9% discount', { exact: true }).waitFor();
    await page.getByText('Nothing to save').waitFor();

    await enter(page, /^Bank rate/, '-3');
    await page.getByText('Enter a number of at least 0%.').waitFor();
    await page.getByText('Correct the marked settings to see what they do.').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();

    const waiting = page.getByRole('textbox', { name: /^Cost of the orders waiting/ });
    for (const [typed, told] of [
      ['300,000', '€300,000'],
      ['1500.50', '€1,501'],
      ['260000.00', '€260,000'],
    ] as const) {
      await waiting.fill('');
      await waiting.pressSequentially(typed);
      await waiting.press('Enter');
      await page.getByText(`Cost of the orders waiting: €250,000 → ${told}`).waitFor();
    }
    await enter(page, /^Cost of the orders waiting/, '');
    await page.getByText('Enter a number.', { exact: true }).waitFor();
    await page.getByText('Correct the marked settings to see what they do.').waitFor();
    await enter(page, /^Bank rate/, '12.50');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await expect.poll(() => waiting.inputValue()).toBe('€250,000');

    await enter(page, /^Cost of the orders waiting/, '0');
    await page.getByText('Cost of the orders waiting: €250,000 → €0').waitFor();
    await page.getByText('was: A 9% discount').waitFor();
    await page.getByText('was: 53% a year').first().waitFor();

    await enterKey(page, 'guess');
    await save(page);
    await page.getByText('The approval code is not right').waitFor();
    await enterKey(page, 'cuckoo clocks');
    await save(page);
    await page.getByText('Version 2 is in force', { exact: true }).waitFor();
    await page.getByText('Deals keep the scores they have').waitFor();

    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('row', { name: /^2 Grace Whitfield .* Cost of the orders waiting: €250,000 → €0/ }).waitFor();
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByText('Version 1 is in the form').waitFor();
    await page.getByText('was: A 3% discount').waitFor();
    await save(page);
    await page.getByText('Version 3 is in force', { exact: true }).waitFor();
    await page.getByRole('row', { name: /^3 Grace Whitfield .* Cost of the orders waiting: €0 → €250,000/ }).waitFor();
    await page.getByText('A 9% discount', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it('tells whoever saves second, shows both, and loses nothing', async () => {
    const [{ page: first, faults }, { page: second, faults: otherFaults }] = await Promise.all([
      openPage(browser),
      openPage(browser),
    ]);
    await openSettings(first, /Grace Whitfield/);
    await openSettings(second, /Henrik Vogel/);
    await enter(first, /^Bank rate/, '10');
    await enterKey(first, 'cuckoo clocks');
    await save(first);
    await first.getByText(/^Version \d is in force$/).waitFor();

    await enter(second, /^Bank rate/, '12');
    await enter(second, /^Certainty/, '70');
    await enterKey(second, 'cuckoo clocks');
    await save(second);
    await second.getByText(/^Grace Whitfield saved version \d before you$/).waitFor();
    await second.getByText(/^Theirs: 10.?% a year$/).waitFor();
    await second.getByText(/^Mine: 12.?% a year$/).waitFor();
    await second.getByRole('button', { name: 'Keep theirs' }).click();
    await second.getByText(/^Certainty: 60.?% → 70.?%$/).waitFor();
    await save(second);
    await second.getByText(/^Version \d is in force$/).waitFor();
    expect(await second.getByRole('textbox', { name: /^Bank rate/ }).inputValue()).toBe('10');
    expect([faults, otherFaults]).toEqual([[], []]);
  });

  it('names what somebody made up in HubSpot, and offers no way back to it', async () => {
    await workbench.writeLedger(
      'policy/9',
      'policy',
      '{"version":9,"modelVersion":2,"model":{},"app":{"maxDiscount":1}}',
    );
    const { page, faults } = await openPage(browser);
    await openSettings(page, /Grace Whitfield/);
    await page.getByText('The app did not write all of the history').waitFor();
    await page.getByText(/version 9 \(no author named\) does not carry the app’s seal/).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('row', { name: /^9 Unknown .*The app did not write this version/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Restore version 9' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
