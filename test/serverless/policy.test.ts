import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicyReplySchema, savePolicyReplySchema } from '@deal-terms/core/contracts';
import { defaultAppSettings, starterAppSettings } from '@deal-terms/core/crm';
import type { OwnProperty } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { proposePolicy } from '../../serverless/functions/propose-policy.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { appScopes, runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

const secrets = { POLICY_EDIT_KEY: 'correct horse' };
const settings = (borrowingRate: number) => ({ model: { ...defaultPolicy, borrowingRate }, app: defaultAppSettings });

let account: Account;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

type Save = { key?: string; basedOn?: number; settings?: unknown; author?: string };
const save = async (request: Save, app = runApp(account, { secrets })) => {
  const reply = await app.page(savePolicy)({
    parameters: { key: 'correct horse', basedOn: 0, settings: settings(0.1), author: 'Ann Archer', ...request },
  });
  expect(savePolicyReplySchema.safeParse(reply).success).toBe(true);
  return reply;
};
const read = async (parameters: object = {}) => {
  const reply = await runApp(account).page(readPolicy)({ parameters });
  expect(readPolicyReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  if (!reply.ok) throw new Error(reply.code);
  return reply;
};
const versions = async () => (await read()).history.map(({ version }) => version);
const entry = (key: string) =>
  account.api(
    'GET',
    `/crm/v3/objects/p_terms_ledger/${encodeURIComponent(key)}?idProperty=entry_key&properties=body,author,written_at`,
  );

describe.each(['v3', '2026-09'] as const)('the policy over the %s paths', (family) => {
  it('is kept as a version with author and time, only what differs from the defaults, and put in force', async () => {
    const app = runApp(account, { family, secrets });
    expect(await save({}, app)).toEqual({ ok: true, version: 1 });
    expect(
      await save(
        {
          basedOn: 1,
          settings: {
            model: { ...defaultPolicy, borrowingRate: 0.08 },
            app: { ...defaultAppSettings, slotsPerWeek: 3 },
          },
          author: 'Bob Baker',
        },
        app,
      ),
    ).toEqual({ ok: true, version: 2 });
    const reply = await read();
    expect([
      reply.policy.version,
      reply.policy.model.borrowingRate,
      reply.policy.app.slotsPerWeek,
      reply.policy.warning,
      reply.latest,
    ]).toEqual([2, 0.08, 3, null, 2]);
    expect(reply.history).toEqual([
      {
        version: 2,
        body: '{"version":2,"modelVersion":2,"scoresSince":2,"model":{"borrowingRate":0.08},"app":{"slotsPerWeek":3}}',
        author: 'Bob Baker',
        writtenAt: '2026-11-23T10:00:00.000Z',
        isForged: false,
      },
      {
        version: 1,
        body: '{"version":1,"modelVersion":2,"scoresSince":1,"model":{"borrowingRate":0.1},"app":{}}',
        author: 'Ann Archer',
        writtenAt: '2026-11-23T10:00:00.000Z',
        isForged: false,
      },
    ]);
  });
});

describe('a price of cash', () => {
  it('is dated by the function when it is set, keeps its day while it stays, and loses it with the price', async () => {
    const priced = (priceOfCash: number | null, slotsPerWeek = 5) => ({
      model: { ...defaultPolicy, priceOfCash },
      app: { ...defaultAppSettings, slotsPerWeek, priceOfCashOn: '2020-01-01' },
    });
    const dayOf = async () => (await read()).policy.app.priceOfCashOn;
    await save({ settings: priced(0.23) });
    expect(await dayOf()).toBe('2026-11-23');
    await account.writeLedger(
      'policy/2',
      'policy',
      JSON.stringify({
        version: 2,
        modelVersion: 2,
        model: { priceOfCash: 0.23 },
        app: { priceOfCashOn: '2026-10-01' },
      }),
    );
    await read();
    await save({ basedOn: 2, settings: priced(0.23, 7) });
    expect(await dayOf()).toBe('2026-10-01');
    await save({ basedOn: 3, settings: priced(0.3, 7) });
    expect(await dayOf()).toBe('2026-11-23');
    await save({ basedOn: 4, settings: priced(null, 7) });
    expect(await dayOf()).toBeNull();
  });
});

describe('save-policy', () => {
  it.each([
    ['wrong_key', { key: 'wrong' }, secrets],
    ['wrong_key', { key: '' }, secrets],
    ['no_key', {}, {}],
    ['no_key', { key: '' }, { POLICY_EDIT_KEY: '' }],
  ])('changes nothing with %s', async (code, request, set) => {
    const app = runApp(account, { secrets: set });
    expect(await save(request, app)).toMatchObject({ ok: false, code });
    // A try with a code takes its place first; nothing else is asked or written.
    expect(app.requests().filter((request) => !request.includes('p_terms_ledger'))).toEqual([]);
    expect(await versions()).toEqual([]);
  });

  it('takes no short key in a new account, says so to nobody who guesses, and goes on with one from before', async () => {
    const short = runApp(account, { secrets: { POLICY_EDIT_KEY: 'eleven char' } });
    const long = runApp(account, { secrets });
    expect(await save({ key: 'eleven char' }, short)).toMatchObject({ ok: false, code: 'short_key' });
    expect(await save({ key: 'guess' }, short)).toMatchObject({ ok: false, code: 'wrong_key' });
    expect(await versions()).toEqual([]);
    // Saved under a version of the app that asked for no length.
    await account.writeLedger('policy/1', 'policy', '{"version":1,"modelVersion":2,"model":{},"app":{}}');
    expect(await save({ key: 'eleven char', basedOn: 1 }, short)).toEqual({ ok: true, version: 2 });
    expect(await save({ basedOn: 2, settings: settings(0.2) }, long)).toEqual({ ok: true, version: 3 });
    // Once there was a longer one, nobody goes back.
    expect(await save({ key: 'eleven char', basedOn: 3 }, short)).toMatchObject({ ok: false, code: 'short_key' });
    expect(await versions()).toEqual([3, 2, 1]);
  });

  it('says of every bad value where it is, and changes nothing', async () => {
    const bad = {
      model: { ...defaultPolicy, borrowingRate: -1, discount: { ...defaultPolicy.discount, max: 2 } },
      app: { ...defaultAppSettings, defaultPaymentPlan: 'whenever', sellerCountry: 'Germany' },
    };
    const reply = await save({ settings: bad });
    expect(reply).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [
        { field: 'model.borrowingRate', message: 'Enter a number of at least 0.' },
        { field: 'model.discount.max', message: 'Enter a number less than 1.' },
        {
          field: 'app.defaultPaymentPlan',
          message: 'Enter payment terms such as net 30, 30 days end of month or 50% order + 50% net 30.',
        },
        { field: 'app.sellerCountry', message: 'Enter a country code of two letters, such as DE.' },
      ],
    });
    expect(await versions()).toEqual([]);
  });

  it('keeps no version that changes nothing', async () => {
    await save({});
    expect(await save({ basedOn: 1 })).toEqual({ ok: true, version: 1 });
    expect(await versions()).toEqual([1]);
  });

  it('tells whoever built on an older version', async () => {
    await save({});
    expect(await save({ settings: settings(0.2) })).toMatchObject({ ok: false, code: 'conflict' });
    expect((await read()).policy.model.borrowingRate).toBe(0.1);
  });

  it('lets one of two through who save at the same moment', async () => {
    const waiting: (() => void)[] = [];
    account.injectFault((request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/p_terms_ledger')) return null;
      // Neither version is kept before the other one has been sent.
      return request
        .clone()
        .text()
        .then(
          (body) =>
            new Promise<Response>((resolve) => {
              const go = () => resolve(account.emulator.fetch(request));
              const isVersion = body.includes('"entry_key":"policy/');
              if (isVersion) waiting.push(go);
              if (!isVersion) go();
              else if (waiting.length === 2) for (const one of waiting) one();
            }),
        );
    });
    const replies = await Promise.all([
      save({ author: 'Ann', settings: settings(0.1) }),
      save({ author: 'Bob', settings: settings(0.2) }),
    ]);
    account.injectFault(null);
    const winner = replies.findIndex(({ ok }) => ok);
    expect(replies[1 - winner]).toMatchObject({ ok: false, code: 'conflict' });
    const reply = await read();
    expect(reply.policy).toMatchObject({ version: 1, model: { borrowingRate: [0.1, 0.2][winner] } });
    expect(reply.history.map(({ author }) => author)).toEqual([['Ann', 'Bob'][winner]]);
  });

  it('knows its own version when the answer of the create was lost and the save is tried again', async () => {
    account.injectFault((request) =>
      request.method === 'POST' && request.url.endsWith('/p_terms_ledger')
        ? (async () => {
            await account.emulator.fetch(request);
            return Response.json(
              { status: 'error', message: 'gateway', correlationId: 'c', category: 'INTERNAL' },
              { status: 502 },
            );
          })()
        : null,
    );
    expect(await save({})).toMatchObject({ ok: false, code: 'unavailable' });
    account.injectFault(null);
    expect(await save({})).toEqual({ ok: true, version: 1 });
    expect(await versions()).toEqual([1]);
  });

  it('leaves the version of whoever saved last in force, whichever write of it comes last', async () => {
    await save({});
    let slow: (() => void) | null = null;
    account.injectFault((request) => {
      if (!request.url.endsWith('/batch/upsert') || slow !== null) return null;
      return new Promise<Response>((resolve) => {
        slow = () => resolve(account.emulator.fetch(request));
      });
    });
    const first = save({ basedOn: 1, settings: settings(0.2), author: 'Ann' });
    await expect.poll(() => slow).not.toBeNull();
    expect(await save({ basedOn: 2, settings: settings(0.3), author: 'Bob' })).toEqual({ ok: true, version: 3 });
    slow!();
    expect(await first).toEqual({ ok: true, version: 2 });
    account.injectFault(null);
    expect((await read()).policy).toMatchObject({ version: 3, model: { borrowingRate: 0.3 } });
  });

  it('says that the app is not set up', async () => {
    const bare = await startAccount({ installed: false });
    const app = runApp(bare, { secrets });
    expect(await save({}, app)).toMatchObject({ ok: false, code: 'not_installed' });
    expect(await app.page(readPolicy)({ parameters: {} })).toMatchObject({ ok: false, code: 'not_installed' });
    await bare.stop();
  });
});

