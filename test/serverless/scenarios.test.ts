import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planScenariosReplySchema } from '@deal-terms/core/contracts';
import { planScenarios } from '../../serverless/functions/plan-scenarios.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

const inputs = (unfundedCost: number, more: object = {}) => ({
  figures: { borrowingRate: 0.09, unfundedCost, contributionMargin: 0.2, certainty: 0.6 },
  excluded: [],
  countsOverdue: false,
  ...more,
});

async function send(parameters: object, app = runApp(account)) {
  const reply = await app.page(planScenarios)({ parameters });
  expect(planScenariosReplySchema.safeParse(reply).success).toBe(true);
  return reply;
}
const keep = (name: string, unfundedCost: number, { by = 'Ann Archer', replaces = null as number | null } = {}) =>
  send({ action: 'keep', scenario: { name, inputs: inputs(unfundedCost) }, replaces, by });
const remove = (name: string, replaces: number | null, by = 'Ann Archer') =>
  send({ action: 'remove', name, replaces, by });
/** Name, number and cost of the orders waiting of each that is kept. */
async function kept(): Promise<(string | number)[][]> {
  const reply = await send({ action: 'read' });
  if (!reply.ok) throw new Error(reply.code);
  return reply.scenarios.map(({ name, number, inputs: { figures } }) => [name, number, figures.unfundedCost]);
}
const body = async (key: string): Promise<unknown> =>
  JSON.parse(
    (
      await account.api(
        'GET',
        `/crm/v3/objects/p_terms_ledger/${encodeURIComponent(key)}?idProperty=entry_key&properties=body`,
      )
    ).properties['body'] ?? 'null',
  );

describe.each(['v3', '2026-09'] as const)('scenarios over the %s paths', (family) => {
  it('are kept, read and removed, in two and four calls, with who kept them and when', async () => {
    const app = runApp(account, { family });
    expect(await send({ action: 'read' }, app)).toEqual({ ok: true, scenarios: [] });
    expect(app.answered).toHaveLength(2);
    const scenario = { name: 'Bank at 12%', inputs: inputs(250_000, { excluded: ['301', '77'], countsOverdue: true }) };
    const expected = { ...scenario, number: 1, by: 'Ann Archer', at: '2026-11-23T10:00:00.000Z' };
    expect(await send({ action: 'keep', scenario, replaces: null, by: 'Ann Archer' }, app)).toEqual({
      ok: true,
      scenarios: [expected],
    });
    expect(app.answered).toHaveLength(2 + 4);
    expect(await send({ action: 'read' }, app)).toEqual({ ok: true, scenarios: [expected] });
    expect(await send({ action: 'remove', name: 'bank AT 12%', replaces: 1, by: 'Bob Baker' }, app)).toEqual({
      ok: true,
      scenarios: [],
    });
    expect(await send({ action: 'read' }, app)).toEqual({ ok: true, scenarios: [] });
  });
});

describe('a kept scenario', () => {
  it('is replaced only by whoever saw it', async () => {
    await keep('Growth', 100_000);
    expect(await keep('growth', 200_000, { by: 'Bob Baker' })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await kept()).toEqual([['Growth', 1, 100_000]]);
    expect(await keep('growth', 200_000, { by: 'Bob Baker', replaces: 1 })).toMatchObject({ ok: true });
    expect(await kept()).toEqual([['growth', 2, 200_000]]);
    expect(await keep('Growth', 300_000, { replaces: 1 })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await remove('Growth', 1)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await kept()).toEqual([['growth', 2, 200_000]]);
  });

  it('is kept once and removed once, however often it is sent', async () => {
    await keep('Growth', 100_000);
    await keep('Growth', 100_000);
    expect(await kept()).toEqual([['Growth', 1, 100_000]]);
    await remove('Growth', 1);
    expect(await remove('Growth', 1)).toEqual({ ok: true, scenarios: [] });
    expect(await body('scenario/current')).toEqual({ latest: 2, standing: [] });
  });

  it('of somebody else, or under a name written otherwise, is another', async () => {
    await keep('Growth', 100_000);
    expect(await keep('Growth', 100_000, { by: 'Bob Baker' })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await keep('GROWTH', 100_000)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await kept()).toEqual([['Growth', 1, 100_000]]);
  });

  it('has a name of one line, whatever was sent', async () => {
    await keep('  Growth\n\t ‮ and  more ', 1);
    expect(await kept()).toEqual([['Growth and more', 1, 1]]);
    for (const name of ['', ' \n ', 'x'.repeat(61)])
      expect(await keep(name, 1)).toMatchObject({ ok: false, code: 'invalid_request' });
    expect(await keep('x'.repeat(60), 1)).toMatchObject({ ok: true });
  });

  it('holds figures a plan can be made of, and nothing else', async () => {
    const refused = [
      inputs(-1),
      inputs(1, { figures: { ...inputs(1).figures, contributionMargin: 1 } }),
      inputs(1, { figures: { ...inputs(1).figures, certainty: 1.01 } }),
      inputs(1, { figures: { borrowingRate: 0.09 } }),
      inputs(1, { excluded: ['not an id'] }),
      inputs(1, { excluded: Array.from({ length: 501 }, (_, index) => `${index}`) }),
      inputs(1, { note: 'Harrow & Pine' }),
    ];
    for (const wrong of refused)
      expect(
        await send({ action: 'keep', scenario: { name: 'Wrong', inputs: wrong }, replaces: null, by: 'Ann' }),
      ).toMatchObject({ ok: false, code: 'invalid_request' });
    expect(await kept()).toEqual([]);
  });
});

