import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '../../workbench/emulator/index.ts';
import { functionCallSchema, sessionSchema, troubleSchema } from '../../workbench/protocol.ts';
import type { FunctionCall, User } from '../../workbench/protocol.ts';
import { createWorkbench } from '../../workbench/server.ts';
import type { ShownAccount } from '../../workbench/server/shown-account.ts';
import type { Workbench } from '../../workbench/server.ts';
import { behaviourOf, troubleOf } from '../../workbench/trouble.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const folders = { project: `${fixtures}project`, extensions: `${fixtures}extensions`, page: `${fixtures}page` };
const rep: User = {
  id: 1,
  ownerId: '11',
  email: 'rep@clock.example',
  firstName: 'Rep',
  lastName: 'One',
  title: 'Sales rep',
  teams: [],
  locale: 'en-GB',
  token: 'rep-token',
};

/** An account that knows one deal, which only the rep may see. */
function fixtureAccount(): ShownAccount & { readonly issued: Map<string, readonly string[]> } {
  const issued = new Map<string, readonly string[]>();
  const emulator = createEmulator({ file: ':memory:', clock: Date.now });
  const seen: { token: string; method: string; path: string; status: number; durationMs: number }[] = [];
  return {
    issued,
    portal: { id: 1, name: 'Fixture', timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
    users: [rep, { ...rep, id: 2, token: 'other-token' }],
    api: (request) => {
      const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? '';
      if (token !== 'rep-token' && !issued.has(token))
        return Response.json({ status: 'error', category: 'OBJECT_NOT_FOUND' }, { status: 404 });
      const { pathname, search } = new URL(request.url);
      seen.push({ token, method: request.method, path: pathname + search, status: 200, durationMs: 1.4 });
      return Response.json({ id: '7', properties: { hs_object_id: '7', dealname: 'Snow globes', amount: null } });
    },
    trouble: troubleOf(emulator),
    behaviour: behaviourOf(emulator),
    requestsWith: (wanted) => seen.filter(({ token }) => token === wanted),
    tokens: {
      issue: ({ scopes }) => {
        const token = `app-${issued.size + 1}`;
        issued.set(token, scopes);
        return token;
      },
      revoke: (token) => void issued.delete(token),
    },
  };
}

let workbench: Workbench;
beforeAll(async () => {
  workbench = await createWorkbench({ port: 0, account: fixtureAccount(), folders, secrets: { GREETING: 'hello' } });
});
afterAll(() => workbench.close());

const callFunction = (uid: string, body: unknown, token = 'rep-token') =>
  fetch(`${workbench.origin}/workbench/api/functions/${uid}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** `fetch` may not set Host. */
function statusFor(headers: Record<string, string>, path = '/workbench/api/session'): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(workbench.origin + path, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** Function calls as the developer panel hears of them, until there are enough. */
async function listenForCalls(count: number): Promise<FunctionCall[]> {
  const answer = await fetch(`${workbench.origin}/workbench/api/calls`);
  const heard: FunctionCall[] = [];
  let text = '';
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (heard.length < count) {
    text += (await reader.read()).value ?? '';
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      expect(event).toMatch(/^event: call$/m);
      heard.push(functionCallSchema.parse(JSON.parse(/^data: (.*)$/m.exec(event)![1]!)));
    }
  }
  await reader.cancel();
  return heard;
}

describe('createWorkbench', () => {
  it('describes account, users and extensions to the page', async () => {
    const answer = await fetch(`${workbench.origin}/workbench/api/session`);
    const session = sessionSchema.parse(await answer.json());
    expect(session.portal).toEqual({ id: 1, name: 'Fixture', timeZone: 'Europe/Berlin', homeCurrency: 'EUR' });
    expect(session.app).toEqual({ id: 1, name: 'Fixture app' });
    expect(session.extensions).toEqual([
      {
        uid: 'deal_card',
        name: 'Deal card',
        location: 'crm.record.tab',
        objectTypes: ['deals'],
        bundleUrl: expect.stringMatching(/^\/workbench\/bundles\/deal_card\.js\?[0-9a-f]{16}$/) as string,
      },
      {
        uid: 'settings_page',
        name: 'Settings',
        location: 'settings',
        objectTypes: [],
        bundleUrl: expect.stringMatching(/^\/workbench\/bundles\/settings_page\.js\?/) as string,
      },
    ]);
    const bundle = await fetch(workbench.origin + session.extensions[0]!.bundleUrl);
    expect(await bundle.text()).toBe("self.extend_V2(() => 'deal card');\n");
    expect(bundle.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(bundle.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['POST', '/oauth/v2/private-apps/get/access-token-info'],
    ['GET', '/crm/limits/2026-09/pipelines'],
    ['GET', '/automation/v4/flows'],
    ['GET', '/crm/no-such-part'],
    ['POST', '/collector/graphql'],
    ['POST', '/no/such/part'],
  ])('sends %s %s to the API, whose answer is never a page', async (method, path) => {
    const answer = await fetch(workbench.origin + path, { method, headers: { authorization: 'Bearer rep-token' } });
    expect(await answer.json()).toMatchObject({ id: '7' });
  });

  it('attests the record as the viewer sees it', async () => {
    const objectQuery = { objectId: '7', objectTypeId: '0-3', objectPropertyNames: ['hs_object_id', 'amount'] };
    const answer = await callFunction('echo', { parameters: { n: 1 }, objectQuery });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      response: {
        context: { propertiesToSend: { hs_object_id: '7', amount: null }, parameters: { n: 1 } },
        environment: { greeting: 'hello', origin: workbench.origin },
      },
    });
    expect((await callFunction('echo', { parameters: {}, objectQuery }, 'other-token')).status).toBe(500);
  });

  it('refuses function calls of nobody and calls that are none', async () => {
    expect((await callFunction('echo', { parameters: {} }, 'stolen')).status).toBe(401);
    expect((await callFunction('echo', { parameters: 'no object' })).status).toBe(422);
    expect((await callFunction('unheard_of', { parameters: {} })).status).toBe(400);
  });

  it('refuses a body of 300 MB while it comes, whatever was asked', async () => {
    const piece = new TextEncoder().encode('x'.repeat(1_000_000));
    const send = async (method: string, path: string) => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1;
          if (sent > 300) controller.close();
          else controller.enqueue(piece);
        },
      });
      const init = { method, headers: { authorization: 'Bearer rep-token' }, body, duplex: 'half' } as RequestInit;
      const answer = await fetch(workbench.origin + path, init);
      return { status: answer.status, body: (await answer.json()) as unknown, isCutShort: sent < 100 };
    };
    const refused = {
      status: 413,
      body: { status: 'error', message: 'The request body is too large.' },
      isCutShort: true,
    };
    expect(await send('POST', '/workbench/api/functions/echo')).toEqual(refused);
    expect(await send('POST', '/workbench/api/fetch')).toEqual(refused);
    expect(await send('PUT', '/workbench/api/trouble')).toEqual(refused);
    expect(await send('PATCH', '/workbench/api/behaviour')).toEqual(refused);
  });

  it('tells listeners of earlier and new calls, with the API requests each made', async () => {
    const earlier = await callFunction('reads_deals', {
      parameters: { paths: ['/crm/v3/objects/deals/7?properties=dealname', '/account-info/v3/details'] },
    });
    expect(await earlier.json()).toMatchObject({ response: [{ status: 200 }, { status: 200 }] });
    const seen = await listenForCalls(1);
    const listening = listenForCalls(seen.length + 3);
    await callFunction('throws', { parameters: {} });
    await callFunction('nothing', { parameters: {} });
    await callFunction('nothing', { parameters: {} });
    const heard = await listening;
    const reading = heard.find(({ uid }) => uid === 'reads_deals')!;
    expect(reading.apiCalls.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/crm/v3/objects/deals/7?properties=dealname', 200],
      ['GET', '/account-info/v3/details', 200],
    ]);
    expect(heard.slice(-3).map(({ uid, outcome, error }) => [uid, outcome, error])).toEqual([
      ['throws', 'failed', 'TypeError: boom'],
      ['nothing', 'ok', undefined],
      ['nothing', 'ok', undefined],
    ]);
  });

  it('answers loopback names and its own pages only', async () => {
    const { host } = new URL(workbench.origin);
    expect(await statusFor({})).toBe(200);
    expect(await statusFor({ host: `localhost:${new URL(workbench.origin).port}` })).toBe(200);
    expect(await statusFor({ host: 'rebound.example' })).toBe(403);
    expect(await statusFor({ host: '127.0.0.1.rebound.example' })).toBe(403);
    expect(await statusFor({ origin: `http://${host}` })).toBe(200);
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
      expect(await statusFor({ origin })).toBe(403);
      expect(await statusFor({ origin }, '/crm/v3/objects/deals/7')).toBe(403);
    }
  });

  it('serves the page at every address that is not something else’s', async () => {
    for (const path of ['/', '/deals', '/deals/7'])
      expect(await (await fetch(workbench.origin + path)).text()).toContain('<title>Workbench page</title>');
    const script = await fetch(`${workbench.origin}/workbench/assets/page.js`);
    expect([script.status, await script.text()]).toEqual([200, 'document.title = "ready";\n']);
    for (const path of [
      '/workbench/assets/absent.js',
      '/workbench/assets/..%2fextensions%2findex.json',
      '/workbench/bundles/absent.js',
      '/workbench/api/absent',
    ]) {
      expect((await fetch(workbench.origin + path)).status).toBe(404);
    }
  });

  it('says so when its port is taken', async () => {
    const port = Number(new URL(workbench.origin).port);
    await expect(createWorkbench({ port, account: fixtureAccount(), folders })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('goes on when the project cannot be read for a while', async () => {
    const root = mkdtempSync(join(tmpdir(), 'workbench-project-'));
    cpSync(fixtures, root, { recursive: true });
    const rebuilding = await createWorkbench({
      port: 0,
      account: fixtureAccount(),
      folders: { project: join(root, 'project'), extensions: join(root, 'extensions'), page: folders.page },
    });
    const session = () => fetch(`${rebuilding.origin}/workbench/api/session`);
    renameSync(join(root, 'extensions'), join(root, 'away'));
    const failed = await session();
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { status: 'error', message: expect.stringContaining('index.json') as string },
    ]);
    renameSync(join(root, 'away'), join(root, 'extensions'));
    expect((await session()).status).toBe(200);
    await rebuilding.close();
    rmSync(root, { recursive: true });
  });

  it('names the file when the project is not built', async () => {
    await expect(
      createWorkbench({ port: 0, account: fixtureAccount(), folders: { ...folders, project: `${fixtures}absent` } }),
    ).rejects.toThrow(/absent\/hsproject\.json: .*Is the project built\?/);
  });
});

