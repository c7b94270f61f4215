import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './accessibility.ts';
import { launchChromium, openPage } from './chromium.ts';
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

describe('accessibility', () => {
  it.each([1280, 390])('of a deal’s record, %d pixels wide', async (width) => {
    const { page } = await openPage(browser, { width });
    const { id } = await workbench.dealNamed('Christmas market promotion', 'user-grace');
    await page.goto(`${workbench.origin}/deals/${id}`);
    await page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});
