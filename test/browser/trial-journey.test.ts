import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { choose, lookAs, openDeal, stored, takeStep } from './deal-card.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes, the rep who owns the promo retailer's deal; Grace Whitfield, who sees every deal. */
const oliver = 'user-oliver';
const grace = 'user-grace';
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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function answer(page: Page, said: string): Promise<void> {
  await page
    .getByRole('combobox', { name: 'What did they say?' })
    .or(page.getByRole('textbox', { name: 'What did they say?' }))
    .first()
    .click();
  await page.getByRole('option', { name: said }).click();
  await press(page, 'Record their answer');
}

describe('a figure the customer named', () => {
  it('answers the first question on the strip: typed as money for three weeks, stored for each day', async () => {
    const { page, faults } = await openPage(browser);
    const chain = 'Annual range, 38 shops';
    const { id } = await workbench.dealNamed(chain, grace);
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await openDeal(page, workbench.origin, chain);
    await seen(page, 'Ask: “If it came 3 weeks');
    await press(page, 'Figure');
    const figure = page.getByRole('textbox', { name: 'What three weeks sooner is worth to them, in EUR' });
    await figure.fill('2100');
    await figure.press('Enter');
    await figure.waitFor({ state: 'hidden' });
    await stored(page);
    await expect
      .poll(() => workbench.readDeal(id, grace, ['terms_stated_loss_per_day', 'terms_answers_known', 'terms_urgency']))
      .toMatchObject({ terms_stated_loss_per_day: '100', terms_answers_known: '1' });
    await page.getByRole('button', { name: /^More: / }).click();
    const field = page.getByRole('textbox', { name: 'Their loss per day late' });
    expect(await field.inputValue()).toBe('100');
    await press(page, 'Undo');
    await expect
      .poll(() => workbench.readDeal(id, grace, ['terms_stated_loss_per_day', 'terms_answers_known']))
      .toMatchObject({ terms_stated_loss_per_day: null, terms_answers_known: '0' });
    expect(faults).toEqual([]);
  });
});

describe('a trial question', () => {
  it('is answered with one click on the card; the advice changes at once, and back where it was a slip', async () => {
    const { page, faults } = await openPage(browser);
    const { id } = await workbench.dealNamed(deal, oliver);
    const storedAs = (properties: Record<string, string>) =>
      expect.poll(() => workbench.readDeal(id, oliver, Object.keys(properties))).toMatchObject(properties);
    await openDeal(page, workbench.origin, deal);
    await choose(page, 'Customer cash position', /^Abundant/);
    await stored(page);
    const asked = async () => {
      await seen(page, 'Ask: “If we took 4% off');
      await seen(page, '€57,600 instead of €60,000');
    };
    await asked();

    await press(page, 'Yes');
    await seen(page, 'Ask for payment on delivery.');
    await seen(page, 'They said they would, today.');
    await storedAs({ terms_verdict: 'trade', terms_recommended_discount: '0.04', terms_offer_status: 'none' });
    await page.getByRole('button', { name: 'History: 1 entry' }).click();
    await seen(page, /Oliver Hughes asked the customer\. Pays on delivery, for a 4% discount\. They said yes\.$/);

    await takeStep(page, 'Correct their answer');
    await answer(page, 'It was not asked after all');
    await asked();
    await storedAs({ terms_verdict: 'explore', terms_next_question: 'trial' });

    await press(page, 'No');
    await page.getByText('Ask: “If we took 4% off').first().waitFor({ state: 'hidden' });
    await takeStep(page, 'Correct their answer');
    await answer(page, 'It was not asked after all');
    await asked();

    await press(page, 'They said');
    const counter = page.getByRole('textbox', { name: 'They would say yes at a discount of (percent)' });
    await counter.fill('3');
    await counter.blur();
    await seen(page, 'Enter more than the 4% they were asked about, or record a yes.');
    await counter.fill('4.5');
    await counter.blur();
    await seen(page, 'They would pay €57,300.');
    await press(page, 'Record their answer');
    await seen(page, '€57,300 instead of €60,000 (4.5% off)');
    await storedAs({ terms_recommended_discount: '0.045', terms_offer_status: 'none' });
    await page.reload();
    await seen(page, 'They said they would, today.');
    expect(faults).toEqual([]);
  });
});
