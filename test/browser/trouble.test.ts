import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { choose, openDeal, stored } from './deal-card.ts';
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

describe('a developer', () => {
  it('makes HubSpot fail a save, sees how the card takes it, and lets it be', async () => {
    const { page, faults } = await openPage(browser);
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    await page.getByRole('button', { name: /Developer/ }).click();
    const trouble = page.getByRole('region', { name: 'Trouble on demand' });
    await trouble.getByText('Nothing goes wrong on purpose.').waitFor();
    await trouble.getByRole('textbox', { name: 'Fault' }).click();
    await page.getByRole('option', { name: 'daily limit' }).click();
    await trouble.getByRole('textbox', { name: 'How often' }).fill('');
    await trouble.getByRole('button', { name: 'Add' }).click();
    await trouble.getByText('daily limit, until taken away, happened 0 times').waitFor();
    await page.keyboard.press('Escape');

    await choose(page, 'Customer urgency', /^High/);
    await page.getByText('Not saved: Today’s calls to HubSpot are used up').first().waitFor();
    expect(
      await page
        .getByRole('radiogroup', { name: 'Customer urgency' })
        .getByRole('radio', { name: /^High/ })
        .isChecked(),
    ).toBe(true);

    await page.getByRole('button', { name: /Developer/ }).click();
    await trouble.getByText(/daily limit, until taken away, happened/).waitFor();
    await trouble.getByRole('button', { name: 'Take all away' }).click();
    await trouble.getByText('Nothing goes wrong on purpose.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Try again' }).click();
    await stored(page);
    expect(faults).toEqual([]);
  });
});