describe('how the account behaves', () => {
  const change = (body: unknown) =>
    fetch(`${workbench.origin}/workbench/api/behaviour`, { method: 'PATCH', body: JSON.stringify(body) });

  it('is set from outside, a part at a time', async () => {
    const rule = { objectType: 'deals', property: 'amount' };
    expect(await (await change({ writeRules: [rule] })).json()).toEqual({
      writeRules: [rule],
      propertyUses: [],
      archivedUniqueValues: 'kept',
    });
    expect(await (await change({ writeRules: [], archivedUniqueValues: 'freed' })).json()).toEqual({
      writeRules: [],
      propertyUses: [],
      archivedUniqueValues: 'freed',
    });
  });

  it.each([{ writeRules: [{ property: 'amount' }] }, { nonsense: 1 }, null])('does not take %j', async (body) => {
    expect((await change(body)).status).toBe(422);
  });
});

describe('trouble on demand', () => {
  const put = (body: unknown) =>
    fetch(`${workbench.origin}/workbench/api/trouble`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is what was asked for last, and nothing at first', async () => {
    const first = troubleSchema.parse(await (await fetch(`${workbench.origin}/workbench/api/trouble`)).json());
    expect(first).toMatchObject({ faults: [], limitsRates: false, searchLagMs: 0 });
    expect(first.kinds).toContain('bad_gateway');
    expect(
      await (await put({ faults: [{ kind: 'hang', times: 2 }], limitsRates: true, searchLagMs: 2000 })).json(),
    ).toMatchObject({ faults: [{ kind: 'hang', times: 2, happened: 0 }], limitsRates: true, searchLagMs: 2000 });
    expect(await (await put({ faults: [], limitsRates: false, searchLagMs: 0 })).json()).toMatchObject({
      faults: [],
      limitsRates: false,
      searchLagMs: 0,
    });
  });

  it.each([
    [{ faults: [{ kind: 'earthquake' }], limitsRates: false, searchLagMs: 0 }, /kind|earthquake|option/i],
    [{ faults: [], limitsRates: false, searchLagMs: -1 }, /searchLagMs needs a whole number up to 600000, got -1/],
    [{ faults: 'all' }, /faults/],
  ])('refuses %j and changes nothing', async (request, message) => {
    const answer = await put(request);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { message: string }).message).toMatch(message);
    expect(await (await fetch(`${workbench.origin}/workbench/api/trouble`)).json()).toMatchObject({
      faults: [],
      limitsRates: false,
      searchLagMs: 0,
    });
  });
});
