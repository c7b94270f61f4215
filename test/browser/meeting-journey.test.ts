import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './accessibility.ts';
import { launchChromium, openPage } from './chromium.ts';
import { dayAfter, lookAs, openMore, stored } from './deal-card.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const grace = 'user-grace';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).locator('visible=true').click();
};
const goTo = (page: Page) => page.goto(`${workbench.origin}/app/pages/insights`);
const euros = (amount: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(amount);

/** What is open under a theme, added up from the records and not by the app. */
async function openUnder(theme: string): Promise<{ readonly value: number; readonly deals: number }> {
  const { results } = await workbench.searchDeals(
    {
      filterGroups: [
        {
          filters: [
            { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
            { propertyName: 'terms_themes', operator: 'HAS_PROPERTY' },
          ],
        },
      ],
      properties: ['amount_in_home_currency', 'terms_themes'],
      limit: 200,
    },
    grace,
  );
  const those = results.filter(({ properties }) => properties['terms_themes']?.split(';').includes(theme));
  return {
    value: those.reduce((sum, { properties }) => sum + Number(properties['amount_in_home_currency'] ?? 0), 0),
    deals: those.length,
  };
}

describe('from a why to a decision', () => {
  it('goes by a click on the card, the insights and the meeting, and comes back on the card', async () => {
    const { page, faults } = await openPage(browser);
    // Why: the words propose a theme, a click chooses it.
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    const { id } = await workbench.dealNamed('Heritage gift hall', grace);
    const card = `${workbench.origin}/deals/${id}`;
    await page.goto(card);
    await openMore(page);
    const why = page.getByRole('textbox', { name: /^Why: / });
    await why.fill('They sell out every December: shelves are empty for <b>a week</b>.');
    await why.blur();
    await page.getByRole('button', { name: 'Add Stock-outs' }).click();
    await stored(page);
    await expect
      .poll(async () => (await workbench.readDeal(id, grace, ['terms_themes']))['terms_themes'])
      .toBe('stock_outs');
    await workbench.createDeals([
      {
        dealname: 'Won order',
        dealstage: 'closedwon',
        pipeline: 'default',
        amount: '12000',
        closedate: '2026-10-05T12:00:00Z',
        terms_customer_why: 'Empty shelves before Easter.',
        terms_themes: 'stock_outs',
      },
    ]);

    // Insights are read by search, which sees both some seconds later.
    await expect
      .poll(async () => (await workbench.searchDeals({ query: 'Won order', limit: 1 }, grace)).total, {
        timeout: 30_000,
      })
      .toBe(1);

    // Insights: what is held, worth and asked; the theme with its value, and the customer's own words.
    await goTo(page);
    await seen(
      page,
      /^Customers hold €[\d,]+ in \d+ open deals and told us why on \d+ of them; the largest themes? (is|are) /,
    );
    await seen(
      page,
      /^Trading terms with them is worth €[\d,]+ to us, €[\d,]+ weighted by each deal’s chance to close\.$/,
    );
    await seen(page, /^We ask the table to talk about .*with whys nobody has discussed in 30 days/);
    const { value, deals } = await openUnder('stock_outs');
    const open = `${euros(value)} open on ${deals} ${deals === 1 ? 'deal' : 'deals'}, €12,000 won on 1`;
    await seen(page, open);
    await seen(page, '“They sell out every December: shelves are empty for <b>a week</b>.” – Harrow & Pine');
    expect(await accessibilityViolations(page)).toEqual([]);

    // Meeting: pick, agenda, decision.
    await page.getByRole('checkbox', { name: 'Discuss Stock-outs' }).check();
    await seen(page, '1. Stock-outs');
    await press(page, 'Copy the agenda as Markdown');
    await seen(page, 'Copied.');
    const agenda = await page.evaluate(() => navigator.clipboard.readText());
    expect(agenda).toContain(`### 1. Stock-outs\n\n${open}`);
    expect(agenda).toContain(
      '“They sell out every December&#58; shelves are empty for &#60;b&#62;a week&#60;/b&#62;.”',
    );

    // What is selected on the page goes into a mail with its headings and lists.
    await page.evaluate(() => {
      const title = [...document.querySelectorAll('h2')].find(({ textContent }) =>
        textContent.startsWith('Management table, '),
      );
      const agenda = title?.parentElement;
      if (title === undefined || agenda == null) throw new Error('no agenda');
      const range = document.createRange();
      range.setStartBefore(title);
      range.setEndAfter(agenda);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await page.keyboard.press('Control+C');
    const html = await page.evaluate(async () => {
      const [copied] = await navigator.clipboard.read();
      if (copied === undefined) throw new Error('nothing was copied');
      return (await copied.getType('text/html')).text();
    });
    expect(html).toMatch(/<h2[^>]*>Management table, /);
    expect(html).toMatch(
      /<li[^>]*>.*They sell out every December: shelves are empty for &lt;b&gt;a week&lt;\/b&gt;\./s,
    );

    await press(page, 'Record the decision');
    await seen(page, 'Enter what was decided, in one line.');
    await choose(page, 'About', 'Stock-outs');
    await choose(page, 'Who', /^Grace Whitfield/);
    const due = page.getByRole('textbox', { name: 'By when' });
    await due.fill(dayAfter(new Date().toISOString(), 60).typed);
    await due.press('Enter');
    await page.getByRole('textbox', { name: 'What' }).fill('Safety stock for promotions from March');
    await page.getByRole('textbox', { name: 'What' }).blur();
    await press(page, 'Record the decision');
    await seen(page, 'Recorded. The task is on their list, and the cards of the deals say it.');
    await seen(page, 'Task open');
    await press(page, /^Close the meeting/);
    await seen(page, 'The meeting is recorded: what was on its agenda counts as discussed.');

    // The rep reads it on the deal's card.
    await page.goto(card);
    await seen(page, /^Decided \d+ [A-Z][a-z]+: Safety stock for promotions from March\. Tell the customer\.$/);

    // The next meeting opens with what became of it.
    await goTo(page);
    await seen(page, 'Safety stock for promotions from March');
    await press(page, 'Mark as done');
    await seen(page, 'Done');
    await page.reload();
    await seen(page, 'Open again');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keeps the company’s own themes, and tells whoever changes an older list', async () => {
    const [ann, ben] = await Promise.all([openPage(browser), openPage(browser)]);
    for (const { page } of [ann, ben]) {
      await page.goto(`${workbench.origin}/deals`);
      await lookAs(page, /Grace Whitfield/);
      await goTo(page);
      await press(page, 'Change the list of themes');
    }
    const add = async (page: Page, name: string) => {
      const input = page.getByRole('textbox', { name: 'New theme' });
      await input.fill(name);
      await input.blur();
      await press(page, 'Add the theme');
    };
    await add(ann.page, 'Trade fairs');
    await seen(ann.page, 'Trade fairs');
    await add(ben.page, 'Customs');
    await seen(ben.page, 'Somebody else changed the themes');
    await seen(ben.page, 'Trade fairs');
    await press(ben.page, 'Add the theme');
    await seen(ben.page, 'Customs');
    await add(ben.page, 'trade-fairs');
    await seen(ben.page, 'There is a theme Trade fairs already.');
    await press(ben.page, 'Retire Customs');
    await seen(ben.page, 'Customs (retired)');
    expect([...ann.faults, ...ben.faults]).toEqual([]);
    await Promise.all([ann.page.context().close(), ben.page.context().close()]);
  });

  it.each([1280, 390])('is a page that fits and that everybody can use, %d pixels wide', async (width) => {
    const { page, faults } = await openPage(browser, { width });
    const long = 'A customer with a great deal to say about shelves, promotions and everything in between. '.repeat(40);
    const { id } = await workbench.dealNamed('Heritage gift hall', grace);
    await workbench.updateDeal(id, grace, { terms_customer_why: `${long}${'x'.repeat(300)}`, terms_themes: 'storage' });
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await goTo(page);
    await page.getByRole('button', { name: 'Storage: all words, months, industries' }).click();
    await seen(page, 'Not discussed in 30 days');
    await page.getByText('By month').locator('visible=true').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
