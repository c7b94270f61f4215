import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createFunctionPool, functionLimits } from '../../workbench/functions/function-pool.ts';
import type { FunctionLimits } from '../../workbench/functions/function-pool.ts';
import type { FunctionCall } from '../../workbench/protocol.ts';

const folder = fileURLToPath(new URL('fixtures/project/src/app/functions/', import.meta.url));

function open(limits: Partial<FunctionLimits> = {}) {
  const calls: FunctionCall[] = [];
  const revoked: string[] = [];
  const asked: { path: string; token: string }[] = [];
  let issued = 0;
  const pool = createFunctionPool({
    find: (uid) =>
      uid === 'absent'
        ? undefined
        : { uid, file: `${folder}${uid}.js`, secretKeys: uid === 'echo' ? ['GREETING', 'ABSENT'] : [] },
    secrets: { GREETING: 'hello', OTHER_SECRET: 'not declared' },
    apiOrigin: () => 'http://127.0.0.1:1',
    crm: (path, token) => {
      asked.push({ path, token });
      if (path.includes('/404')) return Promise.resolve(new Response('{}', { status: 404 }));
      return Promise.resolve(
        Response.json({
          id: '7',
          properties: { dealname: 'Snow globes', amount: null, createdate: '2026-01-01T00:00:00Z' },
        }),
      );
    },
    tokens: { issue: () => `app-token-${(issued += 1)}`, revoke: (token) => void revoked.push(token) },
    requestsWith: () => [],
    onCall: (call) => calls.push(call),
    limits: { ...functionLimits, processes: 1, ...limits },
  });
  const call = (
    uid: string,
    parameters: Record<string, unknown> = {},
    objectQuery?: { objectId: string; objectTypeId: string; objectPropertyNames: string[] },
  ) => pool.call({ uid, parameters, viewerToken: 'viewer', ...(objectQuery === undefined ? {} : { objectQuery }) });
  return { pool, call, calls, revoked, asked };
}

const shared = open();
const everyPool = [shared];
const openWith = (limits: Partial<FunctionLimits>) => {
  const opened = open(limits);
  everyPool.push(opened);
  return opened;
};
afterAll(() => Promise.all(everyPool.map(({ pool }) => pool.close())));
const lastCall = ({ calls } = shared) => calls[calls.length - 1]!;