describe('two people at once', () => {
  it('both keep theirs under names of their own', async () => {
    const both = account.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    const replies = await Promise.all([keep('One', 1), keep('Two', 2, { by: 'Bob Baker' })]);
    await both.released;
    expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await kept()).map(([name]) => name)).toEqual(['One', 'Two']);
  });

  it('do not overwrite each other under one name: the second is told', async () => {
    account.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    const replies = await Promise.all([keep('Same', 1), keep('Same', 2, { by: 'Bob Baker' })]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok && reply.code === 'conflict')).toHaveLength(1);
    const [first] = replies.flatMap((reply) => (reply.ok ? reply.scenarios : []));
    expect(await kept()).toEqual([['Same', 1, first?.inputs.figures.unfundedCost]]);
  });

  it('cannot have one replace what the other is removing', async () => {
    await keep('Growth', 1);
    account.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    const replies = await Promise.all([keep('Growth', 2, { replaces: 1 }), remove('Growth', 1, 'Bob Baker')]);
    // Removed first, the name is free again; replaced first, the removal is of another scenario.
    const [replaced, removed] = replies;
    expect(replaced).toMatchObject({ ok: true });
    expect((await kept()).map(([name, , cost]) => [name, cost])).toEqual([['Growth', 2]]);
    expect(removed.ok || removed.code === 'conflict').toBe(true);
  });
});

describe('the list of scenarios', () => {
  it('is whole where a change was cut off before it was remembered, or the memory is gone', async () => {
    await keep('One', 1);
    await keep('Two', 2);
    account.injectFault((request) =>
      request.url.includes('/batch/upsert')
        ? Response.json({ status: 'error', message: 'down', correlationId: 'c', category: 'INTERNAL' }, { status: 500 })
        : null,
    );
    const app = runApp(account, { budgetMs: 1_500 });
    const scenario = { name: 'Three', inputs: inputs(3) };
    const cut = await send({ action: 'keep', scenario, replaces: null, by: 'Ann Archer' }, app);
    expect(cut).toMatchObject({ ok: false });
    account.injectFault(null);
    expect(await body('scenario/current')).toEqual({ latest: 2, standing: [1, 2] });
    expect((await kept()).map(([name]) => name)).toEqual(['One', 'Three', 'Two']);
    expect(await keep('Three', 3)).toMatchObject({ ok: true });
    expect(await body('scenario/current')).toEqual({ latest: 3, standing: [1, 3, 2] });
  });

  it('survives entries somebody edited by hand', async () => {
    await account.writeLedger('scenario/1', 'scenario', 'not JSON');
    await account.writeLedger('scenario/2', 'scenario', JSON.stringify({ wanted: { action: 'keep', scenario: {} } }));
    await account.writeLedger('scenario/current', 'scenario', '{"latest":"x"}');
    expect(await kept()).toEqual([]);
    expect(await keep('Growth', 1)).toMatchObject({ ok: true });
    expect(await kept()).toEqual([['Growth', 3, 1]]);
  });

  it.each([
    ['kept', 4],
    ['freed', 3],
  ] as const)('goes on when its newest entry was deleted, the key %s', async (archivedUniqueValues, number) => {
    account.emulator.behaviour.set({ archivedUniqueValues });
    for (const name of ['One', 'Two', 'Three']) await keep(name, 1);
    await account.deleteLedger('scenario/3');
    await account.putLedger('scenario/current', { body: '' });
    expect(await keep('Four', 4)).toMatchObject({ ok: true });
    expect(await kept()).toContainEqual(['Four', number, 4]);
  });

  it('is kept in entries of its own kind', async () => {
    await keep('One', 1);
    const entries = (await account.readLedger()).filter(({ key }) => key.startsWith('scenario/'));
    expect(entries.map(({ kind }) => kind)).toEqual(['scenario', 'scenario']);
  });

  it('takes forty, and says when it is full', async () => {
    const inTurn = Array.from({ length: 40 }, (_, index) => index + 1);
    await account.api('POST', '/crm/v3/objects/p_terms_ledger/batch/create', {
      inputs: inTurn.map((number) => ({
        properties: {
          entry_key: `scenario/${number}`,
          kind: 'scenario',
          author: 'Ann Archer',
          written_at: '2026-11-23T10:00:00.000Z',
          body: JSON.stringify({
            wanted: { action: 'keep', scenario: { name: `Number ${number}`, inputs: inputs(number) } },
          }),
        },
      })),
    });
    expect(await kept()).toHaveLength(40);
    expect(await keep('One more', 1)).toMatchObject({ ok: false, code: 'not_possible' });
    expect(await keep('Number 7', 70, { replaces: 7 })).toMatchObject({ ok: true });
    expect(await remove('Number 8', 8)).toMatchObject({ ok: true });
    expect(await keep('One more', 1)).toMatchObject({ ok: true });
    expect(await kept()).toHaveLength(40);
  });

  it('is said to be missing where the app is not set up', async () => {
    const bare = await startAccount({ installed: false });
    expect(await runApp(bare).page(planScenarios)({ parameters: { action: 'read' } })).toMatchObject({
      ok: false,
      code: 'not_installed',
    });
    await bare.stop();
  });
});
