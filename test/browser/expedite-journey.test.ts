import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { accessibilityViolations } from './accessibility.ts';
import { answerForPromoRetailer, dayAfter, lookAs, openDeal, stored, takeStep } from './deal-card.ts';
import { lookAgainFor } from './look-again.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Oliver Hughes owns the promo retailer's deal; Marta Keller is operations and reads German numbers; Grace Whitfield sees everything. */
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

/** The queue's line of the deal. */
const line = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link', { name: deal }) });

async function openQueue(page: Page): Promise<void> {
  await page.goto(`${workbench.origin}/app/pages/expedite`);
  await lookAgainFor(page, line(page));
}

async function openTicket(page: Page): Promise<void> {
  await openQueue(page);
  await page.getByRole('link', { name: deal }).click();
  await page.getByRole('heading', { name: 'Decide' }).waitFor();
}

describe('speed, asked for and decided', () => {
  it('goes from the rep to operations and back', async () => {
    const [rep, ops] = await Promise.all([openPage(browser), openPage(browser)]);
    const { id, properties } = await workbench.dealNamed(deal, oliver);
    await openDeal(rep.page, workbench.origin, deal);
    await answerForPromoRetailer(rep.page, properties['closedate'] ?? '');
    await stored(rep.page);

    const why = rep.page.getByRole('textbox', { name: 'Why: the customer’s own words' });
    await why.fill('Opens its <b>Christmas</b> market');
    await why.blur();
    await stored(rep.page);
    await takeStep(rep.page, 'Ask operations');
    await seen(rep.page, 'Operations have not answered yet.');
    await takeStep(rep.page, 'Request to operations');
    await seen(rep.page, 'Operations have been asked and have not answered yet.');

    await ops.page.goto(`${workbench.origin}/deals`);
    await lookAs(ops.page, /Marta Keller/);
    await openQueue(ops.page);
    await expect
      .poll(() => line(ops.page).innerText())
      .toContain('Pays on delivery instead of 90 days after delivery, for a 2% discount.');
    await openTicket(ops.page);
    await seen(ops.page, 'Why it matters to the customer: “Opens its <b>Christmas</b> market”');
    await seen(ops.page, /Gain for us if granted: 3\.197\s€, after 2\.770\s€ for the speed\./);
    await seen(ops.page, /^0 of 5 slots taken in week/);
    await press(ops.page, 'Accept');
    // The names of all states are on the page: only the message tells that it is done.
    await seen(ops.page, 'Accepted. A slot is held until the offer expires.');
    const slot = (
      await ops.page
        .getByText(/^week \d+, /)
        .first()
        .innerText()
    ).replace('week', 'Week');
    await openQueue(ops.page);
    await expect.poll(() => line(ops.page).innerText()).toContain('1 of 5 taken');
    // The queue names the week of the slot, with its dates; so does the load of the weeks ahead.
    expect(await line(ops.page).innerText()).toContain(slot);
    await seen(ops.page, new RegExp(`^${slot.replace('Week', 'week').replaceAll('.', '\\.')}: 1 of 5$`));
    expect(await ops.page.getByText(/^week \d+, .*: \d+ of 5$/).count()).toBe(12);
    expect(await accessibilityViolations(ops.page)).toEqual([]);

    await rep.page.reload();
    await takeStep(rep.page, 'Request to operations');
    await seen(rep.page, /^Operations promise delivery on .*, 21 days sooner\./);
    const offered = await workbench.readDeal(id, oliver, [
      'terms_expedite_status',
      'terms_best_trade',
      'terms_seller_gain',
    ]);
    expect(offered).toMatchObject({ terms_expedite_status: 'held', terms_seller_gain: '3197.49' });

    await openTicket(ops.page);
    await ops.page.getByRole('textbox', { name: 'Real cost' }).fill('6500');
    await ops.page.getByRole('textbox', { name: 'Real cost' }).blur();
    await seen(ops.page, /At 6\.500\s€ we would lose 533\s€ on it\./);
    // A counter-offer we lose by needs an approval: operations name a cost the rep may take.
    await ops.page.getByRole('textbox', { name: 'Real cost' }).fill('5000');
    await ops.page.getByRole('textbox', { name: 'Real cost' }).blur();
    await seen(ops.page, /Gain for us if granted: .*, after 5\.000\s€ for the speed\./);
    await ops.page.getByRole('textbox', { name: 'Reason' }).fill('Night shift & courier');
    await press(ops.page, 'Counter');
    await seen(ops.page, 'The counter-offer is with the rep.');
    await rep.page.reload();
    await takeStep(rep.page, 'Request to operations');
    await seen(rep.page, /^Operations can deliver on .*, at €5,000\. .*“Night shift & courier”$/);
    const left = await workbench.readDeal(id, oliver, ['terms_expedite_cost', 'terms_best_trade']);
    expect(left['terms_expedite_cost']).toBe('5000');
    expect(left['terms_best_trade']).not.toBe(offered['terms_best_trade']);

    await press(rep.page, 'Take the counter-offer');
    await seen(rep.page, /^Operations promise delivery on/);
    await press(rep.page, 'Withdraw');
    await seen(rep.page, 'The request is withdrawn.');
    await seen(rep.page, 'Ask: “If we delivered 21 days');
    expect([...rep.faults, ...ops.faults]).toEqual([]);
  });

  it('is decided by one of two, on a telephone as well; the other is told', async () => {
    const [rep, one, other] = await Promise.all([
      openPage(browser),
      openPage(browser),
      openPage(browser, { width: 390, height: 844 }),
    ]);
    await openDeal(rep.page, workbench.origin, deal);
    await takeStep(rep.page, 'Ask operations');
    await seen(rep.page, 'Operations have not answered yet.');
    for (const [{ page }, who] of [
      [one, /Marta Keller/],
      [other, /Grace Whitfield/],
    ] as const) {
      await page.goto(`${workbench.origin}/deals`);
      await lookAs(page, who);
      await openTicket(page);
    }
    await one.page.getByRole('textbox', { name: 'Reason' }).fill('No lorry');
    await press(one.page, 'Decline');
    await seen(one.page, 'Declined. The rep is told why.');
    await press(other.page, 'Accept');
    await seen(other.page, /^Marta Keller changed this request first; yours was not taken\./);
    await seen(other.page, 'Nothing is left to decide. A new request comes with a new ticket.');
    expect(
      await other.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    await rep.page.reload();
    await rep.page.getByRole('button', { name: 'Request to operations', exact: true }).first().click();
    await seen(rep.page, 'Operations cannot deliver that fast: it is no longer offered. “No lorry”');
    expect([...rep.faults, ...one.faults, ...other.faults]).toEqual([]);
  });

  it('is shipped after a second look, and set right the same day', async () => {
    const { page, faults } = await openPage(browser);
    const { id } = await workbench.dealNamed(deal, oliver);
    const attested = ['hs_object_id', 'closedate', 'amount'];
    const closes = (await workbench.readDeal(id, oliver, ['closedate']))['closedate'] ?? '';
    expect(
      await workbench.callFunction(
        'request_expedite',
        oliver,
        {
          action: 'request',
          by: 'Oliver Hughes',
          terms: {
            neededBy: dayAfter(closes, 40).iso,
            daysSaved: 21,
            paymentPlan: 'on delivery',
            forecast: false,
            discount: 0.02,
            customerWhy: '',
            offerExpires: dayAfter(new Date().toISOString(), 5).iso,
          },
        },
        { objectTypeId: '0-3', objectId: id, objectPropertyNames: attested },
      ),
    ).toMatchObject({ ok: true });
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Marta Keller/);
    await openTicket(page);
    await press(page, 'Accept');
    await press(page, 'Shipped');
    await seen(page, /^Has it left, at an actual cost of 2\.770\s€\?$/);
    await press(page, 'Not yet');
    await press(page, 'Shipped');
    await press(page, 'Yes, it has shipped');
    await seen(page, 'Correct the cost');
    const cost = page.getByRole('textbox', { name: 'Actual cost' });
    await cost.fill('2900');
    await cost.blur();
    await press(page, 'Correct the cost');
    await seen(page, 'The actual cost is corrected.');
    expect(await workbench.readDeal(id, oliver, ['terms_expedite_status', 'terms_expedite_cost'])).toMatchObject({
      terms_expedite_status: 'shipped',
      terms_expedite_cost: '2900',
    });
    await press(page, 'It has not shipped');
    await seen(page, 'Take the promise back');
    expect(await workbench.readDeal(id, oliver, ['terms_expedite_status'])).toMatchObject({
      terms_expedite_status: 'approved',
    });
    expect(faults).toEqual([]);
  });
});
