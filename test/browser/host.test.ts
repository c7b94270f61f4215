import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { startHostServer } from './host-server.ts';
import type { HostServer } from './host-server.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./host-fixtures/${name}`, import.meta.url));

let browser: Browser;
let server: HostServer;
let dealId: string;

beforeAll(async () => {
  server = await startHostServer(
    [
      {
        uid: 'simple',
        name: 'Simple card',
        location: 'crm.record.tab',
        objectTypes: ['deals'],
        entry: fixture('SimpleCard.tsx'),
      },
    ],
    {
      save_note: ({ parameters, objectQuery }) =>
        parameters['note'] === 'boom'
          ? {
              status: 400,
              body: { status: 'error', message: 'There was a problem.', errors: [{ message: 'The note exploded.' }] },
            }
          : {
              status: 200,
              body: {
                logId: '1',
                response: {
                  saved: `${String(parameters['note'])} for ${String(parameters['days'])} days on ${objectQuery?.objectTypeId ?? ''}/${objectQuery?.objectId ?? ''} with ${objectQuery?.objectPropertyNames.join() ?? ''}`,
                },
              },
            },
    },
  );
  const deal = (await server.crm('/crm/v3/objects/deals', {
    properties: {
      dealname: 'Promo retailer',
      amount: '60000',
      dealstage: 'appointment',
      pipeline: 'default',
      hubspot_owner_id: '9001',
    },
  })) as { readonly id: string };
  dealId = deal.id;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('a card on a deal', () => {
  it('reads properties, takes input and calls its function', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${server.origin}/deals/${dealId}`);
    await page.getByText(`Promo retailer is worth 60000 to Rita, object ${dealId} of 0-3`).waitFor();
    await page.getByRole('textbox', { name: 'Note' }).pressSequentially('ring back');
    await page.getByText('Typing ring back, committed , days none').waitFor();
    await page.getByRole('textbox', { name: 'Days' }).fill('21');
    await page.getByText('Typing ring back, committed ring back, days none').waitFor();
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText(`ring back for 21 days on 0-3/${dealId} with hs_object_id`).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
