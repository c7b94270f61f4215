import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listedTicketPropertyNames } from '@deal-terms/core/crm';
import { queueOf } from '../../extensions/ui/queue/queue.ts';
import { nowMs } from './account.ts';
import { accept, runExpedite, startExpediteAccount } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';

let account: ExpediteAccount;
let app: ReturnType<typeof runExpedite>;
beforeAll(async () => {
  account = await startExpediteAccount({ slotsPerWeek: 40 });
  app = runExpedite(account);
});
afterAll(() => account.stop());

const hours = 3_600_000;
const at = (instant: string) => runExpedite(account, { clock: () => Date.parse(instant) });

/** A ticket as the queue's page reads it and shows it. */
async function inQueue(ticketId: string) {
  const { properties } = await account.api(
    'GET',
    `/crm/v3/objects/tickets/${ticketId}?properties=${listedTicketPropertyNames.join(',')}`,
  );
  const stages = { requested: properties['hs_pipeline_stage'] ?? '' };
  const moment = { today: '2026-11-23', nowMs };
  const [one] = queueOf([{ ...properties, hs_object_id: ticketId }], { pipelineId: '9', stages }, moment);
  return one === undefined ? null : { deliveredOn: one.deliveredOn, week: one.week };
}

describe('the week of a delivery', () => {
  it('is the same for the rep, the ticket, the queue and the slot, though the customer needs it weeks later', async () => {
    const dealId = await account.promoDeal();
    const made = await app.request(dealId, { neededBy: '2027-01-04', daysSaved: 21 });
    expect(made).toMatchObject({ ok: true, request: { askedDate: '2026-12-21', neededBy: '2027-01-04' } });
    const ticketId = (made.ok && made.request?.ticketId) || '';
    expect(await app.openTicket(ticketId)).toMatchObject({ trade: { date: '2026-12-21', week: '2026-W52' } });
    expect(await inQueue(ticketId)).toEqual({ deliveredOn: '2026-12-21', week: '2026-W52' });

    // A week later than asked: the promise counts, and the slot is of its week.
    expect(await app.marta(ticketId, 1, { action: 'accept', date: '2026-12-29', cost: 2000 })).toMatchObject({
      ok: true,
      request: { week: '2026-W53', promisedDate: '2026-12-29' },
    });
    expect(await inQueue(ticketId)).toEqual({ deliveredOn: '2026-12-29', week: '2026-W53' });
    expect((await account.slots()).filter((slot) => slot.startsWith('slot/2026-W53/'))).toHaveLength(1);
  });

  it('moves with the deal until somebody promises a day', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await account.updateDeal(dealId, { closedate: '2026-12-14T12:00:00Z' });
    await app.open(dealId);
    // Ordered on 14 December, 42 days of lead time, 21 days sooner.
    expect(await inQueue(ticketId)).toEqual({ deliveredOn: '2027-01-04', week: '2027-W01' });
  });
});

describe('a shipment', () => {
  it('is set right for a day: its cost, and that it has left at all', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, accept);
    expect(await app.marta(ticketId, 2, { action: 'ship', actualCost: 3000 })).toMatchObject({ state: 'shipped' });
    const later = runExpedite(account, { clock: () => nowMs + 23 * hours });
    expect(await later.marta(ticketId, 3, { action: 'correct', actualCost: 2900 })).toMatchObject({
      ok: true,
      state: 'shipped',
      request: { actualCost: 2900 },
    });
    expect(await account.readDeal(dealId, ['terms_expedite_cost', 'terms_expedite_status'])).toMatchObject({
      terms_expedite_cost: '2900',
      terms_expedite_status: 'shipped',
    });
    // The day counts from the shipment.
    const tooLate = runExpedite(account, { clock: () => nowMs + 25 * hours });
    expect(await tooLate.marta(ticketId, 4, { action: 'correct', actualCost: 1 })).toMatchObject({
      ok: false,
      code: 'not_possible',
      expedite: { state: 'shipped' },
    });
    expect(await tooLate.marta(ticketId, 4, { action: 'unship' })).toMatchObject({ ok: false, code: 'not_possible' });
    expect(await later.marta(ticketId, 4, { action: 'unship' })).toMatchObject({
      ok: true,
      state: 'approved',
      request: { actualCost: null, week: '2026-W52', promisedDate: '2026-12-21' },
    });
    // The same press, sent again because its answer was lost.
    expect(await later.marta(ticketId, 4, { action: 'unship' })).toMatchObject({ ok: true, state: 'approved' });
    expect(await account.readDeal(dealId, ['terms_expedite_cost', 'terms_expedite_status'])).toMatchObject({
      terms_expedite_cost: '2770',
      terms_expedite_status: 'approved',
    });
  });
});

describe('a hold that ends', () => {
  const reminders = async (dealId: string) =>
    (await account.tasks())
      .filter(
        ({ properties, associations }) =>
          associations?.['deals']?.results[0]?.id === dealId &&
          properties['hs_task_subject']?.startsWith('The slot is held until'),
      )
      .map(({ properties: { hs_task_subject: subject, hubspot_owner_id: owner } }) => [subject, owner]);

  it('is told to the deal’s owner two days before, once, by whoever looks first', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    // Held until 27 November is over in Berlin.
    await app.marta(ticketId, 1, accept);
    await at('2026-11-25T22:00:00Z').open(dealId);
    expect(await reminders(dealId)).toEqual([]);
    await Promise.all([at('2026-11-26T08:00:00Z').openTicket(ticketId), at('2026-11-26T08:00:01Z').open(dealId)]);
    await at('2026-11-27T08:00:00Z').openTicket(ticketId);
    expect(await reminders(dealId)).toEqual([
      ['The slot is held until Nov 27, 2026: Christmas market promotion', '501'],
    ]);
  });

  it('is nobody’s business once the customer has ordered', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, accept);
    await app.marta(ticketId, 2, { action: 'confirm' });
    await at('2026-11-27T08:00:00Z').open(dealId);
    expect(await reminders(dealId)).toEqual([]);
  });
});
