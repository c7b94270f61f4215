import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { answerForPromoRetailer, dayAfter, lookAs, openDeal, stored, takeStep } from './deal-card.ts';
import { lookAgainFor } from './look-again.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes owns the promo retailer's deal and may give 5 %; Grace Whitfield approves what is beyond. */
const oliver = 'user-oliver';
const deal = 'Christmas market promotion';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function enterDate(page: Page, name: string, typed: string): Promise<void> {
  const field = page.getByRole('textbox', { name });
  await field.fill(typed);
  await field.press('Enter');
}

describe('an offer beyond the limit', () => {
  it('is approved, made, accepted, shipped late and paid late: not earned, with the money, and counted', async () => {
    const [rep, manager] = await Promise.all([openPage(browser), openPage(browser)]);
    const { id, properties } = await workbench.dealNamed(deal, oliver);
    await openDeal(rep.page, workbench.origin, deal);
    await answerForPromoRetailer(rep.page, properties['closedate'] ?? '');
    await stored(rep.page);
    const record = rep.page.url();

    // The menu's 2 % needs nobody; 7 % does.
    await takeStep(rep.page, 'Offer something else');
    const discount = rep.page.getByRole('textbox', { name: 'Discount in percent' });
    await discount.fill('7');
    await discount.blur();
    await seen(rep.page, 'Discount 7%, the limit is 5%. It needs Grace Whitfield’s approval before it may be offered.');
    await press(rep.page, 'Ask for approval');
    await seen(rep.page, 'Waiting for Grace Whitfield’s');
    expect(await rep.page.getByText('asks you to approve this').count()).toBe(0);

    await manager.page.goto(`${workbench.origin}/deals`);
    await lookAs(manager.page, /Grace Whitfield/);
    await manager.page.goto(record);
    await seen(manager.page, 'Oliver Hughes asks you to approve this.');
    await seen(manager.page, /^Worth €270 to us and €6,782 to the customer; gross margin then 35\.9%/);
    const key = manager.page.getByRole('textbox', { name: 'Approval code' });
    await key.fill('guess');
    await press(manager.page, 'Approve');
    await seen(manager.page, 'The approval code is not right');
    await key.fill('cuckoo clocks');
    await press(manager.page, 'Approve');
    await seen(manager.page, /^Approved up to 7%/);

    await rep.page.reload();
    await rep.page.getByRole('button', { name: 'Offer it', exact: true }).first().click();
    await seen(rep.page, 'Waiting for their answer');
    await rep.page.getByRole('button', { name: 'Accepted', exact: true }).first().click();
    await seen(rep.page, /^They accepted today/);
    await press(rep.page, 'For the quote');
    expect(await rep.page.getByRole('textbox', { name: 'Terms of the quote' }).inputValue()).toMatch(
      /^Payment terms: payment on delivery\.\nPrice: €55,800\.00 \(€60,000\.00 with a 7% discount\)\.\nDelivery by .*, subject to confirmation\.\nPayment: €55,800\.00 on .*\.$/,
    );
    await press(rep.page, 'Copy the terms');
    await seen(rep.page, 'Copied.');
    expect(await rep.page.evaluate('navigator.clipboard.readText()')).toContain('Payment terms: payment on delivery.');

    // Ordered sixty days ago: promised after 21 days, delivered after 30, paid on day 50 though due on delivery.
    await takeStep(rep.page, 'Record result');
    const today = new Date().toISOString();
    await enterDate(rep.page, 'Ordered on', dayAfter(today, -60).typed);
    await enterDate(rep.page, 'Delivered on', dayAfter(today, -30).typed);
    await enterDate(rep.page, 'Paid on', dayAfter(today, -10).typed);
    await press(rep.page, 'Record');
    await seen(rep.page, 'Not earned');
    await seen(rep.page, /^Our delivery: .*, 9 days late\.$/);
    await seen(rep.page, /^The customer’s payment: .*, 20 days late\.$/);
    // 7 % of 60,000 and the 2,770 the speed was expected to cost.
    await seen(rep.page, 'Not earned: we gave €6,970 and did not get what was agreed.');
    expect(
      await workbench.readDeal(id, oliver, [
        'terms_offer_status',
        'terms_agreed_discount',
        'terms_concessions',
        'terms_concessions_lost_home',
      ]),
    ).toMatchObject({
      terms_offer_status: 'agreed',
      terms_agreed_discount: '0.07',
      terms_concessions: 'not_earned',
      terms_concessions_lost_home: '6970',
    });

    await manager.page.goto(`${workbench.origin}/app/pages/insights`);
    await lookAgainFor(manager.page, manager.page.getByText('€6,970 given on 1 deal for promises that were not kept.'));
    await manager.page.goto(`${workbench.origin}/app/pages/learning`);
    await seen(manager.page, /At least 50 answers are needed/);
    await seen(manager.page, /^1 deal brought .* of the €270 expected/);
    await seen(manager.page, '1 deal did not earn what we gave: €6,970. They are listed under Customer insights.');
    await manager.page.goto(`${workbench.origin}/app/pages/fairness`);
    await expect
      .poll(() =>
        manager.page
          .getByRole('row')
          .filter({ has: manager.page.getByRole('link', { name: deal }) })
          .innerText(),
      )
      .toMatch(/7% discount[\s\S]*€270 for us, €6,782 for the customer[\s\S]*Grace Whitfield[\s\S]*Accepted/);
    expect([...rep.faults, ...manager.faults]).toEqual([]);
  });
});
