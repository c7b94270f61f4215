import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';

let account: ExpediteAccount;
let app: ReturnType<typeof runExpedite>;
beforeAll(async () => {
  account = await startExpediteAccount({ slotsPerWeek: 40 });
  app = runExpedite(account);
});
afterAll(() => account.stop());

const by = 'Oliver Hughes';
const at = (clock: string) => runExpedite(account, { clock: () => Date.parse(clock) });
const counter = { action: 'counter', date: '2026-12-28', cost: 2500, reason: 'Night shift' } as const;
const weekOf = (reply: Awaited<ReturnType<typeof app.marta>>) => (reply.ok ? reply.weeks[0]?.week : reply.code);

describe('a rep', () => {
  it('changes and takes back only what was asked for', async () => {
    const dealId = await account.promoDeal();
    const none = { ok: false, code: 'not_possible', expedite: { state: 'none' } };
    expect(await app.ask(dealId, { action: 'withdraw', revision: 0, by })).toMatchObject(none);
    expect(await app.ask(dealId, { action: 'accept', revision: 0, by })).toMatchObject(none);
    expect(await app.ask(dealId, { action: 'update', revision: 0, terms, by })).toMatchObject(none);
  });

  it('cannot change a request to what cannot be', async () => {
    const { dealId } = await app.requested();
    expect(
      await app.ask(dealId, { action: 'update', revision: 1, terms: { ...terms, daysSaved: 43 }, by }),
    ).toMatchObject({ code: 'invalid_field', fields: [{ field: 'daysSaved' }] });
  });

  it('who changes the same request to two different things has made one change', async () => {
    const { dealId } = await app.requested();
    const update = (daysSaved: number) =>
      app.ask(dealId, { action: 'update', revision: 1, terms: { ...terms, daysSaved }, by });
    expect(await update(14)).toMatchObject({ ok: true, request: { revision: 2, daysSaved: 14 } });
    expect(await update(14)).toMatchObject({ ok: true, request: { revision: 2, daysSaved: 14 } });
    expect(await update(7)).toMatchObject({ ok: false, code: 'already_decided', expedite: { by } });
  });

  it('takes a counter-offer, once there is one, and hears the same when the answer is lost', async () => {
    const { dealId, ticketId } = await app.requested();
    const take = (revision: number, who = by) => app.ask(dealId, { action: 'accept', revision, by: who });
    expect(await take(1)).toMatchObject({ code: 'not_possible', expedite: { state: 'requested' } });
    expect(await app.marta(ticketId, 1, counter)).toMatchObject({
      ok: true,
      state: 'countered',
      request: { promisedDate: '2026-12-28', daysPromised: 14, cost: 2500, week: null },
    });
    expect(await take(2)).toMatchObject({ ok: true, state: 'held', request: { week: '2026-W53', cost: 2500 } });
    expect(await take(2)).toMatchObject({ ok: true, state: 'held', request: { revision: 3 } });
    expect(await take(2, 'Lena Brandt')).toMatchObject({ code: 'already_decided', expedite: { by } });
    // Held, but by no answer to this revision.
    expect(await take(1)).toMatchObject({ code: 'not_possible', expedite: { state: 'held' } });
    expect(await take(3)).toMatchObject({ code: 'not_possible', expedite: { state: 'held' } });
    await app.marta(ticketId, 3, { action: 'decline', reason: 'Machine down' });
    expect(await take(3)).toMatchObject({ code: 'not_possible', expedite: { state: 'declined' } });
  });

  it('takes no counter-offer whose date or cost somebody deleted from the ticket', async () => {
    for (const name of ['expedite_promised_date', 'expedite_cost']) {
      const { dealId, ticketId } = await app.requested();
      await app.marta(ticketId, 1, counter);
      await account.moveTicket(ticketId, { [name]: '' });
      expect(await app.ask(dealId, { action: 'accept', revision: 2, by })).toMatchObject({
        code: 'not_possible',
        expedite: { state: 'countered' },
      });
    }
  });
});

