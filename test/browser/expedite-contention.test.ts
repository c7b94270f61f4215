import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTicketReplySchema, requestExpediteReplySchema } from '@deal-terms/core/contracts';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
import { lookAgainFor } from './look-again.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

const oliver = 'user-oliver';
const marta = 'user-marta';

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
const onDeal = (objectId: string) =>
  ({ objectTypeId: '0-3', objectId, objectPropertyNames: attestedDealPropertyNames }) as const;
const onTicket = (objectId: string) =>
  ({ objectTypeId: '0-5', objectId, objectPropertyNames: ['hs_object_id', 'hs_pipeline_stage'] }) as const;

async function openTicket(page: Page, deal: string): Promise<void> {
  await page.goto(`${workbench.origin}/app/pages/expedite`);
  const link = page.getByRole('link', { name: deal });
  await lookAgainFor(page, link);
  await link.click();
  await page.getByRole('heading', { name: 'Decide' }).waitFor();
}

const isoDay = (daysFromNow: number) => new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);

/** A deal of Oliver's whose customer pays on delivery for three weeks less; operations are asked. The ticket's id. */
async function askFor(dealname: string): Promise<string> {
  const [closesOn, neededBy] = [isoDay(7), isoDay(28)];
  const dealId = await workbench.createDeal(oliver, {
    dealname,
    amount: '60000',
    closedate: `${closesOn}T12:00:00Z`,
    terms_payment_plan: 'net 90',
    terms_lead_time_days: '42',
    terms_gross_margin: '0.45',
    terms_cash_position: 'abundant',
    terms_importance: 'standard_clause',
    terms_urgency: 'high',
    terms_relationship: 'new',
    terms_needed_by: neededBy,
    ...(await ownedLike()),
  });
  const terms = {
    neededBy,
    daysSaved: 21,
    paymentPlan: 'on delivery',
    forecast: false,
    discount: 0.02,
    customerWhy: '',
    offerExpires: isoDay(3),
  };
  const made = requestExpediteReplySchema.parse(
    await workbench.callFunction(
      'request_expedite',
      oliver,
      { action: 'request', terms, by: 'Oliver Hughes' },
      onDeal(dealId),
    ),
  );
  expect(made).toMatchObject({ ok: true, state: 'requested' });
  return (made.ok && made.request?.ticketId) || '';
}

/** Owner and stage of a deal of the demo account. */
async function ownedLike(): Promise<Record<string, string>> {
  const { id } = await workbench.dealNamed('Christmas market promotion', oliver);
  const {
    dealstage,
    pipeline,
    hubspot_owner_id: owner,
  } = await workbench.readDeal(id, oliver, ['dealstage', 'pipeline', 'hubspot_owner_id']);
  return { dealstage: dealstage ?? '', pipeline: pipeline ?? '', hubspot_owner_id: owner ?? '' };
}

/** Marta promises the day the card suggests. */
async function promise(ticketId: string): Promise<void> {
  const opened = openTicketReplySchema.parse(
    await workbench.callFunction('open_ticket', marta, { considering: null }, onTicket(ticketId)),
  );
  const date = opened.ok ? opened.trade?.date : '';
  expect(
    await workbench.callFunction(
      'decide_expedite',
      marta,
      { decision: { action: 'accept', date, cost: 100 }, revision: 1, by: 'Marta Keller' },
      onTicket(ticketId),
    ),
  ).toMatchObject({ ok: true, state: 'held' });
}

describe('operations', () => {
  it('two decide in the same instant: one wins, the other reads who', async () => {
    const [one, other] = await Promise.all([openPage(browser), openPage(browser)]);
    const deal = 'Market hall';
    const ticketId = await askFor(deal);
    for (const [{ page }, who] of [
      [one, /Marta Keller/],
      [other, /Grace Whitfield/],
    ] as const) {
      await page.goto(`${workbench.origin}/deals`);
      await lookAs(page, who);
      await openTicket(page, deal);
      await page.getByRole('textbox', { name: 'Reason' }).fill('No lorry');
    }
    const both = workbench.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    await Promise.all([press(one.page, 'Decline'), press(other.page, 'Decline')]);
    await both.released;
    const told = /^(Marta Keller|Grace Whitfield) changed this request first; yours was not taken\./;
    const isTold = ({ page }: typeof one) =>
      page
        .getByText(told)
        .locator('visible=true')
        .count()
        .then((count) => count > 0);
    await expect.poll(async () => (await Promise.all([one, other].map(isTold))).sort()).toEqual([false, true]);
    const [winner, loser] = (await isTold(one))
      ? (['Grace Whitfield', one] as const)
      : (['Marta Keller', other] as const);
    await seen(loser.page, new RegExp(`^${winner} changed this request first`));
    for (const { page } of [one, other]) await seen(page, 'Declined');
    expect(
      openTicketReplySchema.parse(
        await workbench.callFunction('open_ticket', marta, { considering: null }, onTicket(ticketId)),
      ),
    ).toMatchObject({ ok: true, state: 'declined', request: { decidedBy: winner } });
    expect([...one.faults, ...other.faults]).toEqual([]);
  });

  it('find the week full after five promises, and the next one with a free slot named', async () => {
    const { page, faults } = await openPage(browser);
    const deal = 'Market stall 6';
    await askFor(deal);
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Marta Keller/);
    await openTicket(page, deal);
    await seen(page, /^0 of 5 slots taken in week/);
    for (const place of [1, 2, 3, 4, 5]) await promise(await askFor(`Market stall ${place}`));
    await press(page, 'Accept');
    await seen(page, /^Every slot of week \d+, .+ is taken\. The next week with a free slot is week \d+, .+\. ?$/);
    await page.reload();
    await seen(
      page,
      /^5 of 5 slots taken in week \d+, .+: it is full\. The next week with a free slot is week \d+, .+\.$/,
    );
    expect(faults).toEqual([]);
  });
});
