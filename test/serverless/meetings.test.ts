import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openDealReplySchema,
  openMeetingReplySchema,
  recordMeetingReplySchema,
  saveThemesReplySchema,
} from '@deal-terms/core/contracts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { openMeeting } from '../../serverless/functions/open-meeting.ts';
import { recordMeeting } from '../../serverless/functions/record-meeting.ts';
import { saveThemes } from '../../serverless/functions/save-themes.ts';
import { nowMs, runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
let dealId: string;
beforeEach(async () => {
  account = await startAccount();
  account.emulator.setUp({
    owners: [{ id: '11', userId: 1, email: 'ann@example.com', firstName: 'Ann', lastName: 'Archer' }],
  });
  dealId = await account.createDeal({ amount: '1000', terms_themes: 'stock_outs' });
});
afterEach(() => account.stop());

type App = ReturnType<typeof runApp>;
const open = async (app: App = runApp(account)) => {
  const reply = await app.page(openMeeting)({ parameters: {} });
  expect(openMeetingReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  if (!reply.ok) throw new Error(reply.code);
  return reply;
};
const record = async (parameters: object, app: App = runApp(account)) => {
  const reply = await app.page(recordMeeting)({ parameters: { by: 'Grace Whitfield', ...parameters } });
  expect(recordMeetingReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  return reply;
};
const decision = (more: object = {}) => ({
  action: 'decide',
  id: 'decision-1',
  subject: { kind: 'theme', id: 'stock_outs' },
  what: 'Safety stock for promotions from March',
  ownerId: '11',
  dueOn: '2027-03-01',
  dealIds: [dealId],
  ...more,
});
const tasks = async () => {
  const answer: unknown = await account.api('POST', '/crm/v3/objects/tasks/search', {
    properties: ['hs_task_subject', 'hs_task_body', 'hs_timestamp', 'hubspot_owner_id', 'hs_task_status'],
    limit: 100,
  });
  return (answer as { results: { id: string; properties: Record<string, string> }[] }).results;
};
const change = async (basedOn: number, wanted: object, by = 'Grace Whitfield', app: App = runApp(account)) => {
  const reply = await app.page(saveThemes)({ parameters: { basedOn, change: wanted, by } });
  expect(saveThemesReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  return reply;
};
const namesOf = (list: { themes: readonly { name: string; isRetired: boolean }[] }) =>
  list.themes.filter(({ isRetired }) => !isRetired).map(({ name }) => name);
/** The next writes of new entries are let through together, when all of them have been sent. */
const together = (count: number) => {
  const waiting: (() => void)[] = [];
  account.injectFault((request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/p_terms_ledger') || waiting.length >= count) return null;
    return new Promise<Response>((resolve) => {
      waiting.push(() => resolve(account.emulator.fetch(request)));
      if (waiting.length === count) for (const go of waiting) go();
    });
  });
};
const openCard = async (app: App = runApp(account)) => {
  const reply = await app.main(openDeal)({ propertiesToSend: await app.attest(dealId), parameters: {} });
  expect(openDealReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  if (!reply.ok) throw new Error(reply.code);
  return reply;
};

describe.each(['v3', '2026-09'] as const)('a decision over the %s paths', (family) => {
  it('is kept, told to the owner by a task on the deals, and seen on the card in the call it makes anyway', async () => {
    const app = runApp(account, { family });
    const before = await openCard(app);
    const callsBefore = app.requests().length;
    expect(before.decisions).toEqual([]);
    expect(await record(decision(), app)).toMatchObject({
      ok: true,
      hasTask: true,
      record: {
        version: 1,
        discussed: { themes: { stock_outs: '2026-11-23' }, deals: {} },
        decisions: [
          {
            id: 'decision-1',
            what: 'Safety stock for promotions from March',
            ownerId: '11',
            dueOn: '2027-03-01',
            decidedOn: '2026-11-23',
            by: 'Grace Whitfield',
            outcome: 'open',
            settledOn: null,
          },
        ],
      },
    });
    expect(app.requests().length - callsBefore).toBe(11);
    expect((await tasks()).map(({ properties }) => properties)).toMatchObject([
      {
        hs_task_subject: 'Decided: Safety stock for promotions from March',
        hs_task_body:
          'Safety stock for promotions from March<br><br>Decided on 2026-11-23 about the theme Stock-outs. Written down by Grace Whitfield.',
        // The end of the day in Berlin.
        hs_timestamp: '2027-03-01T22:59:59.000Z',
        hubspot_owner_id: '11',
        hs_task_status: 'NOT_STARTED',
      },
    ]);
    const reader = runApp(account, { family });
    expect((await openCard(reader)).decisions).toEqual([
      {
        id: 'decision-1',
        subject: { kind: 'theme', id: 'stock_outs' },
        what: 'Safety stock for promotions from March',
        decidedOn: '2026-11-23',
      },
    ]);
    expect(reader.requests()).toHaveLength(callsBefore);
  });
});

describe('a decision', () => {
  it('about a deal is that deal’s alone', async () => {
    const other = await account.createDeal({ amount: '1', terms_themes: 'stock_outs' });
    expect(await record(decision({ subject: { kind: 'deal', id: other }, dealIds: [dealId] }))).toMatchObject({
      ok: true,
      hasTask: true,
    });
    expect((await openCard()).decisions).toEqual([]);
    const [task] = await tasks();
    const linked: unknown = await account.api('GET', `/crm/v4/objects/tasks/${task?.id ?? ''}/associations/deals`);
    expect(linked).toMatchObject({ results: [{ toObjectId: Number(other) }] });
  });

  it('sent again does nothing twice, and says the same', async () => {
    const first = await record(decision());
    expect(await record(decision())).toEqual(first);
    expect(await tasks()).toHaveLength(1);
    expect((await open()).record.version).toBe(1);
  });

  it('sent again with other words is none', async () => {
    await record(decision());
    expect(await record(decision({ what: 'Something else' }))).toMatchObject({ ok: false, code: 'conflict' });
    expect(await tasks()).toHaveLength(1);
  });

  it('twice at the same moment makes one task', async () => {
    together(2);
    const replies = await Promise.all([record(decision()), record(decision())]);
    expect(replies.filter((reply) => reply.ok).length).toBeGreaterThan(0);
    expect(await record(decision(), runApp(account, { clock: () => nowMs + 20_000 }))).toMatchObject({
      ok: true,
      hasTask: true,
    });
    expect(await tasks()).toHaveLength(1);
    expect((await open()).record.decisions).toHaveLength(1);
  });

  it('and another at the same moment are both kept', async () => {
    const ids = ['decision-1', 'decision-2', 'decision-3'];
    together(3);
    const replies = await Promise.all(ids.map((id) => record(decision({ id, what: `Decision ${id}` }))));
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { record: kept } = await open();
    expect(kept.version).toBe(3);
    expect(kept.decisions.map(({ id }) => id).sort()).toEqual(ids);
    expect(await tasks()).toHaveLength(3);
    expect((await openCard()).decisions).toHaveLength(2);
  });

  it('whose task’s answer was lost finds the task again', async () => {
    account.emulator.faults.inject({ kind: 'reset_after', pathHas: '/objects/tasks', times: 1 });
    const lost = await record(decision());
    expect(lost.ok).toBe(false);
    const tasksThen = (await tasks()).length;
    const later = runApp(account, { clock: () => nowMs + 20_000 });
    expect(await record(decision(), later)).toMatchObject({ ok: true, hasTask: true });
    expect([tasksThen, (await tasks()).length]).toEqual([1, 1]);
  });

  it('whose task was refused gets it when it is sent again', async () => {
    account.emulator.faults.inject({ kind: 'burst_limit', pathHas: '/objects/tasks', times: 10 });
    expect(await record(decision(), runApp(account, { budgetMs: 1_500 }))).toMatchObject({ ok: false });
    account.emulator.faults.clear();
    expect(await record(decision(), runApp(account, { clock: () => nowMs + 20_000 }))).toMatchObject({
      ok: true,
      hasTask: true,
    });
    expect(await tasks()).toHaveLength(1);
  });

  it('about a theme nobody shows a deal of still has its task, once', async () => {
    expect(await record(decision({ dealIds: [] }))).toMatchObject({ ok: true, hasTask: true });
    expect(await record(decision({ dealIds: [] }))).toMatchObject({ ok: true, hasTask: true });
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['ownerId', { ownerId: '99' }, 'Choose somebody who owns records in this account.'],
    ['dueOn', { dueOn: '2026-11-22' }, 'Enter a day that is still to come.'],
    ['dueOn', { dueOn: '2028-11-23' }, 'Enter a day within two years.'],
    ['subject', { subject: { kind: 'theme', id: 'nonsense' } }, 'This theme is not on the company’s list.'],
  ])('with a bad %s writes nothing: %j', async (field, more, message) => {
    const app = runApp(account);
    expect(await record(decision(more), app)).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field, message }],
    });
    expect([(await open()).record.version, (await tasks()).length]).toEqual([0, 0]);
  });

  it('may be due today, and two years from now', async () => {
    expect(await record(decision({ dueOn: '2026-11-23' }))).toMatchObject({ ok: true });
    expect(await record(decision({ id: 'decision-2', dueOn: '2028-11-22' }))).toMatchObject({ ok: true });
  });

  it('is finished by a repeat that comes after it was due', async () => {
    const due = decision({ dueOn: '2026-11-24' });
    account.emulator.faults.inject({ kind: 'burst_limit', pathHas: '/objects/tasks', times: 10 });
    expect(await record(due, runApp(account, { budgetMs: 1_500 }))).toMatchObject({ ok: false });
    account.emulator.faults.clear();
    const later = runApp(account, { clock: () => nowMs + 3 * 86_400_000 });
    expect(await record(due, later)).toMatchObject({ ok: true, hasTask: true });
    expect(await record(decision({ id: 'decision-2', dueOn: '2026-11-24' }), later)).toMatchObject({
      ok: false,
      fields: [{ field: 'dueOn' }],
    });
  });

  it('tells its owner what it is about, on the deals that are there', async () => {
    await record(decision({ dealIds: [dealId, '987654321'] }));
    await record(decision({ id: 'decision-2', subject: { kind: 'deal', id: dealId }, dealIds: [] }));
    const found = await tasks();
    const bodies = found.map(({ properties }) => properties['hs_task_body']?.split('<br>').at(-1)).sort();
    expect(bodies).toEqual([
      'Decided on 2026-11-23 about the theme Stock-outs. Written down by Grace Whitfield.',
      'Decided on 2026-11-23 about this deal. Written down by Grace Whitfield.',
    ]);
    for (const { id } of found)
      expect(await account.api('GET', `/crm/v4/objects/tasks/${id}/associations/deals`)).toMatchObject({
        results: [{ toObjectId: Number(dealId) }],
      });
  });

  it('and what becomes of it stand in the ledger with who wrote them down and when', async () => {
    await record(decision());
    await record({ action: 'settle', decisionId: 'decision-1', outcome: 'done', by: 'Henrik Vogel' });
    const written = (await account.readLedger()).flatMap(({ key, kind, author, writtenAt }) =>
      key.startsWith('meeting/') ? [[key, kind, author, writtenAt?.slice(0, 16)]] : [],
    );
    expect(written.sort()).toEqual([
      ['meeting/1', 'meeting', 'Grace Whitfield', '2026-11-23T10:00'],
      ['meeting/2', 'meeting', 'Henrik Vogel', '2026-11-23T10:00'],
      ['meeting/current', 'meeting', 'Henrik Vogel', '2026-11-23T10:00'],
    ]);
  });

  it('about a deal that is not there writes nothing', async () => {
    expect(await record(decision({ subject: { kind: 'deal', id: '999999' } }))).toMatchObject({
      ok: false,
      code: 'unknown_deal',
    });
    expect([(await open()).record.version, (await tasks()).length]).toEqual([0, 0]);
  });

  it.each([
    { what: '' },
    { what: ' \n ' },
    { what: 'x'.repeat(161) },
    { id: 'a/b' },
    { ownerId: 'Ann' },
    { dueOn: 'tomorrow' },
    { subject: { kind: 'company', id: '1' } },
    { dealIds: ['1', '2', '3', '4', '5', '6'] },
    { by: '' },
    { more: true },
  ])('that is not as agreed is refused: %j', async (more) => {
    expect(await record(decision(more))).toMatchObject({ ok: false, code: 'invalid_request' });
  });

  it('needs the app to be set up', async () => {
    const bare = await startAccount({ installed: false });
    const app = runApp(bare);
    expect(await app.page(openMeeting)({ parameters: {} })).toMatchObject({ ok: false, code: 'not_installed' });
    expect(await app.page(recordMeeting)({ parameters: { ...decision(), by: 'Grace' } })).toMatchObject({
      ok: false,
      code: 'not_installed',
    });
    await bare.stop();
  });
});

describe('the summary', () => {
  it('holds both of two decisions, whichever is written last', async () => {
    const late: (() => void)[] = [];
    account.injectFault((request) => {
      if (!request.url.endsWith('/p_terms_ledger/batch/upsert') || late.length > 0) return null;
      // The first writer's summary is held back until the second has written its own.
      return new Promise<Response>((resolve) => late.push(() => resolve(account.emulator.fetch(request))));
    });
    const first = record(decision());
    await expect.poll(() => late.length).toBe(1);
    expect(await record(decision({ id: 'decision-2', what: 'Second' }))).toMatchObject({ ok: true });
    for (const go of late) go();
    expect(await first).toMatchObject({ ok: true, hasTask: true });
    expect((await openCard()).decisions.map(({ id }) => id)).toEqual(['decision-2', 'decision-1']);
    expect((await open()).record.version).toBe(2);
  });
});

describe('the next meeting', () => {
  it('opens with what became of the decisions: their tasks, and what the table says', async () => {
    await record(decision());
    await record(decision({ id: 'decision-2', what: 'Pallet space in Lyon' }));
    await record(decision({ id: 'decision-3', what: 'Ask the bank' }));
    const byText = (text: string, all: Awaited<ReturnType<typeof tasks>>) =>
      all.find(({ properties }) => properties['hs_task_subject']?.includes(text))?.id ?? '';
    const all = await tasks();
    await account.api('PATCH', `/crm/v3/objects/tasks/${byText('Safety stock', all)}`, {
      properties: { hs_task_status: 'COMPLETED' },
    });
    await account.api('DELETE', `/crm/v3/objects/tasks/${byText('Pallet space', all)}`);
    const app = runApp(account);
    const opened = await open(app);
    expect(opened.tasks).toEqual({ 'decision-1': 'done', 'decision-2': 'gone', 'decision-3': 'open' });
    expect(app.requests()).toHaveLength(5);
    expect(await record({ action: 'settle', decisionId: 'decision-1', outcome: 'done' })).toMatchObject({ ok: true });
    expect(await record({ action: 'settle', decisionId: 'decision-1', outcome: 'done' })).toMatchObject({
      ok: true,
      record: { version: 4 },
    });
    expect(await record({ action: 'settle', decisionId: 'decision-9', outcome: 'done' })).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field: 'decisionId', message: 'This decision is not on record any more.' }],
    });
    const settled = await open();
    expect(settled.record.decisions[0]).toMatchObject({ outcome: 'done', settledOn: '2026-11-23' });
    expect(settled.tasks).toEqual({ 'decision-2': 'gone', 'decision-3': 'open' });
  });

  it('knows what the last one talked about, and records it once', async () => {
    const talk = { action: 'discuss', id: 'meeting-1', themes: ['storage'], deals: [dealId] };
    expect(await record(talk)).toMatchObject({ ok: true, record: { version: 1 } });
    expect(await record(talk)).toMatchObject({ ok: true, record: { version: 1 } });
    expect((await open()).record).toMatchObject({
      discussed: { themes: { storage: '2026-11-23' }, deals: { [dealId]: '2026-11-23' } },
      lastMeeting: { id: 'meeting-1', on: '2026-11-23' },
    });
    expect(await tasks()).toEqual([]);
  });

  it('finishes what was cut off before the summary was written, and builds it anew when it is damaged', async () => {
    await record(decision());
    account.emulator.faults.inject({ kind: 'server_error', pathHas: 'p_terms_ledger/batch/upsert', times: 10 });
    expect(
      await record(decision({ id: 'decision-2', what: 'Cut off' }), runApp(account, { budgetMs: 1_500 })),
    ).toMatchObject({ ok: false });
    account.emulator.faults.clear();
    expect((await openCard()).decisions).toHaveLength(1);
    expect((await open()).record.decisions.map(({ id }) => id)).toEqual(['decision-1', 'decision-2']);
    expect((await openCard()).decisions).toHaveLength(2);
    await account.api('PATCH', '/crm/v3/objects/p_terms_ledger/meeting%2Fcurrent?idProperty=entry_key', {
      properties: { body: 'somebody typed here' },
    });
    expect((await openCard()).decisions).toEqual([]);
    expect((await open()).record.version).toBe(2);
    expect((await openCard()).decisions).toHaveLength(2);
  });
});

