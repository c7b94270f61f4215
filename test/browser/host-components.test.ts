import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappedComponents, placeholderNames } from '../../workbench/host/components/registry.ts';
import { launchChromium, openPage } from './chromium.ts';
import { startHostServer } from './host-server.ts';
import type { HostServer, TestExtension } from './host-server.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./host-fixtures/${name}.tsx`, import.meta.url));
const card = (name: string): TestExtension => ({
  uid: name.toLowerCase(),
  name,
  location: 'crm.record.tab',
  objectTypes: ['deals'],
  entry: fixture(name),
});

let browser: Browser;
let server: HostServer;
let dealId: string;

beforeAll(async () => {
  server = await startHostServer(
    [
      card('InputsCard'),
      card('ActionsCard'),
      card('DisplayCard'),
      { ...card('AppPages'), location: 'pages', objectTypes: [] },
    ],
    {},
  );
  const properties = {
    dealname: 'Components',
    amount: '1000',
    dealstage: 'appointment',
    pipeline: 'default',
    hubspot_owner_id: '9001',
  };
  const deal = (await server.crm('/crm/v3/objects/deals', { properties })) as { readonly id: string };
  dealId = deal.id;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens the card of that name, does something with it, and expects the console to have stayed empty. */
async function withCard(name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, faults } = await openPage(browser);
  try {
    await page.goto(`${server.origin}/deals/${dealId}`);
    await page.getByRole('tab', { name }).click();
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await page.context().close();
  }
}

/** Waits until the extension shows that an event reached it. */
const arrived = (page: Page, event: string) => page.getByText(`event: ${event}`, { exact: true }).first().waitFor();

/** Chooses from a list for several: one that is closed, or closes on a machine that stalls, is opened (again), as anybody would. */
async function chooseFrom(page: Page, field: string, label: string): Promise<void> {
  const option = page.getByRole('option', { name: label });
  const choose = async () => {
    if (!(await option.isVisible())) await page.getByRole('combobox', { name: field }).click();
    return option.click({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(choose, { timeout: 30_000 }).toBe(true);
}

describe('the registry of components', () => {
  it('knows every name the SDK registers, and no other', () => {
    // The SDK exports no list of its names.
    const source = readFileSync(
      'node_modules/@hubspot/ui-extensions/dist/shared.synced/remoteComponents.synced.js',
      'utf8',
    );
    const registered = [...source.matchAll(/createAndRegisterRemote(?:Compound)?ReactComponent\('(\w+)'/g)].map(
      ([, name]) => name,
    );
    expect([...mappedComponents.keys(), ...placeholderNames].sort()).toEqual(registered.sort());
  });
});

describe('text fields', () => {
  it('tell of each key stroke and of the value once it is left', () =>
    withCard('InputsCard', async (page) => {
      const city = page.getByRole('textbox', { name: 'City', exact: true });
      await city.fill('Hamm');
      await arrived(page, 'city focus "Bremen"');
      await arrived(page, 'city input "Hamm"');
      expect(await page.getByText('event: city change').count()).toBe(0);
      await city.blur();
      await arrived(page, 'city change "Hamm"');
      await arrived(page, 'city blur "Hamm"');
      await page.getByRole('button', { name: 'Move to Kiel' }).click();
      await expect.poll(() => city.inputValue()).toBe('Kiel');

      await page.getByRole('textbox', { name: 'Secret' }).fill('pass');
      await page.getByRole('textbox', { name: 'Secret' }).press('Enter');
      await arrived(page, 'secret change "pass"');
      expect(await page.getByRole('textbox', { name: 'Secret' }).getAttribute('aria-invalid')).toBe('true');
      await page.getByText('Too short').waitFor();
      expect(await page.getByRole('textbox', { name: 'Locked' }).isEditable()).toBe(false);

      await page.getByRole('textbox', { name: 'Why' }).pressSequentially('because of it');
      await arrived(page, 'why input "because of"');
      await page.getByRole('textbox', { name: 'Why' }).blur();
      await arrived(page, 'why change "because of"');
      await page.getByText('Well said').waitFor();

      await page.getByRole('searchbox', { name: 'Find' }).fill('x');
      await arrived(page, 'find input "x"');
      await page.getByRole('button', { name: 'Clear search' }).click();
      await arrived(page, 'find change ""');
      await page.getByRole('button', { name: 'About City: The town, not the street' }).hover();
      await page.getByText('The town, not the street').waitFor();
    }));
});

describe('number fields', () => {
  it('tell of a number within bounds, once it is left', () =>
    withCard('InputsCard', async (page) => {
      const margin = page.getByRole('textbox', { name: 'Margin' });
      await margin.fill('145.25');
      expect(await page.getByText('event: margin change').count()).toBe(0);
      await margin.blur();
      await arrived(page, 'margin change 100');
      expect(await margin.inputValue()).toBe('100%');
      await margin.fill('');
      await margin.blur();
      await arrived(page, 'margin change undefined');

      const price = page.getByRole('textbox', { name: 'Price' });
      expect(await price.inputValue()).toBe('£1,200');
      await price.fill('2,500.5');
      await price.press('Enter');
      await arrived(page, 'price change 2500.5');

      for (const [keys, told, shown] of [
        ['300,000', '300000', '£300,000'],
        ['250000.00', '250000', '£250,000'],
        ['1500.50', '1500.5', '£1,500.5'],
        ['12,5', '12.5', '£12.5'],
      ] as const) {
        await price.fill('');
        await price.pressSequentially(keys);
        await price.blur();
        await arrived(page, `price change ${told}`);
        expect(await price.inputValue()).toBe(shown);
      }
      await price.focus();
      expect(await price.inputValue()).toBe('12.5');
      await price.fill('twelve');
      await price.blur();
      await arrived(page, 'price change undefined');
      await page.getByText('Write a number, such as 1500.5.').waitFor();
      expect(await price.inputValue()).toBe('twelve');

      await page.getByRole('button', { name: 'Increase Days' }).click();
      await arrived(page, 'days change 2');
      await page.getByRole('button', { name: 'Increase Days' }).hover();
      await page.getByText('No more').waitFor();
      await page.getByRole('button', { name: 'Decrease Days' }).click();
      await arrived(page, 'days change 1');
    }));
});

describe('dates and times', () => {
  it('are typed or chosen, and refused out of bounds', () =>
    withCard('InputsCard', async (page) => {
      const due = page.getByRole('textbox', { name: 'Due' });
      await due.fill('14/12/2026');
      await due.blur();
      await arrived(page, 'due change {"year":2026,"month":11,"date":14,"formattedDate":"14/12/2026"}');
      await due.fill('2025-12-31');
      await due.blur();
      await page.getByText('Too early').waitFor();
      await due.fill('soon');
      await due.blur();
      await page.getByText('Write the date as DD/MM/YYYY.').waitFor();
      await page.getByRole('button', { name: 'Choose a day: Due' }).click();
      await page.getByRole('button', { name: '24 December 2026' }).click();
      await arrived(page, 'due change {"year":2026,"month":11,"date":24,"formattedDate":"24/12/2026"}');
      expect(await due.inputValue()).toBe('24/12/2026');
      await page.getByRole('button', { name: 'Choose a day: Due' }).click();
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await arrived(page, 'due change null');
      // Focus returns a moment after the calendar has closed, and would close what is opened meanwhile.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
        .toBe('Choose a day: Due');

      await page.getByRole('combobox', { name: 'At' }).click();
      expect(await page.getByRole('option').count()).toBe(9);
      await page.getByRole('option', { name: '14:00' }).click();
      await arrived(page, 'at change {"hours":14,"minutes":0}');
    }));
});

describe('choices', () => {
  it('tell of the value that was chosen', () =>
    withCard('InputsCard', async (page) => {
      await page.getByRole('combobox', { name: 'Size' }).click();
      await page.getByRole('option', { name: 'Large' }).click();
      await arrived(page, 'size change 2');
      await page.getByRole('combobox', { name: 'Letter' }).fill('letter c');
      await arrived(page, 'letter input "letter c"');
      await page.getByRole('option', { name: 'Letter c' }).click();
      await arrived(page, 'letter change "c"');
      await page.getByRole('combobox', { name: 'Awaited' }).waitFor();
      await chooseFrom(page, 'Tags', 'Letter b');
      await arrived(page, 'tags change ["b"]');
      await chooseFrom(page, 'Tags', 'Letter d');
      await arrived(page, 'tags change ["b","d"]');
      await page.keyboard.press('Escape');
      await page.getByRole('checkbox', { name: 'Agree' }).check();
      await arrived(page, 'agree change true "yes"');
      await page.getByRole('radio', { name: 'Only one' }).check();
      await arrived(page, 'only change true "one"');
      await page.getByRole('switch', { name: 'Fast' }).click();
      await arrived(page, 'fast change true');
      await page.getByRole('checkbox', { name: 'Prepay' }).check();
      await page.getByRole('checkbox', { name: 'Shorten' }).check();
      await arrived(page, 'cannot change ["prepay","shorten"]');
      const mood = page.getByRole('radiogroup', { name: 'Mood' });
      expect(await mood.getByRole('radio', { name: 'Calm' }).isChecked()).toBe(true);
      await mood.getByRole('radio', { name: 'Angry' }).check();
      await arrived(page, 'mood change "angry"');
    }));
});

describe('a form', () => {
  it('commits the field being written and sends all values', () =>
    withCard('InputsCard', async (page) => {
      await page.getByRole('switch', { name: 'Fast' }).click();
      const city = page.getByRole('textbox', { name: 'City', exact: true });
      await city.fill('Emden');
      await city.press('Enter');
      await arrived(page, 'city change "Emden"');
      const sent = page.getByText('event: submitted');
      await sent.waitFor();
      expect(await sent.textContent()).toContain('"city":"Emden"');
      expect(await sent.textContent()).toContain('"price":1200');
      expect(await sent.textContent()).toContain('"fast":true');
      await page.getByRole('button', { name: 'Send form' }).click();
      await expect.poll(() => sent.count()).toBe(2);
    }));
});

describe('actions', () => {
  it('reach the extension', () =>
    withCard('ActionsCard', async (page) => {
      for (const [role, name, event] of [
        ['button', 'Primary', 'primary'],
        ['button', 'Start anew', 'header action'],
        ['button', 'Destroy', 'destructive'],
        ['button', 'See through', 'transparent'],
        ['link', 'Stay here', 'link'],
        ['button', 'Tag', 'tag'],
        ['button', 'Waiting', 'status'],
        ['button', 'Remove', 'status removed'],
        ['button', 'One pixel', 'image'],
        ['button', 'Details', 'accordion'],
        ['button', 'Two', 'step 1'],
        [
          'button',
          'Add a note',
          String.raw`action error ["The action ADD_NOTE lacks what it is about: {\"objectTypeId\":\"0-3\"}."]`,
        ],
        ['button', 'Copy', 'copied'],
      ] as const) {
        await page.getByRole(role, { name, exact: true }).click();
        await arrived(page, event);
      }
      await page.getByText('Hidden at first.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('copied text');
      expect(await page.getByRole('button', { name: 'Disabled' }).isDisabled()).toBe(true);
      expect(await page.getByRole('link', { name: 'Elsewhere' }).getAttribute('target')).toBe('_blank');
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'First item' }).click();
      await arrived(page, 'item');
      await page.getByRole('button', { name: 'Load' }).click();
      await arrived(page, 'loading');
      expect(await page.getByRole('button', { name: 'Load' }).getAttribute('aria-busy')).toBe('true');
      await page.getByRole('button', { name: 'Alert' }).click();
      await page.getByText('the gap').waitFor();
      await page.getByRole('button', { name: 'Hover me' }).hover();
      await page.getByText('Said on hover').waitFor();
      await page.getByRole('button', { name: 'Show all' }).hover();
      await page.getByText('Everything there is').waitFor();
    }));

  it('open and close overlays', () =>
    withCard('ActionsCard', async (page) => {
      await page.getByRole('button', { name: 'Open modal' }).click();
      await arrived(page, 'modal open');
      const modal = page.getByRole('dialog', { name: 'Are you sure?' });
      await modal.getByText('Think again.').waitFor();
      await modal.getByRole('button', { name: 'Never mind' }).click();
      await arrived(page, 'modal close');
      await page.getByRole('button', { name: 'Open panel' }).click();
      await arrived(page, 'panel open');
      await page.getByRole('dialog', { name: 'Beside' }).getByRole('button', { name: 'Close it' }).click();
      await arrived(page, 'panel close');
      await page.getByRole('button', { name: 'Open modal' }).click();
      await modal.getByText('Think again.').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByText('event: modal close').count()).toBe(2);
      await page.getByRole('button', { name: 'Open frame' }).click();
      await page.getByRole('dialog', { name: 'Frame' }).getByRole('button', { name: 'Close' }).click();
      await arrived(page, 'iframe closed');
    }));
});

describe('what is only shown', () => {
  it('is there, with names for those who cannot see it', () =>
    withCard('DisplayCard', async (page) => {
      await page.getByRole('heading', { name: 'A heading' }).waitFor();
      await page.getByRole('status').filter({ hasText: 'Something to know' }).waitFor();
      await page.getByRole('img', { name: 'Score 74 of 100' }).waitFor();
      await page.getByRole('progressbar', { name: 'Funded' }).waitFor();
      await page.getByText('25%').waitFor();
      await page.getByRole('status', { name: 'Counting' }).waitFor();
      await page.getByRole('alert').filter({ hasText: 'Call us' }).waitFor();
      await page.getByRole('img', { name: 'A target' }).waitFor();
      await page.getByRole('note', { name: 'MediaObject, not drawn by the workbench' }).waitFor();
      await page.getByRole('img', { name: 'Deals by month: asked, won by Month, 2 values' }).waitFor();
      await page.getByRole('img', { name: 'Cash: Cash by Day, 3 values' }).waitFor();
      expect(await page.locator('.recharts-bar-rectangle').count()).toBe(4);
      expect(await page.locator('.recharts-line-curve').count()).toBe(1);
      expect(await page.getByRole('listitem').filter({ hasText: 'Second' }).count()).toBe(1);
    }));

  it('lets the extension sort, page and switch tabs', () =>
    withCard('DisplayCard', async (page) => {
      await page.getByRole('button', { name: 'Sorted' }).click();
      await arrived(page, 'sort "ascending"');
      expect(await page.getByRole('columnheader', { name: 'Sorted' }).getAttribute('aria-sort')).toBe('ascending');
      await page.getByRole('button', { name: 'Sorted' }).click();
      await arrived(page, 'sort "descending"');
      await page.getByRole('button', { name: 'Next page' }).click();
      await arrived(page, 'page 2');
      await page.getByRole('button', { name: 'Page 3' }).click();
      await page.getByText('Row of page 3').waitFor();
      await page.getByRole('button', { name: 'First page' }).click();
      await arrived(page, 'page 1');
      await page.getByText('Content two').waitFor();
      await page.getByRole('tab', { name: 'Tab one' }).click();
      await arrived(page, 'tab "one"');
      await page.getByText('Content one').waitFor();
    }));
});

describe('pages of the app', () => {
  it('follow their own links, the address and the way back', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(server.origin);
    await page.getByRole('link', { name: 'Test app' }).click();
    await page.getByRole('heading', { name: 'App home' }).waitFor();
    expect(await page.title()).toBe('App home');
    await page.getByRole('link', { name: 'Customer seven' }).click();
    await page.getByText('Customer 7, tab notes').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/app/pages/customers/7?tab=notes');
    await page.goBack();
    await page.getByRole('heading', { name: 'App home' }).waitFor();
    await page.goForward();
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'App home' }).waitFor();
    await page.goto(`${server.origin}/app/pages/customers/8`);
    await page.getByText('Customer 8, tab').waitFor();
    await page.getByRole('link', { name: 'Back to the start' }).click();
    await page.getByRole('heading', { name: 'App home' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