describe('read-policy', () => {
  it('is the built-in policy while nobody has saved one', async () => {
    expect(await read()).toMatchObject({
      policy: {
        version: 0,
        scoresSince: 0,
        isOfVersion1: false,
        model: defaultPolicy,
        app: starterAppSettings,
        warning: null,
      },
      latest: 0,
      history: [],
    });
  });

  it('warns of a stored policy that cannot be used, shows the versions kept, and lets them be saved again', async () => {
    await save({});
    const { id } = await entry('policy/current');
    await account.api('PATCH', `/crm/v3/objects/p_terms_ledger/${id}`, {
      properties: { body: '{"version":1,"model":{"borrowingRate":"much"},"app":{}}' },
    });
    expect(await read()).toMatchObject({
      policy: {
        version: 1,
        model: { borrowingRate: 0.1 },
        warning:
          'The policy in force cannot be used. “model.borrowingRate” is "much" and should be a finite number. Version 1, the newest that can be used, stands in.',
      },
      latest: 1,
      history: [{ version: 1, author: 'Ann Archer' }],
    });
    // Reading has put it in force again.
    expect((await entry('policy/current')).properties['body']).toBe(
      '{"version":1,"modelVersion":2,"scoresSince":1,"model":{"borrowingRate":0.1},"app":{}}',
    );
    expect((await read()).policy).toMatchObject({ version: 1, warning: null });
    expect(await save({ basedOn: 1, settings: settings(0.1) })).toEqual({ ok: true, version: 1 });
    expect(await save({ basedOn: 1, settings: settings(0.3) })).toEqual({ ok: true, version: 2 });
    expect((await read()).policy).toMatchObject({ version: 2, model: { borrowingRate: 0.3 }, warning: null });
  });

  it('finishes a save that was cut off before its version came into force', async () => {
    await save({});
    account.injectFault((request) =>
      request.url.endsWith('/batch/upsert')
        ? Response.json({ status: 'error', message: 'down', correlationId: 'c', category: 'INTERNAL' }, { status: 500 })
        : null,
    );
    expect(
      await save({ basedOn: 1, settings: settings(0.2) }, runApp(account, { secrets, budgetMs: 2_000 })),
    ).toMatchObject({ ok: false });
    account.injectFault(null);
    expect((await read()).policy).toMatchObject({ version: 2, model: { borrowingRate: 0.2 } });
    expect((await entry('policy/current')).properties['body']).toBe(
      '{"version":2,"modelVersion":2,"scoresSince":2,"model":{"borrowingRate":0.2},"app":{}}',
    );
  });

  it('goes back beyond the twenty latest versions', async () => {
    const inputs = Array.from({ length: 130 }, (_, place) => place + 1).map((version) => ({
      properties: {
        entry_key: `policy/${version}`,
        kind: 'policy',
        body: `{"version":${version},"model":{"borrowingRate":0.1},"app":{}}`,
      },
    }));
    for (const from of [0, 100])
      await account.api('POST', '/crm/v3/objects/p_terms_ledger/batch/create', {
        inputs: inputs.slice(from, from + 100),
      });
    const reply = await read();
    expect([reply.latest, reply.policy.version, reply.history[0]?.version, reply.history.at(-1)?.version]).toEqual([
      130, 130, 130, 111,
    ]);
    expect((await read({ before: 111 })).history.map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, place) => 110 - place),
    );
    expect((await read({ before: 6 })).history.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  });
});

