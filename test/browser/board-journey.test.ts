import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDealsFile } from '../../import/read-deals-file.ts';
import { accessibilityViolations } from './accessibility.ts';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

/** Sees every deal. */
const grace = 'user-grace';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench({ generatedDeals: 700 })]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Open deals of the high band whose best trade has faster delivery, picked by hand from the account's deals. */
async function fastAndHigh() {
  const { results } = await workbench.searchDeals(
    {
      filterGroups: [
        {
          filters: [
            { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
            { propertyName: 'terms_negotiability_band', operator: 'EQ', value: 'high' },
          ],
        },
      ],
      sorts: [{ propertyName: 'terms_expected_gain_home', direction: 'DESCENDING' }],
      properties: ['dealname', 'terms_expected_gain_home', 'terms_levers', 'hs_deal_stage_probability'],
      limit: 200,
    },
    grace,
  );
  return results
    .map(({ properties }) => properties)
    .filter(({ terms_levers: levers }) => (levers ?? '').split(';').includes('faster_delivery'));
}

async function pick(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Names on the page of the table that is shown. */
function dealNames(page: Page): Promise<string[]> {
  return page.getByRole('row').getByRole('link').allInnerTexts();
}

describe('a sales manager', () => {
  it('finds the deals to trade for faster delivery, and what they are worth', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('heading', { name: 'Negotiability board' }).waitFor();
    await page.getByRole('button', { name: 'Filters and columns' }).click();
    await pick(page, 'Negotiability', 'High');
    await pick(page, 'Lever of the best trade', 'Faster delivery');

    const deals = await fastAndHigh();
    const total = deals.length;
    expect(total).toBeGreaterThan(25);
    await page.getByText(`Page 1 of ${Math.ceil(total / 25)}, ${total} deals`).waitFor();
    const gain = deals.reduce(
      (sum, deal) => sum + Number(deal['terms_expected_gain_home']) * Number(deal['hs_deal_stage_probability']),
      0,
    );
    await page
      .getByText(
        new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(gain),
        { exact: true },
      )
      .waitFor();
    const expected = deals.map(({ dealname }) => dealname);
    await expect.poll(() => dealNames(page)).toEqual(expected.slice(0, 25));
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => dealNames(page)).toEqual(expected.slice(25, 50));

    await page.getByRole('link', { name: expected[25] ?? '' }).click();
    await page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
    await page.goBack();
    await page.getByText(`Page 1 of ${Math.ceil(total / 25)}, ${total} deals`).waitFor();
    await page.getByRole('link', { name: 'Liquidity plan' }).click();
    await page.getByRole('link', { name: 'Negotiability board' }).click();
    await page.getByText(`Page 1 of ${Math.ceil(total / 25)}, ${total} deals`).waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    const { total: all } = await workbench.searchDeals(
      { filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] }], limit: 1 },
      grace,
    );
    await page.getByText(`, ${all} deals`).waitFor();
    expect(faults).toEqual([]);
  });

  it('knows whom to call today within one screen and without a click, and gives the owner a task', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(workbench.origin);
    await lookAs(page, /Grace Whitfield/);
    const searches: number[] = [];
    page.on('request', (request) => {
      if (/\/objects\/\w+\/search$/.test(request.url())) searches.push(Date.now());
    });
    await page.goto(`${workbench.origin}/app/pages`);
    const tasks = page.getByRole('button', { name: /^Task for / });
    await tasks.nth(4).waitFor();
    await page.getByRole('button', { name: /^Overdue \(\d+\)$/ }).waitFor();
    // Table, push list, the totals' four pages of two hundred, names of companies, and a count for each chip.
    expect(searches.length).toBeLessThanOrEqual(10);

    const screen = await page.evaluate(() => {
      const link = (button: Element) => button.closest('.wb-layout')?.querySelector('a') ?? button;
      const box = (element: Element) => element.getBoundingClientRect();
      const pushes = [...document.querySelectorAll('button')].filter(({ textContent }) =>
        /^Task for /.test(textContent),
      );
      const rows = [...document.querySelectorAll('tbody tr')];
      const table = document.querySelector('table');
      return {
        pushes: pushes.map((button) => ({
          isOneLine:
            Math.abs(box(button).top + box(button).height / 2 - box(link(button)).top - box(link(button)).height / 2) <
            8,
          isOnScreen: box(button).bottom <= innerHeight,
        })),
        rowsOnScreen: rows.filter((row) => box(row).bottom <= innerHeight).length,
        tallestRow: Math.max(...rows.map((row) => box(row).height)),
        clipped: (table?.scrollWidth ?? 0) - (table?.parentElement?.clientWidth ?? 0),
      };
    });
    expect(screen.pushes).toEqual(Array.from({ length: 5 }, () => ({ isOneLine: true, isOnScreen: true })));
    expect(screen.rowsOnScreen).toBeGreaterThanOrEqual(10);
    expect(screen.tallestRow).toBeLessThan(40);
    expect(screen.clipped).toBe(0);

    const owner = (await tasks.first().innerText()).replace('Task for ', '');
    await tasks.first().click();
    await page.getByText(`Task for ${owner} made.`).waitFor();
    await page.reload();
    await tasks.first().click();
    await page.getByText(`Task for ${owner} made.`).waitFor();
    expect(await workbench.tasksBeginning('Push today: ')).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('sees what waits for an approval, for an answer, or is overdue, counted and a click away', async () => {
    const { page, faults } = await openPage(browser);
    const ids = (
      await workbench.searchDeals(
        {
          filterGroups: [
            {
              filters: [
                { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
                { propertyName: 'terms_offer_status', operator: 'NOT_HAS_PROPERTY' },
              ],
            },
          ],
          sorts: [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }],
          limit: 5,
        },
        grace,
      )
    ).results.map(({ id }) => id);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const [waiting = '', silent = '', fresh = '', late = ''] = ids;
    const counts = async () => ({
      approval: await open({ propertyName: 'terms_offer_status', operator: 'EQ', value: 'awaiting_approval' }),
      overdue: await open({ propertyName: 'closedate', operator: 'LT', value: String(Date.now() - 2 * 86_400_000) }),
    });
    const open = async (condition: object) =>
      (
        await workbench.searchDeals(
          {
            filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }, condition] }],
            limit: 1,
          },
          grace,
        )
      ).total;
    const before = await counts();
    await workbench.updateDeal(waiting, grace, { terms_offer_status: 'awaiting_approval' });
    await workbench.updateDeal(silent, grace, { terms_offer_status: 'offered', terms_offered_at: daysAgo(8) });
    await workbench.updateDeal(fresh, grace, { terms_offer_status: 'offered', terms_offered_at: daysAgo(5) });
    await workbench.updateDeal(late, grace, { closedate: daysAgo(3) });
    // Counts are read once, and by search.
    await expect
      .poll(counts, { timeout: 30_000 })
      .toEqual({ approval: before.approval + 1, overdue: before.overdue + 1 });

    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('button', { name: `Waiting for my approval (${before.approval + 1})` }).click();
    await page.getByText(`, ${before.approval + 1} deal`).waitFor();
    await page.getByRole('button', { name: `Only: Waiting for my approval (${before.approval + 1})` }).click();
    await page.getByRole('button', { name: 'Offers without an answer for a week (1)' }).click();
    await page.getByText('Page 1 of 1, 1 deal').waitFor();
    await page.getByRole('button', { name: `Overdue (${before.overdue + 1})` }).click();
    await page.getByText(`, ${before.overdue + 1} deal`).waitFor();
    // The list before may have been as long.
    await page.waitForURL(({ search }) => search.includes('show=overdue'));
    expect(faults).toEqual([]);
  });

  it('chooses columns, which stay, and finds the deals that rest on assumed margins', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    const { total } = await workbench.searchDeals(
      {
        filterGroups: [
          {
            filters: [
              { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
              { propertyName: 'terms_assumed_figures', operator: 'IN', values: ['gross_margin'] },
            ],
          },
        ],
        limit: 1,
      },
      grace,
    );
    expect(total).toBeGreaterThan(0);
    await page.getByText(new RegExp(`^${total} of \\d+ scored deals rest on an assumed margin`)).waitFor();
    await page.getByRole('link', { name: 'Show them' }).click();
    await page.getByText(`, ${total} deals`).waitFor();
    await page.getByRole('button', { name: 'Filters and columns (1 in use)' }).click();
    await pick(page, 'Columns', 'Figures');
    await pick(page, 'Columns', 'Owner');
    await page.getByRole('columnheader', { name: 'Figures' }).waitFor();
    await page.getByRole('columnheader', { name: 'Owner' }).waitFor({ state: 'detached' });
    await page
      .getByRole('cell', { name: /\d assumed$/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Liquidity plan' }).click();
    await page.getByRole('link', { name: 'Negotiability board' }).click();
    await page.getByRole('columnheader', { name: 'Figures' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Figures' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('reads the board on a phone, one deal below the other', async () => {
    const { page, faults } = await openPage(browser, { width: 390, height: 844 });
    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('button', { name: 'Show stacked' }).click();
    await page
      .getByRole('checkbox', { name: /^Select / })
      .nth(20)
      .waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is told what cannot be asked, and sees only what the viewer may see', async () => {
    const { page, faults } = await openPage(browser, { width: 390, height: 844 });
    await page.goto(`${workbench.origin}/app/pages?text=nothing%20of%20the%20kind`);
    await page.getByText('No open deal fits').waitFor();
    await page.goto(
      `${workbench.origin}/app/pages?band=high&verdict=trade&lever=discount&owner=1&from=1&urgency=high&missing=urgency`,
    );
    await page
      .getByText('HubSpot’s search takes 6 conditions at a time and these filters make 8: take 2 away.')
      .waitFor();

    await page.goto(`${workbench.origin}/app/pages`);
    await lookAs(page, /Oliver Hughes/);
    const { total } = await workbench.searchDeals(
      { filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] }], limit: 1 },
      'user-oliver',
    );
    await page.getByText(`, ${total} deals`).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    expect(faults).toEqual([]);
  });

  it('takes the deals of a filter away in the form of HubSpot’s own export', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/pages?band=high&lever=faster_delivery`);
    await lookAs(page, /Grace Whitfield/);
    const deals = await fastAndHigh();
    await page.getByRole('button', { name: `Prepare a CSV of all ${deals.length}` }).click();
    await page.getByRole('button', { name: `Copy ${deals.length} deals as CSV` }).click();
    await page.getByText('Copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const { columns, rows, rejected } = readDealsFile({
      name: 'board.csv',
      bytes: new TextEncoder().encode(text),
      timeZone: 'Europe/Berlin',
    });
    expect(rejected).toEqual([]);
    expect(rows.map(({ cells }) => columns.cell(cells, 'name')).sort()).toEqual(
      deals.map(({ dealname }) => dealname).sort(),
    );
    expect(
      rows.filter(({ cells }) => columns.cell(cells, 'companies') === '' || columns.cell(cells, 'owner') === ''),
    ).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('rescores what has changed since', async () => {
    const { page, faults } = await openPage(browser);
    const [first] = await fastAndHigh();
    const { id } = await workbench.dealNamed(first?.['dealname'] ?? '', grace);
    await workbench.updateDeal(id, grace, { amount: '98765' });
    await page.goto(`${workbench.origin}/app/pages?band=high&lever=faster_delivery`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByRole('checkbox', { name: `Select ${first?.['dealname'] ?? ''}` }).check();
    await page.getByRole('button', { name: 'Rescore 1 selected' }).click();
    await page.getByText('1 of 1 scores came out different from before.').waitFor();
    expect(await workbench.readDeal(id, grace, ['terms_scored_amount'])).toMatchObject({
      terms_scored_amount: '98765',
    });
    const { length: total } = await fastAndHigh();
    await page.getByRole('button', { name: `Rescore all ${total}` }).click();
    await page.getByText(`0 of ${total} scores came out different from before.`).waitFor();
    expect(faults).toEqual([]);
  });

  it('waits for its turn while others use up HubSpot’s search, and says so when it never comes', async () => {
    const { page } = await openPage(browser);
    await page.goto(workbench.origin);
    await lookAs(page, /Grace Whitfield/);
    let searches = 0;
    // The table's first two tries, and one in the middle of adding up.
    let isBusy = (): boolean => [1, 2, 5].includes(searches);
    const refusal = {
      status: 429,
      json: {
        status: 'error',
        message: 'You have reached your secondly limit.',
        errorType: 'RATE_LIMIT',
        policyName: 'SECONDLY',
      },
    };
    await page.route('**/crm/v3/objects/deals/search', (route) => {
      searches += 1;
      return isBusy() ? route.fulfill(refusal) : route.continue();
    });
    await page.goto(`${workbench.origin}/app/pages`);
    const open = { filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] }] };
    const { total } = await workbench.searchDeals({ ...open, limit: 1 }, grace);
    await page.getByText(`, ${total} deals`).waitFor();
    await page.getByRole('button', { name: 'Deals by negotiability' }).click();
    await page.getByRole('img', { name: /^Deals by negotiability/ }).waitFor();
    await page.getByText(String(total), { exact: true }).first().waitFor();
    expect(searches).toBeGreaterThan(5);

    isBusy = () => true;
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText('The deals could not be read').waitFor();
    isBusy = () => false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(`Page 1 of ${Math.ceil(total / 25)}, ${total} deals`).waitFor();
  });

  it('takes what customers said to the management table', async () => {
    const { page, faults } = await openPage(browser);
    const { id } = await workbench.dealNamed('Heritage gift hall', grace);
    await workbench.updateDeal(id, grace, { terms_customer_why: 'Flagship reopens. <b>Now</b> | [or](http://never)' });
    await page.goto(`${workbench.origin}/app/pages/insights`);
    await lookAs(page, /Grace Whitfield/);
    await page.getByText('“Flagship reopens. <b>Now</b> | [or](http://never)” – Harrow & Pine').waitFor();
    const { total } = await workbench.searchDeals(
      { filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] }], limit: 1 },
      grace,
    );
    await page
      .getByText(new RegExp(`^Customers hold €[\\d,]+ in ${total} open deals and told us why on `))
      .first()
      .waitFor();
    for (const title of ['Customer cash position', 'Importance of payment terms', 'Customer urgency'])
      await page.getByRole('progressbar', { name: `${title}: Not known` }).waitFor();

    await page.getByRole('button', { name: 'Copy for the minutes' }).click();
    await page.getByText('Copied.').waitFor();
    const minutes = await page.evaluate(() => navigator.clipboard.readText());
    expect(minutes).toMatch(/^## What our customers told us, /);
    expect(minutes).toContain('**Harrow &#38; Pine**');
    expect(minutes).toContain('“Flagship reopens. &#60;b&#62;Now&#60;/b&#62; &#124; &#91;or&#93;(http&#58;//never)”');
    expect(minutes).not.toContain('undefined');
    expect(faults).toEqual([]);
  });
});
