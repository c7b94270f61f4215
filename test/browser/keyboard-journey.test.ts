import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { dayAfter, openDeal, stored } from './deal-card.ts';
import { keyboardOn } from './keyboard.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes owns both deals of the story; Grace Whitfield approves what is beyond his limits. */
const oliver = 'user-oliver';
/** Where pictures go for somebody to look at; none are taken unless it is set. */
const picturesFolder = process.env['JOURNEY_PICTURES'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const copied = (page: Page) => page.evaluate('navigator.clipboard.readText()');

async function picture(page: Page, name: string): Promise<void> {
  if (picturesFolder === undefined) return;
  mkdirSync(picturesFolder, { recursive: true });
  await page.screenshot({ path: `${picturesFolder}/${name}-${page.viewportSize()?.width ?? 0}.png`, fullPage: true });
}

/** Records by keyboard that goods ordered a while ago were delivered and paid as agreed, and closes the deal's history with it. */
async function recordResult(page: Page, days: { readonly delivered: number; readonly paid: number }): Promise<void> {
  const keys = keyboardOn(page);
  const today = new Date().toISOString();
  await keys.takeStep('Record result');
  await keys.type('Ordered on', dayAfter(today, -90).typed);
  await keys.type('Delivered on', dayAfter(today, -days.delivered).typed);
  await keys.type('Paid on', dayAfter(today, -days.paid).typed);
}

describe.each([1280, 390])('a rep without a mouse, %i pixels wide', (width) => {
  let workbench: DemoWorkbench;
  beforeAll(async () => {
    workbench = await demoWorkbench();
  });
  afterAll(async () => {
    await workbench.stop();
  });

  it('takes the promo retailer from the first question to a trade that was earned', async () => {
    const { page, faults } = await openPage(browser, { width, height: 900 });
    const keys = keyboardOn(page);
    const { id, properties } = await workbench.dealNamed('Christmas market promotion', oliver);
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    await picture(page, 'promo-1-blank');

    await keys.choose('Customer cash position', -1);
    await keys.choose('Importance of payment terms', 1);
    await keys.choose('Customer urgency', -2);
    await keys.activate(/^More: /);
    await keys.choose('Customer relationship', 1);
    await keys.type('Customer needs delivery by', dayAfter(properties['closedate'] ?? '', 21).typed);
    await stored(page);
    await seen(page, '€60,900 instead of €60,000');
    await seen(page, '€58,800 (2% off)');
    await picture(page, 'promo-2-scored');

    await keys.takeStep('Ask operations');
    await seen(page, 'Operations have not answered yet.');
    await seen(page, '€58,800 instead of €60,000 (2% off)');
    await keys.activate('Copy as e-mail');
    await seen(page, 'E-mail copied');
    expect(await copied(page)).toContain('subject to confirmation');
    await picture(page, 'promo-3-email');
    await keys.activate('Record as offered');
    await seen(page, 'Waiting for their answer');
    await picture(page, 'promo-4-offered');
    await keys.takeStep('Wanted more');
    await seen(page, /^They wanted more today/);
    await seen(page, '€58,500 instead of €60,000 (2.5% off)');
    await picture(page, 'promo-5-wanted-more');
    await keys.activate('Record as offered');
    await seen(page, 'Waiting for their answer');
    await keys.activate('Accepted');
    await seen(page, 'They accepted today');
    await picture(page, 'promo-6-accepted');
    await keys.activate('Copy terms');
    await seen(page, 'Terms copied: paste them into the quote.');
    expect(await copied(page)).toContain('Thank you. This is what we agreed:');
    await picture(page, 'promo-7-terms');
    await keys.activate('Set amount');
    await seen(page, 'The amount is the agreed price.');
    const { amount, terms_list_amount: listAmount } = await workbench.readDeal(id, oliver, [
      'amount',
      'terms_list_amount',
    ]);
    expect(listAmount).toBe('60000');
    expect(Number(amount)).toBeLessThan(58_800);

    await recordResult(page, { delivered: 69, paid: 69 });
    await keys.activate('Record');
    await seen(page, /paid as agreed/);
    await picture(page, 'promo-8-earned');
    expect(await workbench.readDeal(id, oliver, ['terms_offer_status', 'terms_concessions'])).toMatchObject({
      terms_offer_status: 'agreed',
      terms_concessions: 'earned',
    });
    expect(faults).toEqual([]);
  });

  it('takes the forecasting chain to payment in advance, with forecasts', async () => {
    const { page, faults } = await openPage(browser, { width, height: 900 });
    const keys = keyboardOn(page);
    const { id } = await workbench.dealNamed('Annual range, 38 shops', oliver);
    await openDeal(page, workbench.origin, 'Annual range, 38 shops');
    await keys.choose('Customer cash position', -2);
    await keys.choose('Importance of payment terms', 1);
    await keys.choose('Customer urgency', 1);
    await keys.activate(/^More: /);
    await keys.choose('Customer relationship', -1);
    await keys.choose('Forecast commitment', 1);
    await stored(page);
    await seen(page, '€109,200 (9% off)');
    await picture(page, 'chain-1-scored');
    await keys.takeStep('Copy as e-mail');
    await seen(page, 'E-mail copied');
    await seen(page, /send it once it is approved\.$/);
    expect(await copied(page)).toContain('30 dagen vóór levering');
    await picture(page, 'chain-2-email');
    // Beyond what the rep may give: asked, and given by the manager on the same card.
    await keys.activate('Get approval');
    await seen(page, 'Waiting for Grace Whitfield’s');
    await keys.pick('Acting user', 'Grace Whitfield');
    await seen(page, 'Oliver Hughes asks you to approve this.');
    await picture(page, 'chain-2-approval');
    await keys.type('Approval code', 'cuckoo clocks');
    await keys.activate('Approve');
    await seen(page, /^Approved up to 9%/);
    await keys.pick('Acting user', 'Oliver Hughes');
    await page.getByText('asks you to approve this').waitFor({ state: 'hidden' });
    await keys.activate('Offer it');
    await seen(page, 'Waiting for their answer');
    await keys.activate('Accepted');
    await seen(page, 'They accepted today');
    await keys.activate('Copy terms');
    await seen(page, 'Terms copied: paste them into the quote.');
    await picture(page, 'chain-3-terms');
    await keys.activate('Set amount');
    await seen(page, 'The amount is the agreed price.');
    expect(await workbench.readDeal(id, oliver, ['amount', 'terms_agreed_package'])).toMatchObject({
      amount: '109200',
      terms_agreed_package: 'advance_30/0/forecast',
    });
    // In advance: paid thirty days before the delivery, forty-two after the order.
    await recordResult(page, { delivered: 48, paid: 78 });
    await keys.activate('Record');
    await seen(page, 'Did they send their forecasts?');
    await picture(page, 'chain-4-forecasts');
    expect(await workbench.readDeal(id, oliver, ['terms_concessions'])).toMatchObject({ terms_concessions: 'open' });
    await keys.activate('Record result');
    await keys.pick('Forecasts sent', 'Yes, as promised');
    // The choice reaches the extension and comes back before anything is recorded with it.
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Forecasts sent' }).inputValue())
      .toBe('Yes, as promised');
    await keys.activate('Record');
    await seen(page, /paid as agreed/);
    await picture(page, 'chain-5-earned');
    expect(faults).toEqual([]);
  });
});
