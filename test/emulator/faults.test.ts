import { serve } from '@hono/node-server';
import type { HttpBindings, ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOrCut, createEmulator, enterpriseLimits } from '../../workbench/emulator/index.ts';
import type { Emulator } from '../../workbench/emulator/index.ts';

let now = Date.parse('2026-11-23T10:00:00Z');
let emulator: Emulator;
let server: ServerType;
let origin: string;
let app: string;

beforeEach(async () => {
  emulator = createEmulator({ file: ':memory:', clock: () => now });
  app = emulator.issueToken({
    scopes: ['crm.objects.deals.read', 'crm.objects.deals.write'],
    app: { id: 5, name: 'App' },
    sees: 'all',
    label: 'app',
  });
  server = serve({
    fetch: (request, line) => answerOrCut(emulator.fetch(request), (line as HttpBindings).outgoing),
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  emulator.close();
});

const call = (method: string, path: string, body?: unknown, token = app) =>
  fetch(`${origin}/crm/v3/objects/deals${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const create = (dealname: string) => call('POST', '', { properties: { dealname } });
const namesFound = async () =>
  (
    (await (await call('POST', '/search', { properties: ['dealname'] })).json()) as {
      results: { properties: { dealname: string } }[];
    }
  ).results.map(({ properties }) => properties.dealname);
const namesListed = async () =>
  (
    (await (await call('GET', '?properties=dealname')).json()) as { results: { properties: { dealname: string } }[] }
  ).results.map(({ properties }) => properties.dealname);

describe('faults', () => {
  it.each([
    ['burst_limit', 429, { policyName: 'TEN_SECONDLY_ROLLING', errorType: 'RATE_LIMIT' }],
    ['daily_limit', 429, { policyName: 'DAILY' }],
    ['request_timeout', 408, { category: 'REQUEST_TIMEOUT' }],
    ['conflict', 409, { category: 'CONFLICT' }],
    ['locked', 423, { category: 'RESOURCE_LOCKED' }],
    ['server_error', 500, { category: 'INTERNAL_ERROR' }],
    ['unauthorized', 401, { category: 'INVALID_AUTHENTICATION' }],
  ] as const)('%s is answered %i, and the request does nothing', async (kind, status, body) => {
    emulator.faults.inject({ kind, method: 'POST', times: 1 });
    const answer = await create('first');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status: 'error', ...body });
    expect(await namesListed()).toEqual([]);
    expect((await create('second')).status).toBe(201);
  });

  it('bad_gateway is the edge’s page, not JSON', async () => {
    emulator.faults.inject({ kind: 'bad_gateway', times: 1 });
    const answer = await call('GET', '');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
  });

  it('cuts the line before the request took effect, after it did, or in the middle of the answer', async () => {
    for (const kind of ['reset_before', 'reset_after', 'truncated'] as const) {
      emulator.faults.inject({ kind, method: 'POST', times: 1 });
      await expect(create(kind).then((answer) => answer.text())).rejects.toThrow();
    }
    expect(await namesListed()).toEqual(['reset_after', 'truncated']);
  });

  it('empty_answer is a 200 with nothing in it, of a request that took effect', async () => {
    emulator.faults.inject({ kind: 'empty_answer', method: 'POST', times: 1 });
    const answer = await create('silent');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await namesListed()).toEqual(['silent']);
  });

  it('happen every so often and so many times, to apps and not to people', async () => {
    const person = emulator.issueToken({
      scopes: ['crm.objects.deals.read'],
      user: { id: 1, ownerId: '1' },
      sees: 'all',
      label: 'person',
    });
    emulator.faults.inject({ kind: 'unavailable', method: 'GET', pathHas: '/deals', every: 3, times: 2 });
    expect((await call('GET', '', undefined, person)).status).toBe(200);
    const statuses = [];
    for (let count = 0; count < 10; count += 1) statuses.push((await call('GET', '')).status);
    expect(statuses).toEqual([200, 200, 503, 200, 200, 503, 200, 200, 200, 200]);
    expect(emulator.faults.list()).toEqual([]);
  });

  it('partial_batch does the first half and names the rest', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => ((await (await create(name)).json()) as { id: string }).id),
    );
    emulator.faults.inject({ kind: 'partial_batch', times: 1 });
    const answer = await call('POST', '/batch/update', {
      inputs: ids.map((id) => ({ id, properties: { dealname: 'new' } })),
    });
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      results: [{ id: ids[0] }],
      numErrors: 1,
      errors: [{ status: 'error', context: { ids: ids.slice(1) } }],
    });
    expect(await namesListed()).toEqual(['new', 'b', 'c']);
  });

  it('refused_value names the property as a rule of the account would', async () => {
    emulator.faults.inject({ kind: 'refused_value', times: 1 });
    const answer = await create('a');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      category: 'VALIDATION_ERROR',
      errors: [{ context: { propertyName: ['dealname'] } }],
    });
  });
});

describe('HubSpot’s rate limits', () => {
  it('turn away the 191st request within ten seconds, and say what is left before', async () => {
    emulator.limitRates(enterpriseLimits);
    const answers = await Promise.all(Array.from({ length: 191 }, () => call('GET', '')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(190);
    const refused = answers.find(({ status }) => status === 429);
    expect(await refused?.json()).toMatchObject({ errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' });
    expect(
      Math.min(
        ...answers
          .filter(({ status }) => status === 200)
          .map(({ headers }) => Number(headers.get('x-hubspot-ratelimit-remaining'))),
      ),
    ).toBe(0);
  });

  it('take five searches a second from all apps of the account together', async () => {
    const other = emulator.issueToken({
      scopes: ['crm.objects.deals.read'],
      app: { id: 6, name: 'Other' },
      sees: 'all',
      label: 'other',
    });
    emulator.limitRates(enterpriseLimits);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => call('POST', '/search', {}, index % 2 === 0 ? app : other)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('end an app’s day', async () => {
    emulator.limitRates({ ...enterpriseLimits, perDay: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await call('GET', '')).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('a search that lags', () => {
  it('sees a write a minute later, while reads see it at once', async () => {
    await create('old');
    emulator.lagSearch(60_000);
    await create('new');
    expect(await namesListed()).toEqual(['old', 'new']);
    expect(await namesFound()).toEqual(['old']);
    now += 59_000;
    expect(await namesFound()).toEqual(['old']);
    now += 1_000;
    expect(await namesFound()).toEqual(['old', 'new']);
  });

  it('catches up when the lag ends', async () => {
    emulator.lagSearch(60_000);
    await create('new');
    emulator.lagSearch(0);
    expect(await namesFound()).toEqual(['new']);
  });
});
