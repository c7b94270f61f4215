import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Client } from '@hubspot/api-client';
import { openAccount, sdkClient } from './account.ts';
import type { PathFamily } from './account.ts';
import { createShapeCheck } from './response-shapes.ts';

/** An account to read from: the emulator's, or the one `npm run conformance` names. */
export type ReadableAccount = {
  readonly origin: string;
  readonly token: string;
  readonly faults: readonly string[];
  readonly client: (family: PathFamily) => Client;
  readonly close: () => Promise<void>;
};

export async function openForReading(): Promise<ReadableAccount> {
  const { CONFORMANCE_ORIGIN: origin, CONFORMANCE_TOKEN: token } = process.env;
  return origin === undefined || token === undefined ? emulated() : real(origin, token);
}

async function emulated(): Promise<ReadableAccount> {
  const account = await openAccount();
  const [company] = await account.emulator.bulkLoad('companies', [
    { properties: { name: 'Read me', domain: 'read.example' } },
  ]);
  await account.emulator.bulkLoad(
    'deals',
    ['One', 'Two', 'Three'].map((dealname) => ({
      properties: { dealname, amount: '10', dealstage: 'contractsent' },
      links: [{ objectType: 'companies', id: company! }],
    })),
  );
  return account;
}

/** Goes through a server of our own, so that answers are checked on their way. Only reading requests pass. */
async function real(origin: string, token: string): Promise<ReadableAccount> {
  const faults: string[] = [];
  const check = createShapeCheck();
  const forward = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    if (!reads(request.method, pathname)) return new Response(null, { status: 405 });
    const body = request.method === 'GET' ? {} : { body: await request.text() };
    const ask = () =>
      fetch(`${origin}${pathname}${search}`, {
        method: request.method,
        headers: { authorization: request.headers.get('authorization') ?? '', 'content-type': 'application/json' },
        ...body,
      });
    let answer = await ask();
    // The account has five searches a second, for everybody who uses it.
    for (let tries = 1; answer.status === 429 && tries < 10; tries += 1) {
      await pause(1_000);
      answer = await ask();
    }
    const text = await answer.text();
    faults.push(...check({ method: request.method, path: pathname, status: answer.status, body: text }));
    return new Response(text, {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    });
  };
  return new Promise((resolve) => {
    const server = serve({ fetch: forward, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
      const own = `http://127.0.0.1:${port}`;
      const close = () => new Promise<void>((closed) => void server.close(() => closed()));
      resolve({ origin: own, token, faults, client: (family) => sdkClient(own, token, family), close });
    });
  });
}

function reads(method: string, path: string): boolean {
  return method === 'GET' || (method === 'POST' && /\/(?:search|batch\/read)$/.test(path));
}