describe('propose-policy', () => {
  const propose = (proposal: unknown, by = 'Grace Whitfield') =>
    runApp(account).page(proposePolicy)({ parameters: { proposal, by } });
  const proposal = {
    settings: { 'model.priors.cashPosition.tight': 0.4, 'model.beliefs.urgency.high': [0.001, 0.003, 0.005] },
    answers: 64,
  };

  it('puts settings before whoever opens the page, without the key and without effect', async () => {
    await save({});
    expect(await propose(proposal)).toEqual({ ok: true });
    const { policy, latest, proposal: told } = await read();
    expect([latest, policy.version, policy.model.priors.cashPosition.tight]).toEqual([1, 1, 0.25]);
    expect(told).toEqual({ ...proposal, by: 'Grace Whitfield', at: '2026-11-23T10:00:00.000Z' });
    // Somebody else's does not displace it unseen; one's own later one does.
    expect(await propose({ ...proposal, answers: 70 }, 'Henrik Vogel')).toMatchObject({
      ok: false,
      code: 'proposal_pending',
      pending: { by: 'Grace Whitfield', at: '2026-11-23T10:00:00.000Z' },
    });
    expect((await read()).proposal).toMatchObject({ answers: proposal.answers, by: 'Grace Whitfield' });
    expect(await propose({ ...proposal, answers: 60 })).toEqual({ ok: true });
    expect((await read()).proposal).toMatchObject({ answers: 60, by: 'Grace Whitfield' });
  });

  it('is over once a version is kept after it', async () => {
    await propose(proposal);
    const later = runApp(account, { secrets, clock: () => Date.parse('2026-11-23T11:00:00Z') });
    expect(await save({}, later)).toEqual({ ok: true, version: 1 });
    expect((await read()).proposal).toBeNull();
  });

  it.each([
    [{ ...proposal, settings: { 'model.borrowingRate': 0.5 } }],
    [{ ...proposal, settings: { 'app.approverIds': 1 } }],
    [{ ...proposal, settings: { 'model.priors.cashPosition.tight': -1 } }],
    [{ ...proposal, settings: { 'model.priors.__proto__.x': 1 } }],
    [{ ...proposal, answers: 0 }],
    [{ ...proposal, settings: { 'model.beliefs.urgency.high': [1, 2] } }],
  ])('takes nothing else than what can be learnt: %j', async (wrong) => {
    expect(await propose(wrong)).toMatchObject({ ok: false, code: 'invalid_request' });
    expect((await read()).proposal).toBeNull();
  });

  it('drops a proposal of the first model, and says whose it was', async () => {
    await account.writeLedger('policy/proposal', 'policy', JSON.stringify(proposal));
    expect(await read()).toMatchObject({ proposal: null, droppedProposal: { by: expect.any(String) as string } });
  });

  it('that somebody made unreadable is none', async () => {
    await account.writeLedger('policy/proposal', 'policy', '{"settings":');
    expect((await read()).proposal).toBeNull();
  });
});

describe('properties of the account’s own', () => {
  it('are told where the account lacks them, and only those', async () => {
    const own = (figure: OwnProperty['figure'], on: OwnProperty['on'], name: string) =>
      ({ figure, on, name, label: `The ${name}` }) satisfies OwnProperty;
    const named = [
      own('paymentPlan', 'companies', 'description'),
      own('creditLimit', 'companies', 'credit_limt'),
      own('grossMargin', 'deals', 'terms_gross_margin'),
      own('leadTimeDays', 'line_items', 'lead_days'),
    ];
    const before = await read();
    expect(before.lackingProperties).toEqual([]);
    expect(
      await save({
        basedOn: before.latest,
        settings: { model: before.policy.model, app: { ...before.policy.app, ownProperties: named } },
      }),
    ).toMatchObject({ ok: true });
    expect((await read()).lackingProperties).toEqual([named[1], named[3]]);
    // Without the scope nobody can tell, and nothing is said.
    const scopes = appScopes.filter((scope) => scope !== 'crm.objects.line_items.read');
    const reply = await runApp(account, { scopes }).page(readPolicy)({ parameters: {} });
    expect(reply).toMatchObject({ ok: true, lackingProperties: [named[1]] });
  });
});
