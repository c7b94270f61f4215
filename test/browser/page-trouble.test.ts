import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openExpediteReplySchema } from '@deal-terms/core/contracts';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import { launchChromium, openPage } from './chromium.ts';
import { answerForPromoRetailer, lookAs, openDeal, stored, takeStep } from './deal-card.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterEach(() => workbench.trouble());
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Kinds of trouble a function can be in, and how a page puts it. */
const troubles = [
  ['burst_limit', 'HubSpot is busy'],
  ['daily_limit', 'Today’s calls to HubSpot are used up'],
  ['bad_gateway', 'HubSpot did not answer'],
  ['unauthorized', 'The app lacks a permission'],
] as const;

/** The app's pages, each with something that is there when all is well. */
const appPages = [
  { path: '/app/pages', whole: /^Page 1 of \d+, \d+ deals$/ },
  { path: '/app/pages/insights', whole: 'In the customers’ words' },
  { path: '/app/pages/expedite', whole: 'Nobody has asked for a faster delivery' },
  { path: '/app/pages/plan', whole: 'What if' },
  { path: '/app/settings', whole: 'Version 1 is in force.' },
] as const;

async function openAs(page: Page, person: RegExp): Promise<void> {
  await page.goto(`${workbench.origin}/deals`);
  await lookAs(page, person);
}

/** All at once: what trouble costs is mostly time spent waiting. */
describe('pages whose function is in trouble', () => {
  type Opened = (typeof appPages)[number] & Awaited<ReturnType<typeof openPage>>;
  let opened: readonly Opened[];
  const each = (look: (one: Opened) => Promise<void>) => Promise.all(opened.map(look));
  beforeAll(async () => {
    opened = await Promise.all(
      appPages.map(async (appPage) => {
        const { page, faults } = await openPage(browser);
        await openAs(page, /Grace Whitfield/);
        return { ...appPage, page, faults };
      }),
    );
  });
  afterAll(() => each(({ page }) => page.context().close()));

  it.each(troubles)(
    '%s: each says so, offers another try, and is whole after it; its surroundings stay',
    async (kind, words) => {
      await workbench.trouble([{ kind }]);
      await each(async ({ page, path }) => {
        await page.goto(workbench.origin + path);
        await seen(page, words);
        expect(await page.getByRole('button', { name: 'Try again' }).isEnabled()).toBe(true);
        expect(await page.getByRole('link', { name: 'Deals', exact: true }).first().isVisible()).toBe(true);
        if (path.startsWith('/app/pages'))
          expect(
            await page
              .getByRole('link', { name: path === '/app/pages' ? 'Liquidity plan' : 'Negotiability board' })
              .isVisible(),
          ).toBe(true);
      });
      await workbench.trouble();
      await each(async ({ page, whole, faults }) => {
        await press(page, 'Try again');
        await seen(page, whole);
        expect(faults).toEqual([]);
      });
    },
  );
});

describe('a page whose function gets no answer', () => {
  it('says so when its time is up, and is whole after another try', async () => {
    const { page, faults } = await openPage(browser);
    await openAs(page, /Grace Whitfield/);
    await workbench.trouble([{ kind: 'hang' }]);
    await page.goto(`${workbench.origin}/app/pages`);
    // A function slow to start is ended by HubSpot before its own time is up.
    await seen(page, /^(That took too long|HubSpot did not answer)$/);
    await workbench.trouble();
    await press(page, 'Try again');
    await seen(page, appPages[0].whole);
    expect(faults).toEqual([]);
  });
});

/** Each in a page of its own that waits before it searches again: beside each other. */
describe.concurrent('a page whose search is in trouble', () => {
  it.for(appPages.filter(({ path }) => path.startsWith('/app/pages')).map(({ path, whole }) => ({ path, whole })))(
    '$path says so, offers another try, and is whole after it',
    async ({ path, whole }, { expect }) => {
      const { page, faults } = await openPage(browser);
      await openAs(page, /Grace Whitfield/);
      await page.route('**/search', (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/json',
          body: '{"status":"error","message":"The service is temporarily unavailable.","correlationId":"c","category":"SERVICE_UNAVAILABLE"}',
        }),
      );
      await page.goto(workbench.origin + path);
      await seen(page, /could not be (read|added up)/);
      await page.unroute('**/search');
      // Each part that failed offers another try of its own.
      const again = page.getByRole('button', { name: 'Try again' }).first();
      await expect
        .poll(
          async () => {
            if (await again.isVisible()) await again.click();
            return page.getByText(whole).locator('visible=true').first().isVisible();
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(true);
      // Chromium itself reports each answer of 503.
      expect(faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
    },
  );
});

describe('while search is a minute behind', () => {
  it('nothing somebody just did disappears from where it was done', async () => {
    const [rep, ops, manager] = await Promise.all([openPage(browser), openPage(browser), openPage(browser)]);
    const deal = 'Christmas market promotion';
    const { id, properties } = await workbench.dealNamed(deal, 'user-oliver');
    await workbench.trouble([], 60_000);

    await openDeal(rep.page, workbench.origin, deal);
    await answerForPromoRetailer(rep.page, properties['closedate'] ?? '');
    await stored(rep.page);
    await rep.page.reload();
    await rep.page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
    expect(
      await rep.page
        .getByRole('radiogroup', { name: 'Customer urgency' })
        .getByRole('radio', { name: /^High/ })
        .isChecked(),
    ).toBe(true);
    await seen(rep.page, /^Scored /);

    await takeStep(rep.page, 'Ask operations');
    await seen(rep.page, 'Operations have not answered yet.');
    await rep.page.reload();
    await seen(rep.page, 'Operations have not answered yet.');

    await openAs(ops.page, /Marta Keller/);
    const asked = openExpediteReplySchema.parse(
      await workbench.callFunction(
        'open_expedite',
        'user-oliver',
        {},
        { objectTypeId: '0-3', objectId: id, objectPropertyNames: attestedDealPropertyNames },
      ),
    );
    await ops.page.goto(
      `${workbench.origin}/contacts/20260301/record/0-5/${(asked.ok && asked.request?.ticketId) || ''}`,
    );
    await ops.page.getByRole('heading', { name: 'Decide' }).waitFor();
    await press(ops.page, 'Accept');
    await seen(ops.page, 'Accepted. A slot is held until the offer expires.');
    await ops.page.reload();
    await ops.page.getByRole('button', { name: 'The customer has ordered' }).waitFor();
    await rep.page.reload();
    await takeStep(rep.page, 'Request to operations');
    await seen(rep.page, /^Operations promise delivery on/);
    expect(await workbench.readDeal(id, 'user-oliver', ['terms_expedite_status'])).toMatchObject({
      terms_expedite_status: 'held',
    });

    await openAs(manager.page, /Grace Whitfield/);
    await manager.page.goto(`${workbench.origin}/app/settings`);
    const field = manager.page.getByRole('textbox', { name: /^Cost of the orders waiting/ });
    await field.fill('0');
    await field.press('Enter');
    await manager.page.getByLabel('Approval code', { exact: true }).fill('cuckoo clocks');
    await press(manager.page, 'Save policy');
    await seen(manager.page, 'Version 2 is in force');
    await manager.page.reload();
    await seen(manager.page, 'Version 2 is in force.');
    expect([...rep.faults, ...ops.faults, ...manager.faults]).toEqual([]);
  });
});
