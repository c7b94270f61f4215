import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProjectWorkbench } from '../../commands/start/project-workbench.ts';
import type { ProjectWorkbench } from '../../commands/start/project-workbench.ts';
import { ProjectError } from '../../workbench/foreign/build-project.ts';
import { launchChromium, openPage } from './chromium.ts';

/** In the repository, whose packages a project without packages of its own is built with. */
const home = mkdtempSync(join(process.cwd(), 'build', 'foreign-'));
const project = join(home, 'their project');
const start = (named = 'their project') =>
  startProjectWorkbench({
    root: process.cwd(),
    project: named,
    typedIn: home,
    dataFolder: join(home, 'data'),
    port: 0,
    reset: false,
    clock: Date.now,
    asHubSpot: false,
    onProgress: () => undefined,
  });

let browser: Browser;
let workbench: ProjectWorkbench;
beforeAll(async () => {
  cpSync(join(process.cwd(), 'test', 'workbench', 'foreign-project'), project, { recursive: true });
  const functions = join(project, 'src', 'app', 'functions');
  renameSync(join(functions, '.env.example'), join(functions, '.env'));
  [browser, workbench] = await Promise.all([launchChromium(), start()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
  rmSync(home, { recursive: true });
});

describe('a HubSpot project of somebody else', () => {
  it('is built and served over an empty account, with its card, page, settings, bulk action and function', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${workbench.origin}/deals`);
    await page.getByText('There are no deals to see yet.').waitFor();
    await page.getByRole('button', { name: 'Create deal' }).click();
    await page.getByRole('textbox', { name: 'Deal name' }).fill('Red bicycle');
    await page.getByRole('button', { name: 'Create', exact: true }).click();

    await page.getByRole('tab', { name: 'Parcel' }).waitFor();
    const weight = page.getByRole('textbox', { name: 'Weight in kilograms' });
    await weight.fill('12.50');
    await page.getByRole('button', { name: 'Ship it' }).click();
    await page.getByText('Red bicycle with 12.5 kg by Cuckoo Post, told by portal 20260301').waitFor();
    await page.getByRole('tabpanel', { name: 'Parcel' }).getByText('12.5 kg by Cuckoo Post', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Parcel tracker', exact: true }).click();
    await page.getByText('Red bicycle: 12.5 kg by Cuckoo Post').waitFor();
    await page.getByRole('link', { name: 'App settings' }).click();
    await page.getByText('Parcels go by road.').waitFor();
    await page.getByRole('switch', { name: 'Fast lane' }).click();
    await page.getByText('Parcels go by air.').waitFor();

    await page.getByRole('link', { name: 'Deals' }).click();
    await page.getByRole('checkbox', { name: 'Choose Red bicycle' }).check();
    await page.getByRole('button', { name: 'Ship all' }).click();
    await page.getByText('1 parcels to ship').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is built anew at the next start, over the same account', async () => {
    await workbench.close();
    const settings = join(project, 'src', 'app', 'settings', 'TrackerSettings.jsx');
    writeFileSync(
      settings,
      `import { hubspot, Text } from '@hubspot/ui-extensions';\nhubspot.extend(() => <Text>Nothing to set.</Text>);\n`,
    );
    workbench = await start();
    const { page } = await openPage(browser);
    await page.goto(`${workbench.origin}/app/settings`);
    await page.getByText('Nothing to set.').waitFor();
    await page.goto(`${workbench.origin}/deals`);
    await page.getByRole('link', { name: 'Red bicycle' }).waitFor();
    await page.context().close();
  });

  it('that cannot be built says which file is wrong', async () => {
    await expect(start('nowhere')).rejects.toThrow(ProjectError);
    await expect(start('nowhere')).rejects.toThrow(/^There is no .*nowhere\/hsproject\.json\. A HubSpot project has/);
    const broken = join(home, 'broken');
    cpSync(project, broken, { recursive: true });
    rmSync(join(broken, 'src', 'app', 'cards', 'ParcelCard.jsx'));
    await expect(start('broken')).rejects.toThrow(
      /parcel-card-hsmeta\.json names \/app\/cards\/ParcelCard\.jsx, and there is no such file\./,
    );
    mkdirSync(join(broken, 'src', 'app', 'cards'), { recursive: true });
    writeFileSync(join(broken, 'src', 'app', 'cards', 'ParcelCard.jsx'), 'import { from nowhere');
    await expect(start('broken')).rejects.toThrow(/HubSpot's builder does not take \/app\/cards\/ParcelCard\.jsx/);
  });
});
