import { describe, expect, it } from 'vitest';
import { accept, runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';

const decline = { action: 'decline', reason: 'Machine down' } as const;
const requestedIn = async (account: ExpediteAccount) => (await runExpedite(account).requested()).ticketId;
const entries = async (account: ExpediteAccount) =>
  (await account.readLedger()).filter(({ key }) => key.startsWith('slot/'));

describe('a week of one slot', () => {
  it('is full with one, names the next that is not, and is free again as often as a promise is taken back', async () => {
    const account = await startExpediteAccount({ slotsPerWeek: 1 });
    const app = runExpedite(account);
    const [first, second, third] = [
      await requestedIn(account),
      await requestedIn(account),
      await requestedIn(account),
    ] as const;
    await app.marta(first, 1, accept);
    await app.marta(second, 1, { ...accept, date: '2026-12-28' });
    expect(await app.marta(third, 1, accept)).toMatchObject({
      code: 'week_full',
      expedite: { week: '2026-W52', nextFree: '2027-W01' },
    });
    // Given back, its place is used up: the next taker stands behind it.
    await app.marta(first, 2, decline);
    expect(await app.marta(third, 1, accept)).toMatchObject({ ok: true, state: 'held' });
    expect(await account.slots()).toEqual(['slot/2026-W52/2', 'slot/2026-W53/1']);
    await app.marta(third, 2, decline);
    const fourth = await requestedIn(account);
    expect(await app.openTicket(fourth)).toMatchObject({
      weeks: expect.arrayContaining([
        { week: '2026-W52', used: 0, slots: 1 },
        { week: '2026-W53', used: 1, slots: 1 },
      ]) as unknown,
    });
    expect(await app.marta(fourth, 1, accept)).toMatchObject({ ok: true, state: 'held' });
    expect(await account.slots()).toEqual(['slot/2026-W52/3', 'slot/2026-W53/1']);
    expect(await app.marta(await requestedIn(account), 1, accept)).toMatchObject({ code: 'week_full' });
    expect([...new Set((await entries(account)).map(({ kind }) => kind))]).toEqual(['slot']);
    await account.stop();
  });
});

describe('an account without slots', () => {
  it('promises nothing, and names no free week', async () => {
    const account = await startExpediteAccount({ slotsPerWeek: 0 });
    const app = runExpedite(account);
    const ticketId = await requestedIn(account);
    const opened = await app.openTicket(ticketId);
    expect(opened.ok && opened.weeks[0]).toEqual({ week: '2026-W52', used: 0, slots: 0 });
    expect(await app.marta(ticketId, 1, accept)).toMatchObject({
      code: 'week_full',
      expedite: { week: '2026-W52', nextFree: null },
    });
    await account.stop();
  });
});

describe('a slot', () => {
  it('that HubSpot refuses although nobody has it is no full week', async () => {
    const account = await startExpediteAccount();
    const ticketId = await requestedIn(account);
    account.injectFault((request) =>
      request.method === 'POST' && request.url.endsWith('/p_terms_ledger')
        ? Response.json({ status: 'error', message: 'busy', category: 'CONFLICT' }, { status: 409 })
        : null,
    );
    expect(await runExpedite(account).marta(ticketId, 1, accept)).toMatchObject({ ok: false, code: 'unavailable' });
    account.injectFault(null);
    expect(await runExpedite(account).marta(ticketId, 1, accept)).toMatchObject({ ok: true });
    await account.stop();
  });

  it('is taken once, though the decision it was taken for was lost', async () => {
    const account = await startExpediteAccount();
    const ticketId = await requestedIn(account);
    let slotsMade = 0;
    account.injectFault((request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/p_terms_ledger')) return null;
      slotsMade += 1;
      return slotsMade === 1 ? null : Response.json({ message: 'no' }, { status: 400 });
    });
    expect(await runExpedite(account).marta(ticketId, 1, accept)).toMatchObject({ ok: false });
    account.injectFault(null);
    expect(await account.slots()).toEqual(['slot/2026-W52/1']);
    expect(await runExpedite(account).marta(ticketId, 1, accept)).toMatchObject({
      ok: true,
      weeks: expect.arrayContaining([{ week: '2026-W52', used: 1, slots: 5 }]) as unknown,
    });
    expect(await account.slots()).toEqual(['slot/2026-W52/1']);
    await account.stop();
  });

  it('whose entry somebody edited is nobody’s, and its place is not taken again', async () => {
    const account = await startExpediteAccount({ slotsPerWeek: 1 });
    await account.writeLedger('slot/2026-W52/1', 'slot', 'typed here');
    const ticketId = await requestedIn(account);
    expect(await runExpedite(account).marta(ticketId, 1, accept)).toMatchObject({ ok: true });
    expect((await entries(account)).map(({ key }) => key).sort()).toEqual(['slot/2026-W52/1', 'slot/2026-W52/2']);
    await account.stop();
  });
});

describe('a request', () => {
  it('may run out today and be needed today; beyond, it says what to enter', async () => {
    const account = await startExpediteAccount();
    const app = runExpedite(account);
    const today = { neededBy: '2026-11-23', offerExpires: '2026-11-23' };
    expect(await app.request(await account.promoDeal(), today)).toMatchObject({ ok: true });
    const messages = async (changes: Partial<typeof terms>) => {
      const reply = await app.request(await account.promoDeal(), changes);
      return (reply.ok ? [] : (reply.fields ?? [])).map(({ field, message }) => `${field}: ${message}`);
    };
    expect(await messages({ neededBy: '2026-11-22', offerExpires: '2026-11-22', daysSaved: 43 })).toEqual([
      'offerExpires: the offer must not have expired yet',
      'neededBy: the date is past',
      'daysSaved: at most 42 can be saved, the lead time in days',
    ]);
    expect(await messages({ neededBy: '2099-01-01', offerExpires: '2099-01-01' })).toEqual([
      'offerExpires: no offer stands for so long',
      'neededBy: nobody plans that far ahead',
    ]);
    await account.stop();
  });

  it('keeps the terms of today where no other are asked for', async () => {
    const account = await startExpediteAccount();
    const reply = await runExpedite(account).ask(await account.promoDeal(), {
      action: 'request',
      terms: { ...terms, paymentPlan: null },
      by: 'Oliver Hughes',
    });
    expect(reply).toMatchObject({ ok: true, request: { paymentPlan: null } });
    await account.stop();
  });
});
