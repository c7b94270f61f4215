import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readEntriesAfter } from '../../serverless/once/numbered-entries.ts';
import { isEntryOf, onceEntry, readOnceBody } from '../../serverless/once/once-entry.ts';
import type { OnceChange } from '../../serverless/once/once-entry.ts';
import { claim, claimEntry, claimOf, notifyOnce } from '../../serverless/once/once.ts';
import { createJsonRecords } from '../../serverless/ports/json-records.ts';
import { connectLedger } from '../../serverless/ports/ledger-port.ts';
import { createTimelinePort } from '../../serverless/ports/timeline-port.ts';
import { giveOwnerTask, readOwnerTaskIds } from '../../serverless/tasks/owner-task.ts';
import type { OwnerTask } from '../../serverless/tasks/owner-task.ts';
import { startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
let dealId: string;
beforeAll(async () => {
  account = await startAccount();
  account.emulator.setUp({
    owners: [{ id: '11', userId: 1, email: 'ann@example.com', firstName: 'Ann', lastName: 'Archer' }],
  });
  dealId = await account.createDeal({});
});
afterEach(() => account.injectFault(null));
afterAll(() => account.stop());

const at = '2026-11-23T12:00:00.000Z';
const change: OnceChange = { key: 'offer/7/1', kind: 'offer', by: 'Lena Brandt', at, wanted: { action: 'ask' } };
const connect = (ledgerKey: string | null = null) => ({
  ...connectLedger(account.installer(), ledgerKey),
  ...createTimelinePort(createJsonRecords(account.installer())),
});
/** Some of the next writes to a path are answered by this status. */
const answerWith = (status: number, path: string, times: number) => {
  let left = times;
  account.injectFault((request) => {
    if (request.method !== 'POST' || !request.url.endsWith(path) || left === 0) return null;
    left -= 1;
    return Response.json({ status: 'error', message: 'No.', correlationId: 'c', category: 'NO' }, { status });
  });
};

describe('the entry of a change', () => {
  it('says what was wanted, what is remembered and whether everybody knows', () => {
    expect(onceEntry(change, false)).toEqual({
      key: 'offer/7/1',
      kind: 'offer',
      author: 'Lena Brandt',
      writtenAt: at,
      body: '{"wanted":{"action":"ask"}}',
    });
    expect(onceEntry({ ...change, event: { revision: 1 } }, true).body).toBe(
      '{"wanted":{"action":"ask"},"event":{"revision":1},"notified":true}',
    );
  });

  it.each([
    ['{"wanted":{"a":1}}', { wanted: { a: 1 }, event: undefined, isNotified: false }],
    ['{"wanted":{"a":1},"event":2,"notified":true}', { wanted: { a: 1 }, event: 2, isNotified: true }],
    ['{"wanted":{"a":1},"notified":false}', { wanted: { a: 1 }, event: undefined, isNotified: false }],
    // From before.
    ['{"wanted":"{\\"a\\":1}","told":true}', { wanted: { a: 1 }, event: undefined, isNotified: true }],
    ['{"wanted":"plain"}', { wanted: 'plain', event: undefined, isNotified: false }],
    [
      '{"action":"ask","more":1,"told":true}',
      { wanted: { action: 'ask', more: 1 }, event: undefined, isNotified: true },
    ],
    ['no JSON', null],
    ['', null],
    ['[1]', null],
    ['{"notified":"yes"}', null],
  ])('is read from %s', (body, read) => {
    expect(readOnceBody(body)).toEqual(read);
  });

  it('is of this change when the same person wants the same', () => {
    const body = '{"wanted":{"action":"ask"},"event":{"revision":1},"notified":true}';
    expect(isEntryOf({ body, author: 'Lena Brandt' }, change)).toBe(true);
    expect(isEntryOf({ body, author: 'Marta Keller' }, change)).toBe(false);
    expect(isEntryOf({ body, author: 'Lena Brandt' }, { ...change, wanted: { action: 'offer' } })).toBe(false);
    expect(isEntryOf({ body: 'no JSON', author: 'Lena Brandt' }, change)).toBe(false);
  });
});

describe('a place in the ledger', () => {
  const entry = (key: string, author = 'Lena Brandt') => onceEntry({ ...change, key, kind: 'task', by: author }, false);

  it('is taken by one', async () => {
    const ledger = connect();
    expect(await claimEntry(ledger, entry('task/a'))).toEqual({
      isFirst: true,
      recordId: expect.any(String) as string,
    });
    expect(await claimEntry(ledger, entry('task/a', 'Marta Keller'))).toMatchObject({
      isFirst: false,
      before: { author: 'Lena Brandt', body: '{"wanted":{"action":"ask"}}' },
    });
  });

  it('is tried for again where HubSpot refuses it and nobody is in it', async () => {
    answerWith(409, '/p_terms_ledger', 1);
    expect(await claimEntry(connect(), entry('task/b'))).toMatchObject({ isFirst: true });
    answerWith(409, '/p_terms_ledger', 2);
    expect(await claimEntry(connect(), entry('task/c'))).toEqual({ isFirst: false, before: null });
    answerWith(409, '/p_terms_ledger', 2);
    expect(await claim(connect(), { ...change, key: 'task/d' })).toEqual({ ok: false, winner: null });
  });

  it('is taken from what somebody forged', async () => {
    await account.writeLedger('decision/9/1', 'decision', '{"wanted":{"action":"approve"}}');
    const ledger = connect('a-key-of-some-length');
    const claimed = await claimEntry(ledger, onceEntry({ ...change, key: 'decision/9/1', kind: 'decision' }, false));
    expect(claimed).toMatchObject({ isFirst: false, before: { author: 'Lena Brandt', isGenuine: true } });
  });

  it('says to whoever comes again when it was first, and to others who was', async () => {
    const ledger = connect();
    const mine = { ...change, key: 'task/e', kind: 'task', event: { revision: 1 } } as const;
    expect(await claim(ledger, mine)).toEqual({
      ok: true,
      at,
      event: { revision: 1 },
      isRepeat: false,
      isNotified: false,
    });
    const later = '2026-11-23T12:00:05.000Z';
    expect(await claim(ledger, { ...mine, at: later, event: { revision: 2 } })).toEqual({
      ok: true,
      at,
      event: { revision: 1 },
      isRepeat: true,
      isNotified: false,
    });
    expect(await claim(ledger, { ...mine, by: 'Marta Keller' })).toMatchObject({
      ok: false,
      winner: { author: 'Lena Brandt' },
    });
    await ledger.putEntry(onceEntry(mine, true));
    const stored = (await ledger.readEntries(['task/e'])).get('task/e');
    if (stored === undefined) throw new Error('expected the entry');
    expect(claimOf(stored, mine)).toMatchObject({ ok: true, isRepeat: true, isNotified: true });
    expect(claimOf({ ...stored, isGenuine: false }, mine)).toMatchObject({ ok: false });
  });
});

describe('whoever is to know', () => {
  it('is notified once, by a note and a task, and the entry says so', async () => {
    const crm = connect();
    const about = { type: 'deals', id: await account.createDeal({}) } as const;
    const mine = { ...change, key: 'task/f', kind: 'task', event: 1 } as const;
    const made = { ok: true, at, event: 1, isRepeat: false, isNotified: false } as const;
    const notice = { about, body: 'Asked', task: { subject: 'Approve', ownerId: null, about: [about] } };
    await notifyOnce(crm, { ...mine, at: '2026-11-23T12:00:05.000Z' }, made, notice);
    await notifyOnce(crm, mine, { ...made, isRepeat: true }, notice);
    expect(await crm.timeline(about)).toMatchObject({
      notes: [{ body: 'Asked', at }],
      tasks: [{ body: 'Asked', at }],
    });
    expect((await crm.readEntries(['task/f'])).get('task/f')).toMatchObject({
      body: '{"wanted":{"action":"ask"},"event":1,"notified":true}',
      writtenAt: at,
    });
    await notifyOnce(crm, mine, { ...made, isNotified: true }, { ...notice, body: 'Again' });
    await notifyOnce(crm, mine, made, { ...notice, body: 'No task', task: null });
    const { notes, tasks } = await crm.timeline(about);
    expect([notes.length, tasks.length]).toEqual([2, 1]);
  });
});

describe('numbered entries', () => {
  it('are read up to the first that is missing, however many there are', async () => {
    const keys = Array.from({ length: 103 }, (_, place) => `meeting/${place + 1}`).filter(
      (key) => key !== 'meeting/102',
    );
    for (const batch of [keys.slice(0, 60), keys.slice(60)])
      await account.api('POST', '/crm/v3/objects/p_terms_ledger/batch/create', {
        inputs: batch.map((key) => ({ properties: { entry_key: key, kind: 'meeting', body: '{}' } })),
      });
    const after = async (number: number) =>
      (await readEntriesAfter(connect(), (place) => `meeting/${place}`, number)).map(({ key }) => key);
    expect(await after(0)).toEqual(keys.slice(0, 101));
    expect(await after(1)).toEqual(keys.slice(1, 101));
    expect(await after(99)).toEqual(['meeting/100', 'meeting/101']);
    expect(await after(101)).toEqual([]);
  });
});

describe('an owner’s task', () => {
  const task = (key: string, more: Partial<OwnerTask> = {}): OwnerTask => ({
    key,
    by: 'Lena Brandt',
    at,
    dueAt: '2027-03-01T22:59:59.000Z',
    ownerId: '11',
    subject: 'Decided: more stock',
    body: 'More stock & less waiting',
    about: [{ type: 'deals', id: dealId }],
    mayComeTwice: true,
    ...more,
  });
  const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
  const given = { status: 'given', isFirst: true, by: 'Lena Brandt' };
  const tasksNow = async () => (await connect().timeline({ type: 'deals', id: dealId })).tasks.length;

  it('is made once, and its id is remembered', async () => {
    const before = await tasksNow();
    const crm = connect();
    expect(await giveOwnerTask(crm, task('task/g'))).toEqual(given);
    expect(await giveOwnerTask(crm, task('task/g', { at: later(5) }))).toEqual(given);
    expect(await giveOwnerTask(crm, task('task/g', { by: 'Marta Keller' }))).toEqual({ ...given, isFirst: false });
    const { tasks } = await crm.timeline({ type: 'deals', id: dealId });
    expect(tasks).toHaveLength(before + 1);
    expect(tasks.at(-1)).toMatchObject({ body: 'More stock &amp; less waiting', at: '2027-03-01T22:59:59.000Z' });
    expect(await readOwnerTaskIds(crm, ['task/g', 'task/nowhere'])).toEqual(new Map([['task/g', tasks.at(-1)?.id]]));
    expect(await readOwnerTaskIds(crm, [])).toEqual(new Map());
  });

  it('is not made twice while another call may be making it, and is afterwards', async () => {
    const crm = connect();
    const one = task('task/h', { body: 'h' });
    await claim(crm, { key: 'task/h', kind: 'task', by: 'Lena Brandt', at, wanted: { ownerId: '11' } });
    const before = await tasksNow();
    expect(await giveOwnerTask(crm, { ...one, at: later(14_999) })).toEqual({ status: 'in_flight' });
    expect(await giveOwnerTask(crm, { ...one, about: [], at: later(20_000) })).toEqual({ status: 'unknown' });
    expect(await tasksNow()).toBe(before);
    expect(await giveOwnerTask(crm, { ...one, at: later(15_000) })).toEqual(given);
    expect(await giveOwnerTask(crm, { ...one, at: later(16_000) })).toEqual(given);
    expect(await tasksNow()).toBe(before + 1);
  });

  it('is made up for at once where the request comes once', async () => {
    const crm = connect();
    await claim(crm, { key: 'task/i', kind: 'task', by: 'Lena Brandt', at, wanted: { ownerId: '11' } });
    const before = await tasksNow();
    const once = task('task/i', { body: 'i', mayComeTwice: false, dueAt: null, at: later(1000) });
    expect(await giveOwnerTask(crm, once)).toEqual(given);
    // Due when it was first asked for.
    const { tasks } = await crm.timeline({ type: 'deals', id: dealId });
    expect([tasks.length, tasks.at(-1)?.at]).toEqual([before + 1, at]);
  });

  it('is found where only its answer was lost', async () => {
    const before = await tasksNow();
    account.emulator.faults.inject({ kind: 'reset_after', pathHas: '/objects/tasks', times: 1 });
    const one = task('task/j', { body: 'j' });
    await expect(giveOwnerTask(connect(), one)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await giveOwnerTask(connect(), one)).toEqual(given);
    expect(await tasksNow()).toBe(before + 1);
    expect((await readOwnerTaskIds(connect(), ['task/j'])).size).toBe(1);
  });

  it('is tried again at once after HubSpot said no', async () => {
    answerWith(400, '/objects/tasks', 1);
    const before = await tasksNow();
    const one = task('task/k', { body: 'k' });
    await expect(giveOwnerTask(connect(), one)).rejects.toMatchObject({ kind: 'validation' });
    expect(await giveOwnerTask(connect(), one)).toEqual(given);
    expect(await tasksNow()).toBe(before + 1);
    expect((await connect().readEntries(['task/k/2'])).size).toBe(1);
  });

  it('is refused where its entry is, and unknown after five tries', async () => {
    answerWith(409, '/p_terms_ledger', 2);
    expect(await giveOwnerTask(connect(), task('task/l'))).toEqual({ status: 'refused' });
    const crm = connect();
    for (const key of ['task/m', 'task/m/2', 'task/m/3', 'task/m/4', 'task/m/5'])
      await crm.putEntry(
        onceEntry(
          { key, kind: 'task', by: 'Lena Brandt', at, wanted: { ownerId: '11' }, event: { isRefused: true } },
          false,
        ),
      );
    expect(await giveOwnerTask(crm, task('task/m'))).toEqual({ status: 'unknown' });
  });
});