describe('createFunctionPool', () => {
  it('gives a function HubSpot’s context, its declared secrets and nothing else', async () => {
    const { status, body } = await shared.call(
      'echo',
      { n: 1 },
      { objectId: '7', objectTypeId: '0-3', objectPropertyNames: ['dealname', 'amount'] },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      response: {
        context: {
          propertiesToSend: { dealname: 'Snow globes', amount: null },
          parameters: { n: 1 },
          secrets: {
            PRIVATE_APP_ACCESS_TOKEN: 'app-token-1',
            HS_ENVIRONMENT: 'local',
            HS_HUBLET: 'na1',
            HS_SERVERLESS_FUNCTION_ID: 'echo',
          },
        },
        environment: { greeting: 'hello', origin: 'http://127.0.0.1:1', token: 'app-token-1', zone: 'UTC' },
      },
    });
    expect(body).not.toHaveProperty('response.environment.other');
    expect(body).not.toHaveProperty('response.context.propertiesToSend.createdate');
    expect(shared.asked).toEqual([
      { path: '/crm/v3/objects/0-3/7?properties=dealname&properties=amount', token: 'viewer' },
    ]);
    expect(shared.revoked).toEqual(['app-token-1']);
    expect(lastCall().log).toEqual(['! Declared secrets without a value: ABSENT.']);
    expect(lastCall()).toMatchObject({ uid: 'echo', outcome: 'ok', apiCalls: [] });
  });

  it('hands on the payload of a call as its event', async () => {
    const { body } = await shared.pool.call({
      uid: 'echo',
      parameters: {},
      event: { type: 'SERVERLESS_ACTION_HOOK', payload: { old: 'way' } },
      viewerToken: 'viewer',
    });
    expect(body).toMatchObject({
      response: { context: { event: { type: 'SERVERLESS_ACTION_HOOK', payload: { old: 'way' } } } },
    });
  });

  it('attests nothing without a record, and fails the call when the viewer cannot read it', async () => {
    expect((await shared.call('echo')).body).toMatchObject({ response: { context: { propertiesToSend: {} } } });
    const { status, body } = await shared.call(
      'echo',
      {},
      { objectId: '404', objectTypeId: '0-3', objectPropertyNames: ['dealname'] },
    );
    expect({ status, body }).toMatchObject({ status: 500, body: { status: 'error', message: 'internal error' } });
    expect(lastCall()).toMatchObject({
      outcome: 'failed',
      error: 'Error: Failed to fetch CRM object properties with objectTypeId~0-3 objectId~404: HTTP 404',
    });
  });

  it('answers a thrown error with HubSpot’s failure body', async () => {
    const { status, body } = await shared.call('throws');
    const { logId } = lastCall();
    expect(status).toBe(400);
    expect(body).toEqual({
      status: 'error',
      message: "There was a problem reaching the app's API. Contact the app developer for more information.",
      correlationId: logId,
      category: 'VALIDATION_ERROR',
      subCategory: 'GenXExecutionErrorType.APP_ERROR',
      errors: [
        {
          subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
          message: "The serverless function 'throws' failed to execute: TypeError: boom.",
          context: {
            exception: ['TypeError: boom'],
            logId: [logId],
            appFunctionLogId: [logId],
            serverlessFunction: ['throws'],
          },
        },
      ],
    });
    expect(lastCall().log[0]).toBe('TypeError: boom');
  });

  it.each([
    ['bigint', 'Wrong arguments'],
    ['no_main', 'customerPayload.main is not a function'],
    ['absent', "The serverless function absent doesn't exist in this project"],
  ])('fails %s with %s', async (uid, exception) => {
    expect(await shared.call(uid)).toMatchObject({
      status: 400,
      body: { errors: [{ context: { exception: [exception] } }] },
    });
    expect(lastCall().outcome).toBe('failed');
  });

  it('answers null for a function that returns nothing', async () => {
    expect((await shared.call('nothing')).body).toMatchObject({ response: null });
  });

  it('loads the bundle anew and restores the environment for each call', async () => {
    await shared.call('counts');
    expect((await shared.call('counts')).body).toMatchObject({ response: { calls: 1, leftBehind: null } });
  });

  it('keeps what a call printed, and not what an earlier call prints later', async () => {
    await shared.call('chatty', { lines: 2 });
    expect(lastCall().log).toEqual(['hello log { deal: 1 }', 'to stderr', 'no newline at the endline 0', 'line 1']);
    await shared.call('large', { bytes: 10 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    await shared.call('large', { bytes: 10 });
    expect(shared.calls.slice(-2).map(({ log }) => log)).toEqual([[], []]);
  });

  it('cuts a flood of output off and says so', async () => {
    const small = openWith({ logBytes: 200 });
    await small.call('chatty', { lines: 100_000 });
    const { log, outcome } = lastCall(small);
    expect(outcome).toBe('ok');
    expect(log.at(-1)).toBe('(log cut off after 200 bytes)');
    expect(log.length).toBeLessThan(30);
  });

  it('refuses payloads over the limit both ways', async () => {
    const small = openWith({ payloadBytes: 1_000 });
    expect(await small.call('large', { bytes: 2_000 })).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            context: {
              exception: ['Response payload size (2002 bytes) exceeded maximum allowed payload size (1000 bytes)'],
            },
          },
        ],
      },
    });
    expect(await small.call('large', { bytes: 1, padding: 'x'.repeat(1_000) })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { context: { exception: ['Request must be smaller than 1000 bytes for the InvokeFunction operation'] } },
        ],
      },
    });
    expect((await small.call('large', { bytes: 998 })).status).toBe(200);
  });

  it('warns, then stops a function that takes too long, and goes on with a new process', async () => {
    const hasty = openWith({ warnAfterMs: 100, stopAfterMs: 300 });
    for (const busy of [false, true]) {
      const { status, body } = await hasty.call('hangs', { busy });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        errors: [{ context: { exception: [expect.stringMatching(/Task timed out after 0\.30 seconds$/)] } }],
      });
      expect(lastCall(hasty).outcome).toBe('timeout');
      expect(lastCall(hasty).log).toEqual([
        'about to hang',
        '! Still running after 0.10 seconds: HubSpot may stop it here.',
      ]);
    }
    expect((await hasty.call('nothing')).status).toBe(200);
    expect(hasty.revoked).toHaveLength(3);
  });

  it('survives a function that eats all memory or throws outside its promise', async () => {
    const roomy = openWith({ memoryMb: 64 });
    expect(await roomy.call('hog')).toMatchObject({
      status: 400,
      body: { errors: [{ context: { exception: ['Runtime exited: out of memory (64 MB)'] } }] },
    });
    expect(await roomy.call('crashes')).toMatchObject({
      status: 400,
      body: { errors: [{ context: { exception: ['Error: thrown from a timer'] } }] },
    });
    expect((await roomy.call('nothing')).status).toBe(200);
  });

  it('takes calls in order while its processes are busy, and fails what waits when it is closed', async () => {
    const closing = openWith({});
    const hanging = closing.call('hangs');
    const queued = closing.call('nothing');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await closing.pool.close();
    expect([(await hanging).status, (await queued).status]).toEqual([400, 400]);
  });
});