describe('operations', () => {
  it('promise from today on', async () => {
    const { ticketId } = await app.requested();
    expect(await app.marta(ticketId, 1, { ...accept, date: '2026-11-23' })).toMatchObject({
      ok: true,
      request: { week: '2026-W48', daysPromised: 49 },
    });
  });

  it('see the weeks from the promised one on; from this one on where there is none, or it is over', async () => {
    const { ticketId } = await app.requested();
    expect(weekOf(await app.marta(ticketId, 1, counter))).toBe('2026-W53');
    expect(weekOf(await app.marta(ticketId, 2, { action: 'decline', reason: 'Machine down' }))).toBe('2026-W48');
    const { ticketId: other } = await app.requested();
    expect(weekOf(await app.marta(other, 1, { action: 'decline', reason: 'Machine down' }))).toBe('2026-W48');
    const { ticketId: shipped } = await app.requested();
    await app.marta(shipped, 1, { ...accept, date: '2026-12-01' });
    await app.marta(shipped, 2, { action: 'confirm' });
    const later = at('2026-12-10T10:00:00Z');
    expect(weekOf(await later.marta(shipped, 3, { action: 'ship', actualCost: 3000 }))).toBe('2026-W50');
  });

  it('of whom two promise at once hold one slot', async () => {
    const { ticketId } = await app.requested();
    account.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    const replies = await Promise.all([
      app.decide(ticketId, { decision: { ...accept, date: '2027-01-04' }, revision: 1, by: 'Marta Keller' }),
      app.decide(ticketId, { decision: { ...accept, date: '2027-01-05' }, revision: 1, by: 'Henrik Vogel' }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'made' : reply.code)).sort()).toEqual(['already_decided', 'made']);
    // Each took one; once no claim is under way, entries of one ticket count once.
    expect(await at('2026-11-23T10:10:00Z').openTicket(ticketId)).toMatchObject({
      weeks: [{ week: '2027-W01', used: 1 }, {}, {}, {}, {}],
    });
  });

  it('of whom one promises while the other declines hold the slot only of a promise', async () => {
    const { ticketId } = await app.requested();
    const before = await account.slots();
    let isDeclined = false;
    // The promise has its slot; before it is written down, somebody else has declined.
    account.injectFault((request) => {
      if (isDeclined || request.method !== 'POST' || !request.url.endsWith('/p_terms_ledger')) return null;
      return request
        .clone()
        .text()
        .then(async (body) => {
          if (body.includes('decision/') && !isDeclined) {
            isDeclined = true;
            await app.decide(ticketId, {
              decision: { action: 'decline', reason: 'No lorry' },
              revision: 1,
              by: 'Henrik Vogel',
            });
          }
          return account.emulator.fetch(request);
        });
    });
    const reply = await app.marta(ticketId, 1, { ...accept, date: '2027-01-04' });
    account.injectFault(null);
    expect(reply).toMatchObject({ ok: false, code: 'already_decided', expedite: { by: 'Henrik Vogel' } });
    expect((await account.slots()).filter((slot) => !before.includes(slot))).toEqual([]);
    expect(await app.openTicket(ticketId)).toMatchObject({ state: 'declined', request: { week: null } });
  });

  it('who go back on a promise give back the slot of their ticket, and no other', async () => {
    const [one, other] = [await app.requested(), await app.requested()];
    for (const { ticketId } of [one, other]) await app.marta(ticketId, 1, { ...accept, date: '2026-12-08' });
    const held = (await account.slots()).filter((slot) => slot.startsWith('slot/2026-W50/'));
    await app.marta(one.ticketId, 2, { action: 'decline', reason: 'Machine down' });
    expect((await account.slots()).filter((slot) => slot.startsWith('slot/2026-W50/'))).toHaveLength(held.length - 1);
    expect(await app.openTicket(other.ticketId)).toMatchObject({ state: 'held', request: { week: '2026-W50' } });
  });
});

describe('what a ticket shows', () => {
  it('is the deal’s, in its currency, with the best trade of its score', async () => {
    const { ticketId } = await app.requested();
    expect(await app.openTicket(ticketId)).toMatchObject({
      deal: { currency: 'EUR', bestTrade: expect.stringContaining('on delivery') as unknown },
    });
    const dealId = await account.createDeal({ amount: '60000', terms_lead_time_days: '42' });
    const made = await app.request(dealId);
    expect(await app.openTicket((made.ok && made.request?.ticketId) || '')).toMatchObject({
      ok: true,
      deal: { company: null, amount: 60_000 },
    });
  });

  it('is no gain on the usual day, and a gain one day sooner', async () => {
    const { ticketId } = await app.requested();
    expect(await app.openTicket(ticketId, { date: '2027-01-11', cost: 0 })).toMatchObject({
      trade: { daysSaved: 0, gain: null, week: '2027-W02' },
    });
    expect(await app.openTicket(ticketId, { date: '2027-01-10', cost: 0 })).toMatchObject({
      trade: { daysSaved: 1, gain: expect.any(Number) as unknown },
    });
  });

  it('is no trade for a deal that can no longer be weighed, and the weeks from this one on', async () => {
    const { dealId, ticketId } = await app.requested();
    await account.updateDeal(dealId, { amount: '' });
    expect(await app.openTicket(ticketId)).toMatchObject({
      ok: true,
      trade: null,
      weeks: [{ week: '2026-W48' }, {}, {}, {}, {}],
    });
  });

  it('is on the card with whether somebody in operations decides', async () => {
    const { dealId } = await app.requested();
    expect(await app.open(dealId)).toMatchObject({ ok: true, hasOperations: true });
    const own = await startExpediteAccount({ opsOwnerId: null });
    expect(await runExpedite(own).open(await own.promoDeal())).toMatchObject({ ok: true, hasOperations: false });
    await own.stop();
  });
});
