import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackEndRequest, User } from '../../workbench/protocol.ts';
import { createBackEndFetch } from '../../workbench/server/back-end-fetch.ts';

type Heard = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
};
const heard: Heard[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    heard.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
    if (request.url?.includes('/moved') === true) response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (request.url?.includes('/slow') === true) setTimeout(() => response.end('late'), 2_000);
    else response.writeHead(418, { 'content-type': 'application/json' }).end('{"short":"and stout"}');
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const viewer = { id: 7, email: 'rep@clock.example' } as User;
const ask = (request: Partial<BackEndRequest>) =>
  createBackEndFetch({
    portal: { id: 42, name: 'Fixture', timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
    app: () => ({
      id: 1,
      name: 'App',
      scopes: [],
      functions: [],
      permittedFetchUrls: ['https://back-end.example/v1', 'https://api.hubapi.com'],
      localProxy: { 'https://back-end.example': `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/` },
    }),
    apiOrigin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets: { CLIENT_SECRET: 'hush' },
  })(
    { url: 'https://back-end.example/v1/scores?of=deals', method: 'GET', headers: {}, timeoutMs: 500, ...request },
    viewer,
  );

describe('createBackEndFetch', () => {
  it('passes a request on to the local back end, with who is looking and signed, and tells what it answered', async () => {
    const outcome = await ask({ method: 'POST', body: { n: 1 }, headers: { Authorization: 'Bearer x' } });
    expect(outcome).toEqual({
      ok: true,
      answer: { status: 418, contentType: 'application/json', body: '{"short":"and stout"}' },
    });
    const { method, url, body, headers } = heard.at(-1)!;
    expect([method, url, body]).toEqual([
      'POST',
      '/base/v1/scores?of=deals&userId=7&portalId=42&userEmail=rep%40clock.example&appId=1',
      '{"n":1}',
    ]);
    expect(headers['authorization']).toBe('Bearer x');
    const signed = `POSThttp://${headers['host'] as string}${url}${body}${headers['x-hubspot-request-timestamp'] as string}`;
    expect(headers['x-hubspot-signature-v3']).toBe(createHmac('sha256', 'hush').update(signed).digest('base64'));
  });

  it('leads requests to HubSpot’s API to the workbench', async () => {
    const { length } = heard;
    expect(await ask({ url: 'https://api.hubapi.com/crm/v3/objects/deals?limit=1' })).toMatchObject({ ok: true });
    expect(heard.slice(length).map(({ url }) => url)).toEqual([
      '/crm/v3/objects/deals?limit=1&userId=7&portalId=42&userEmail=rep%40clock.example&appId=1',
    ]);
  });

  it('follows no redirect', async () => {
    expect(await ask({ url: 'https://back-end.example/v1/moved' })).toMatchObject({
      ok: true,
      answer: { status: 302 },
    });
  });

  it('does not wait longer than it was told', async () => {
    expect(await ask({ url: 'https://back-end.example/v1/slow', timeoutMs: 50 })).toMatchObject({
      ok: false,
      status: 504,
    });
  });

  it.each([
    ['an address that is not permitted', { url: 'https://back-end.example/v2/scores' }],
    ['a host that begins alike', { url: 'https://back-end.example.evil.example/v1/' }],
    ['no address', { url: '/v1/scores' }],
    ['a header of its own', { headers: { 'X-Own': '1' } }],
    ['a body with GET', { body: {} }],
    ['a body over 1 MB', { method: 'POST' as const, body: 'x'.repeat(1024 * 1024) }],
  ])('refuses %s', async (_, request) => {
    const before = heard.length;
    expect(await ask(request)).toMatchObject({ ok: false, status: 400 });
    expect(heard.length).toBe(before);
  });
});