describe('the company’s themes', () => {
  it('are added to, renamed and retired; the card hears of it', async () => {
    expect((await open()).themes.version).toBe(0);
    const added = await change(0, { action: 'add', name: 'Trade fairs' });
    expect(added).toMatchObject({ ok: true, list: { version: 1 } });
    await change(1, { action: 'rename', id: 'trade_fairs', name: 'Fairs' });
    const reply = await change(2, { action: 'retire', id: 'storage' });
    expect(reply).toMatchObject({ ok: true, list: { version: 3 } });
    const { themes } = await openCard();
    expect(namesOf({ themes })).toEqual([
      'Promotion dates',
      'Seasonal cash',
      'Payment runs',
      'Their customers pay late',
      'Bank and credit lines',
      'Stock-outs',
      'Late deliveries',
      'Openings and launches',
      'Budgets and year-end',
      'Purchasing rules',
      'Fairs',
    ]);
  });

  it('are not overwritten by whoever knew an older list', async () => {
    await change(0, { action: 'add', name: 'Trade fairs' });
    expect(await change(0, { action: 'add', name: 'Customs' }, 'Henrik Vogel')).toMatchObject({
      ok: false,
      code: 'conflict',
    });
    expect((await open()).themes.version).toBe(1);
  });

  it('changed by two at the same moment are changed by one, and the other is told', async () => {
    together(2);
    const replies = await Promise.all([
      change(0, { action: 'add', name: 'Trade fairs' }, 'Grace'),
      change(0, { action: 'add', name: 'Customs' }, 'Henrik'),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['conflict', 'ok']);
    expect((await open()).themes).toMatchObject({ version: 1 });
  });

  it('sent again after a lost answer are changed once', async () => {
    await change(0, { action: 'add', name: 'Trade fairs' });
    expect(await change(0, { action: 'add', name: 'Trade fairs' })).toMatchObject({ ok: true, list: { version: 1 } });
    expect(namesOf((await open()).themes).filter((name) => name === 'Trade fairs')).toHaveLength(1);
  });

  it('kept before the list was put in its place are there for the next', async () => {
    account.emulator.faults.inject({ kind: 'server_error', pathHas: 'p_terms_ledger/batch/upsert', times: 10 });
    expect(
      await change(0, { action: 'add', name: 'Trade fairs' }, 'Grace', runApp(account, { budgetMs: 1_500 })),
    ).toMatchObject({ ok: false });
    account.emulator.faults.clear();
    expect(namesOf({ themes: (await openCard()).themes })).not.toContain('Trade fairs');
    expect(namesOf((await open()).themes)).toContain('Trade fairs');
    expect(namesOf({ themes: (await openCard()).themes })).toContain('Trade fairs');
  });

  it('kept before the list was put in its place are what the next change is made to', async () => {
    account.emulator.faults.inject({ kind: 'server_error', pathHas: 'p_terms_ledger/batch/upsert', times: 10 });
    await change(0, { action: 'add', name: 'Trade fairs' }, 'Grace', runApp(account, { budgetMs: 1_500 }));
    account.emulator.faults.clear();
    expect(await change(0, { action: 'add', name: 'Customs' })).toMatchObject({ ok: false, code: 'conflict' });
    expect(namesOf({ themes: (await openCard()).themes })).toContain('Trade fairs');
    expect(await change(1, { action: 'add', name: 'Customs' })).toMatchObject({ ok: true, list: { version: 2 } });
    expect(namesOf({ themes: (await openCard()).themes }).slice(-2)).toEqual(['Trade fairs', 'Customs']);
  });

  it('are told by name what is wrong with a change', async () => {
    expect(await change(0, { action: 'add', name: 'Storage' })).toMatchObject({
      ok: false,
      fields: [{ field: 'name', message: expect.stringMatching(/\w/) as unknown }],
    });
  });

  it.each([
    [{ action: 'add', name: '' }, 'invalid_field'],
    [{ action: 'rename', id: 'gone', name: 'X' }, 'invalid_field'],
    [{ action: 'erase', id: 'storage' }, 'invalid_request'],
  ])('refuse %j with %s', async (wanted, code) => {
    expect(await change(0, wanted)).toMatchObject({ ok: false, code });
    expect((await open()).themes.version).toBe(0);
  });
});
