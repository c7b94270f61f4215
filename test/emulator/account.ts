import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, expect } from 'vitest';
import { createEmulator } from '../../workbench/emulator/index.ts';
import type { Emulator, TokenGrant } from '../../workbench/emulator/index.ts';
import { createShapeCheck } from './response-shapes.ts';

/** HubSpot's two families of paths; the SDK speaks the first. */
export type PathFamily = 'v3' | '2026-09';
export const pathFamilies: readonly PathFamily[] = ['v3', '2026-09'];

/** Monday, 23 November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 23, 12);

const kinds = ['deals', 'companies', 'contacts', 'custom', 'products', 'line_items', 'quotes', 'invoices'];
export const allScopes = [
  'crm.objects.owners.read',
  'tickets',
  ...kinds.flatMap((kind) =>
    ['objects', 'schemas'].flatMap((part) => [`crm.${part}.${kind}.read`, `crm.${part}.${kind}.write`]),
  ),
];

/** An emulated account on a port of its own. Every answer is checked against the SDK's declarations; `faults` is what was found. */
export type TestAccount = {
  readonly emulator: Emulator;
  readonly origin: string;
  /** An app that may do everything. */
  readonly token: string;
  readonly faults: readonly string[];
  readonly client: (family?: PathFamily, token?: string) => Client;
  readonly issue: (grant: Partial<TokenGrant>) => string;
  /** What the SDK cannot send. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ) => Promise<{ readonly status: number; readonly body: AnyBody }>;
  /** Puts the clock forward. */
  readonly wait: (ms: number) => void;
  readonly close: () => Promise<void>;
};

/** As much of an answer as tests look at. */
export type AnyBody = {
  readonly id: string;
  readonly message: string;
  readonly results: readonly { readonly id: string }[];
  readonly [key: string]: unknown;
};

/** An account for the tests of a `describe`, which must find every answer in shape. */
export function testAccount(): () => TestAccount {
  let account: TestAccount | undefined;
  const current = () => {
    if (account === undefined) throw new Error('the account is open only while tests run');
    return account;
  };
  beforeAll(async () => {
    account = await openAccount();
  });
  afterAll(async () => {
    await current().close();
    expect(current().faults).toEqual([]);
  });
  return current;
}

export async function openAccount(file = ':memory:'): Promise<TestAccount> {
  let now = noon;
  const emulator = createEmulator({ file, clock: () => now });
  emulator.setUp({
    account: { portalId: 4_711, timeZone: 'Europe/Berlin', homeCurrency: 'EUR', currencies: { USD: 0.9, CHF: null } },
    owners: [
      { id: '501', userId: 91, email: 'rep@cuckoo.example', firstName: 'Rita', lastName: 'Rep' },
      { id: '502', userId: 92, email: 'max@cuckoo.example', firstName: 'Max', lastName: 'Manager' },
      { id: '503', userId: 93, email: 'ora@cuckoo.example', firstName: 'Ora', lastName: 'Ops' },
    ],
  });
  const faults: string[] = [];
  const check = createShapeCheck();
  const served = await listen(async (request) => {
    const answer = await emulator.fetch(request);
    const body = await answer.clone().text();
    faults.push(...check({ method: request.method, path: new URL(request.url).pathname, status: answer.status, body }));
    return answer;
  });
  const issue = (grant: Partial<TokenGrant>) =>
    emulator.issueToken({ scopes: allScopes, sees: 'all', label: 'test', ...grant });
  const token = issue({ app: { id: 77, name: 'Test app' } });
  return {
    emulator,
    origin: served.origin,
    token,
    faults,
    client: (family = 'v3', as = token) => sdkClient(served.origin, as, family),
    issue,
    send: async (method, path, body, as = token) => {
      const answer = await fetch(`${served.origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${as}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as AnyBody };
    },
    wait: (ms) => {
      now += ms;
    },
    close: async () => {
      await served.close();
      emulator.close();
    },
  };
}

function listen(
  fetch: (request: Request) => Promise<Response>,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
      const close = () => new Promise<void>((closed) => void server.close(() => closed()));
      resolve({ origin: `http://127.0.0.1:${port}`, close });
    });
  });
}

type Rewritable = { getUrl: () => string; setUrl: (url: string) => void };

const datedPaths: readonly (readonly [RegExp, string])[] = [
  [/\/crm\/v[34]\/objects\//, '/crm/objects/2026-09/'],
  [/\/crm\/v4\/associations\//, '/crm/associations/2026-09/'],
  [/\/crm\/v3\/(properties|pipelines|owners)/, '/crm/$1/2026-09'],
  [/\/crm-object-schemas\/v3\//, '/crm-object-schemas/2026-09/'],
];

/** The SDK, with its requests sent to the dated paths when those are wanted. */
export function sdkClient(origin: string, accessToken: string, family: PathFamily): Client {
  const pre = (context: unknown) => {
    const request = context as Rewritable;
    for (const [pattern, replacement] of datedPaths) request.setUrl(request.getUrl().replace(pattern, replacement));
    return Promise.resolve(request);
  };
  const middleware = family === 'v3' ? [] : [{ pre, post: (context: unknown) => Promise.resolve(context) }];
  return new Client({ accessToken, basePath: origin, middleware });
}

/** The refusal a call of the SDK ends in. */
export async function refusal(call: Promise<unknown>): Promise<{ readonly status: number; readonly body: AnyBody }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'body' in error)
      return { status: Number(error.code), body: error.body as AnyBody };
    throw error;
  }
  throw new Error('the call was not refused');
}

/** A link as the SDK wants it when a record is created. */
export function link(id: string, associationTypeId: number) {
  return { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId }] };
}
