import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './accessibility.ts';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

const grace = 'user-grace';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
  const attested = ['hs_object_id', 'closedate', 'amount'];
  const { id: objectId } = await workbench.dealNamed('Advent calendar houses', grace);
  const needed = Date.now() + 60 * 86_400_000;
  const { ok } = (await workbench.callFunction(
    'request_expedite',
    grace,
    {
      action: 'request',
      by: 'Grace Whitfield',
      terms: {
        neededBy: new Date(needed).toISOString().slice(0, 10),
        daysSaved: 14,
        paymentPlan: 'on delivery',
        forecast: false,
        discount: 0.01,
        customerWhy: '',
        offerExpires: new Date(needed).toISOString().slice(0, 10),
      },
    },
    { objectTypeId: '0-3', objectId, objectPropertyNames: attested },
  )) as { ok: boolean };
  expect(ok).toBe(true);
  const { id: late } = await workbench.dealNamed('Heritage gift hall', grace);
  await workbench.updateDeal(late, grace, { closedate: new Date(Date.now() - 10 * 86_400_000).toISOString() });
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

describe('accessibility', () => {
  it.each([1280, 390])('of a deal’s record, %d pixels wide', async (width) => {
    const { page } = await openPage(browser, { width });
    const { id } = await workbench.dealNamed('Christmas market promotion', grace);
    await page.goto(`${workbench.origin}/deals/${id}`);
    await page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it.each([1280, 390])('of every page, which fits %d pixels, what it lists too', async (width) => {
    const { page, faults } = await openPage(browser, { width });
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    for (const [path, there] of pages) {
      await page.goto(`${workbench.origin}/app/pages${path}`);
      await there(page).first().waitFor();
      expect(await accessibilityViolations(page), path).toEqual([]);
      expect(await scrollingSideways(page, 'html'), path).toBe(0);
      if (width > 1000 || !ofTables.has(path)) expect(await scrollingSideways(page, 'main *'), path).toBe(0);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

/** Each page with what stands on it once it is read. */
const pages: readonly (readonly [string, (page: Page) => Locator])[] = [
  ['', (page) => page.getByRole('row').getByRole('link')],
  ['/insights', (page) => page.getByText('Figure to ask for')],
  ['/expedite', (page) => page.getByRole('row').filter({ hasText: 'Needed by' })],
  ['/plan', (page) => page.getByRole('switch', { name: 'Count overdue deals as ordered today' })],
  ['/learning', (page) => page.getByText('Did deals earn what we expected?')],
  ['/fairness', (page) => page.getByText('Approved by')],
  ['/settings', (page) => page.getByRole('heading', { name: 'Effect on two example deals' })],
];

/** Figures to be compared down a column: on a phone the tables scroll in their place; the board's may be shown stacked. */
const ofTables = new Set(['', '/learning']);

/** How many elements are wider than their place, so that they scroll. */
function scrollingSideways(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (elements) =>
      [...document.querySelectorAll(elements)].filter(
        (element) =>
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          (elements === 'html' || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)),
      ).length,
    selector,
  );
}
