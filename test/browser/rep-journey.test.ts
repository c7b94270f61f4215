import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import {
  answerForForecastingChain,
  answerForPromoRetailer,
  choose,
  dayAfter,
  lookAs,
  openDeal,
  openMore,
  stored,
  takeStep,
} from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes, the rep who owns the promo retailer's deal; Grace Whitfield, who sees every deal. */
const oliver = 'user-oliver';
const grace = 'user-grace';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Waits until a text can be seen; the folded list of raw properties may hold it too. */
async function seen(page: Page, text: string): Promise<void> {
  await page.getByText(text, { exact: true }).locator('visible=true').first().waitFor();
}

describe('a rep', () => {
  it('records what the promo retailer is after, gets the trade, saves it and finds it again', async () => {
    const { page, faults } = await openPage(browser);
    const { id, properties } = await workbench.dealNamed('Christmas market promotion', oliver);
    const neededBy = dayAfter(properties['closedate'] ?? '', 21);
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    await page.getByText('Nobody has asked this customer yet.').first().waitFor();

    await answerForPromoRetailer(page, properties['closedate'] ?? '');
    for (const line of ['Ask: “If we delivered 21 days', 'sooner, would you pay on delivery', 'and pay 1.5% more?”'])
      await seen(page, line);
    await seen(page, '€58,800 (2% off)');
    await page
      .getByRole('textbox', { name: 'Why: the customer’s own words' })
      .fill('Our Christmas market opens in three weeks. <b>Cash is no problem</b>; =1+1');
    await page.getByRole('textbox', { name: 'Why: the customer’s own words' }).blur();
    await expect
      .poll(() => workbench.readDeal(id, oliver, ['terms_customer_why', 'terms_relationship']), { timeout: 10_000 })
      .toMatchObject({
        terms_customer_why: 'Our Christmas market opens in three weeks. <b>Cash is no problem</b>; =1+1',
        terms_relationship: 'new',
      });

    await page.reload();
    await seen(page, 'We gain €3,197, they gain €3,785.');
    await page.getByRole('button', { name: /^Why, and how sure/ }).click();
    for (const figure of ['€23,030', '39.2%', '21 days', '1,119%']) await seen(page, figure);
    await openMore(page);
    expect(await page.getByRole('textbox', { name: 'Why: the customer’s own words' }).inputValue()).toContain(
      '<b>Cash is no problem</b>',
    );
    expect(
      await workbench.readDeal(id, oliver, [
        'terms_negotiability',
        'terms_best_package',
        'terms_needed_by',
        'terms_verdict',
      ]),
    ).toMatchObject({
      terms_negotiability: '99.9969',
      terms_best_package: 'on_delivery/21/none',
      terms_needed_by: neededBy.iso,
      terms_verdict: 'trade',
    });
    expect(faults).toEqual([]);
  });

  it('gets advance payment and forecasts from the chain, on a telephone’s screen', async () => {
    const { page, faults } = await openPage(browser, { width: 390, height: 844 });
    const { id } = await workbench.dealNamed('Annual range, 38 shops', grace);
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await openDeal(page, workbench.origin, 'Annual range, 38 shops');
    await answerForForecastingChain(page);
    await seen(page, '€109,200 (9% off)');

    await stored(page);
    await expect
      .poll(() =>
        workbench.readDeal(id, grace, [
          'terms_best_package',
          'terms_recommended_discount',
          'terms_seller_gain',
          'terms_customer_gain',
        ]),
      )
      .toMatchObject({
        terms_best_package: 'advance_30/0/forecast',
        terms_recommended_discount: '0.09',
        terms_seller_gain: '6941.67',
        terms_customer_gain: '7145.27',
      });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    expect(faults).toEqual([]);
  });

  it('writes the offer in HubSpot’s own e-mail window, and is warned before recording what cannot work', async () => {
    const { page, faults } = await openPage(browser);
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    // Answered by the rep before.
    await seen(page, 'Offers side by side');
    await takeStep(page, 'Copy as e-mail');
    await page.getByRole('button', { name: 'Write it in HubSpot' }).click();
    const email = page.getByRole('dialog');
    expect(await email.getByRole('textbox', { name: 'Subject' }).inputValue()).toMatch(
      /^Our proposal for your order: /,
    );
    expect(await email.getByRole('textbox', { name: 'Message' }).inputValue()).toContain(
      'If you pay on delivery, we can',
    );
    await page.keyboard.press('Escape');
    const shown = page.getByRole('textbox', { name: /^Our proposal for your order/ });
    expect(await shown.inputValue()).toContain('This is what I took from our conversation:\n“');
    await page.getByRole('button', { name: 'Leave their words out' }).click();
    await page.getByRole('button', { name: 'Leave their words out' }).waitFor({ state: 'detached' });
    expect(await shown.inputValue()).toContain('Thank you for talking this through with me.');
    await takeStep(page, 'Offer something else');
    await page.getByRole('textbox', { name: 'Days sooner' }).fill('0');
    await page.getByRole('textbox', { name: 'Discount in percent' }).fill('-4');
    await page.getByRole('textbox', { name: 'Discount in percent' }).blur();
    await page.getByText(/The customer would lose €[\d,]+ on it\./).waitFor();
    await page.getByRole('button', { name: 'Record it all the same' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is told what a colleague changed meanwhile, and chooses', async () => {
    const { page, faults } = await openPage(browser);
    const { id } = await workbench.dealNamed('Christmas market promotion', oliver);
    await openDeal(page, workbench.origin, 'Christmas market promotion');
    // The page hears of it only when it reads again: the function is what tells.
    await workbench.updateDeal(id, oliver, { terms_urgency: 'some' });
    await choose(page, 'Customer urgency', /^Critical/);
    await page.getByText('Somebody else changed this answer too').waitFor();
    await seen(page, 'Theirs: Some. Mine: Critical.');
    expect(await workbench.readDeal(id, oliver, ['terms_urgency'])).toMatchObject({ terms_urgency: 'some' });
    await page.getByRole('button', { name: 'Keep mine' }).first().click();
    await stored(page);
    await expect
      .poll(() => workbench.readDeal(id, oliver, ['terms_urgency']))
      .toMatchObject({ terms_urgency: 'critical' });
    expect(faults).toEqual([]);
  });
});
