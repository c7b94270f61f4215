import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';

let account: ExpediteAccount;
let app: ReturnType<typeof runExpedite>;
beforeAll(async () => {
  account = await startExpediteAccount({ slotsPerWeek: 2 });
  app = runExpedite(account);
});
afterAll(() => account.stop());

const ticketOf = async (id: string) => (await account.tickets()).find((ticket) => ticket.id === id)?.properties;

describe('a ticket', () => {
  it('says what is needed, what is given and why, for whoever reads it in HubSpot', async () => {
    const made = await app.request(await account.promoDeal(), { customerWhy: '  Opens its market on the 21st ' });
    const ticketId = (made.ok && made.request?.ticketId) || '';
    expect(await app.openTicket(ticketId)).toMatchObject({ ok: true, state: 'requested' });
    const ticket = await ticketOf(ticketId);
    expect(ticket?.['content']?.split('\n')).toEqual([
      'Needed by 2026-12-21, 21 days sooner.',
      'Pays on delivery instead of 90 days after delivery, for a 2% discount.',
      'Opens its market on the 21st',
    ]);
    expect(ticket).toMatchObject({
      hs_ticket_priority: 'HIGH',
      expedite_customer_why: 'Opens its market on the 21st',
    });
  });

  it('has no line for a why that nobody wrote down', async () => {
    const made = await app.request(await account.promoDeal(), { customerWhy: '   ' });
    const ticket = await ticketOf((made.ok && made.request?.ticketId) || '');
    expect(ticket?.['content']?.split('\n')).toHaveLength(2);
    expect(ticket?.['expedite_customer_why']).toBeNull();
    expect(made).toMatchObject({ ok: true, request: { customerWhy: null } });
  });

  it('is nobody’s where the settings name nobody in operations', async () => {
    const own = await startExpediteAccount({ opsOwnerId: null });
    const dealId = await own.promoDeal();
    await runExpedite(own).made(dealId);
    expect((await own.tickets()).map(({ properties: { hubspot_owner_id: owner } }) => owner)).toEqual([null]);
    await own.stop();
  });

  it('of a deal without a company names none', async () => {
    const dealId = await account.createDeal({ ...promoProperties, hubspot_owner_id: '501' });
    expect(await app.request(dealId)).toMatchObject({ ok: true, request: { company: null } });
  });
});

const promoProperties = { amount: '60000', terms_payment_plan: 'net 90', terms_lead_time_days: '42' };

describe('a promise made on the ticket board', () => {
  it('is held until the offer ends, or not at all when it is approved; a full week holds none', async () => {
    const [held, approved, late] = [await app.requested(), await app.requested(), await app.requested()];
    await account.moveToColumn(held.ticketId, 'Accepted, slot held', { expedite_promised_date: '2026-12-15' });
    await account.moveToColumn(approved.ticketId, 'Approved', { expedite_promised_date: '2026-12-15' });
    await account.moveToColumn(late.ticketId, 'Accepted, slot held', { expedite_promised_date: '2026-12-15' });
    expect(await app.openTicket(held.ticketId)).toMatchObject({
      request: {
        week: '2026-W51',
        daysPromised: 27,
        cost: 2770,
        holdUntilMs: Date.parse('2026-11-27T23:00:00Z'),
      },
    });
    expect(await app.openTicket(approved.ticketId)).toMatchObject({
      state: 'approved',
      request: { week: '2026-W51', daysPromised: 27, holdUntilMs: null },
    });
    expect(await app.openTicket(late.ticketId)).toMatchObject({ state: 'held', request: { week: null } });
    expect(await account.slots()).toEqual(['slot/2026-W51/1', 'slot/2026-W51/2']);
  });

  it.each([
    ['the day before today', '2026-11-22', null],
    ['today', '2026-11-23', '2026-W48'],
    ['a date nobody plans for', '9999-12-31', null],
  ])('for %s', async (_, date, week) => {
    const { ticketId } = await app.requested();
    await account.moveToColumn(ticketId, 'Accepted, slot held', { expedite_promised_date: date });
    expect(await app.openTicket(ticketId)).toMatchObject({ ok: true, state: 'held', request: { week } });
  });

  it('takes no slot for a ticket that was moved anywhere else', async () => {
    const { ticketId } = await app.requested();
    await account.moveToColumn(ticketId, 'Declined', { expedite_promised_date: '2026-12-30' });
    expect(await app.openTicket(ticketId)).toMatchObject({ ok: true, state: 'declined', request: { week: null } });
  });

  it('goes by the day the customer needs when the deal can no longer be weighed, and keeps the gain of before', async () => {
    const dealId = await account.promoDeal();
    const made = await app.request(dealId, { neededBy: '2026-12-30' });
    const ticketId = (made.ok && made.request?.ticketId) || '';
    await account.updateDeal(dealId, { amount: '' });
    await account.moveToColumn(ticketId, 'Accepted, slot held');
    expect(await app.openTicket(ticketId)).toMatchObject({
      ok: true,
      request: {
        week: '2026-W53',
        promisedDate: '2026-12-30',
        daysPromised: 21,
        gain: 3197.49,
      },
    });
  });

  it('goes by the day the customer needs when nobody wrote down how many days that saves', async () => {
    const [weighed, blank] = [await app.requested(), await app.requested()];
    await account.updateDeal(blank.dealId, { amount: '' });
    for (const { ticketId } of [weighed, blank])
      await account.moveToColumn(ticketId, 'Accepted, slot held', { expedite_days_saved: '' });
    const promise = { week: '2026-W52', promisedDate: '2026-12-21' };
    expect(await app.openTicket(weighed.ticketId)).toMatchObject({ request: { ...promise, daysPromised: 21 } });
    expect(await app.openTicket(blank.ticketId)).toMatchObject({ request: { ...promise, daysPromised: 0 } });
  });

  it('changes neither deal nor ticket of a request that is as it was', async () => {
    const { ticketId, dealId } = await app.requested();
    const before = app.requests().length;
    await app.openTicket(ticketId);
    await app.open(dealId);
    expect(
      app
        .requests()
        .slice(before)
        .filter((request) => request.startsWith('PATCH')),
    ).toEqual([]);
  });
});

describe('a deal whose requests are many', () => {
  it('goes by the latest, however HubSpot orders them, and reads on after twenty', async () => {
    const dealId = await account.promoDeal();
    for (let attempt = 1; attempt <= 21; attempt += 1) {
      expect(await app.request(dealId)).toMatchObject({ ok: true, request: { attempt } });
      const opened = await app.open(dealId);
      await account.moveToColumn((opened.ok && opened.request?.ticketId) || '', 'Declined');
    }
    expect(await app.open(dealId)).toMatchObject({ ok: true, state: 'declined', request: { attempt: 21 } });
    expect(await app.request(dealId)).toMatchObject({ ok: true, request: { attempt: 22, neededBy: terms.neededBy } });
  });
});
