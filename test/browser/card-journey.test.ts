import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecastingChain, playStory, promoRetailer } from '../../bench/card-story.ts';
import { cardSize } from '../../bench/card-meter.ts';
import { launchChromium, openPage } from './chromium.ts';
import { dayAfter, lookAs, openDeal } from './deal-card.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes owns the promo retailer's deal; Grace Whitfield sees every deal. */
const oliver = 'user-oliver';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** What is wrong in what the app draws; the page around it is the workbench's, and so is the calendar that opens from the date field (`aria-expanded` on its input). */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  expect(
    await page.evaluate(
      `axe.run({ include: [['[role=tabpanel]']], exclude: [['input[aria-haspopup=dialog]']] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    ),
  ).toEqual([]);
}

/** Tabs on until the element with the focus says this. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === text) return;
  }
  throw new Error(`Tab never came to ${text}`);
}

describe('the card', () => {
  it('takes the promo retailer to an offer in six clicks and to the quote in ten; nothing jumps', async () => {
    const { page, faults } = await openPage(browser);
    const deal = promoRetailer(
      dayAfter((await workbench.dealNamed('Christmas market promotion', oliver)).properties['closedate'] ?? '', 21)
        .typed,
    );
    await openDeal(page, workbench.origin, deal.name);
    const { untilOffered, untilCopied, scored, jumpedPx } = await playStory(page, deal, expectAccessible);
    expect(jumpedPx).toBe(0);
    expect(untilOffered.clicks).toBeLessThanOrEqual(6);
    // The date, and Enter.
    expect(untilOffered.keys).toBeLessThanOrEqual(11);
    expect(untilCopied.clicks).toBeLessThanOrEqual(10);
    expect(scored.heightPx).toBeLessThanOrEqual(1400);
    expect(scored.numbers).toBeLessThanOrEqual(30);
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('subject to confirmation');
    expect(faults).toEqual([]);
  });

  it('fits a telephone, and goes on by keyboard alone with the focus where the work is', async () => {
    const { page, faults } = await openPage(browser, { width: 390, height: 844 });
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await openDeal(page, workbench.origin, forecastingChain.name);
    for (const [question, steps] of [
      ['Customer cash position', 4],
      ['Importance of payment terms', 1],
      ['Customer urgency', 1],
    ] as const) {
      await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: 'Not known' }).focus();
      for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
    }
    await seen(page, /^Saved \d/);
    await seen(page, 'Offers side by side');
    expect((await cardSize(page)).heightPx).toBeLessThanOrEqual(2400);
    await expectAccessible(page);
    await tabTo(page, 'Record it');
    await page.keyboard.press('Enter');
    await seen(page, 'Waiting for their answer');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('On record');
    await page.reload();
    await seen(page, 'Waiting for their answer');
    await tabTo(page, 'Accepted');
    await page.keyboard.press('Enter');
    await seen(page, /^They accepted today/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy terms');
    await page.keyboard.press('Enter');
    await seen(page, 'Terms copied: paste them into the quote.');
    expect(faults).toEqual([]);
  });
});
