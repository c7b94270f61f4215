import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Sees every deal. */
const grace = 'user-grace';
const dealCount = 250;

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
  for (let place = 1; place <= dealCount; place += 1)
    await workbench.createDeal(grace, {
      dealname: `Spring order ${String(place).padStart(3, '0')}`,
      pipeline: 'default',
      dealstage: 'appointmentscheduled',
      // One cannot be scored.
      ...(place === 7 ? {} : { amount: String(20_000 + place) }),
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_payment_plan: 'net 60',
    });
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const found = async () => (await workbench.searchDeals({ query: 'Spring order', limit: 1 }, grace)).total;

/** Grace with the 250 deals chosen, and the action's panel open. */
async function openAction() {
  await expect.poll(found, { timeout: 20_000 }).toBe(250);
  const opened = await openPage(browser);
  const { page } = opened;
  await page.goto(`${workbench.origin}/deals?q=${encodeURIComponent('Spring order')}&sort=dealname`);
  await lookAs(page, /Grace/);
  await page.getByRole('checkbox', { name: 'Choose Spring order 001' }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose all deals of this page' }).check();
  await page.getByRole('button', { name: 'Choose all 250' }).click();
  await page.getByText('250 deals chosen').waitFor();
  await page.getByRole('button', { name: 'Score terms' }).click();
  return { ...opened, panel: page.getByRole('dialog', { name: 'Score terms' }) };
}

const scored = async () => {
  const filters = [{ propertyName: 'terms_scored_at', operator: 'HAS_PROPERTY' }];
  return (await workbench.searchDeals({ query: 'Spring order', filterGroups: [{ filters }], limit: 1 }, grace)).total;
};

describe('"Score terms" on the list of deals', () => {
  it('stops after the hundred that are under way, and scores the others when asked', async () => {
    const { page, panel, faults } = await openAction();
    const hold = workbench.holdUntil({ method: 'POST', path: /objects\/deals\/batch\/update$/, count: 2 });
    await panel.getByRole('button', { name: 'Score 250 deals' }).click();
    await panel.getByText('0 of 250 deals').waitFor();
    await panel.getByRole('button', { name: 'Stop scoring' }).click();
    await panel.getByRole('button', { name: 'Stopping' }).waitFor();
    hold.cancel();
    await panel.getByText('150 were not reached: you stopped it.').waitFor();
    await panel.getByText('99 deals rescored').waitFor();
    await expect.poll(scored, { timeout: 20_000 }).toBe(99);
    await panel.getByRole('link', { name: 'Spring order 007' }).waitFor();
    await panel.getByText('has no amount: enter one on the deal').waitFor();

    await panel.getByRole('button', { name: 'Score the other 150 deals' }).click();
    await panel.getByText('150 deals rescored').waitFor();
    await expect.poll(scored, { timeout: 20_000 }).toBe(249);
    await panel.getByRole('button', { name: 'Show the new scores in the list' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('scores them all, and names those that have no score', async () => {
    const { page, panel, faults } = await openAction();
    await panel.getByRole('button', { name: 'Score 250 deals' }).click();
    await panel.getByText('249 deals rescored').waitFor();
    await panel.getByText('0 of 249 scores came out different from before.').waitFor();
    await panel.getByText('1 deal has no amount, no exchange rate or an answer that cannot be used.').waitFor();
    expect(await panel.getByRole('listitem').allInnerTexts()).toEqual([
      'Spring order 007 has no amount: enter one on the deal',
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
