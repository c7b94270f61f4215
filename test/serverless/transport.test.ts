import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmError } from '../../serverless/ports/crm-error.ts';
import { pathIn } from '../../serverless/ports/path-family.ts';
import { isIdempotent, pauseBeforeRetry } from '../../serverless/ports/retry.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import { startScriptedServer } from './scripted-server.ts';
import type { Scripted } from './scripted-server.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function connect(
  script: readonly Scripted[],
  { budgetMs = 8_000, longestTryMs = 3_500, family = 'v3' as const } = {},
) {
  const server = await startScriptedServer(script);
  stops.push(server.stop);
  const transport = createTransport({
    origin: server.origin,
    accessToken: 'secret-token',
    family,
    budgetMs,
    longestTryMs,
    random: () => 0,
  });
  return { ...server, transport };
}

async function failure(promise: Promise<unknown>): Promise<CrmError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isCrmError(error)) throw new Error(`expected a CrmError, got ${String(error)}`);
  return error;
}

const read = { method: 'GET', path: '/crm/v3/objects/deals/1?properties=amount' };
const create = { method: 'POST', path: '/crm/v3/objects/deals', body: '{}' };
const batchRead = { method: 'POST', path: '/crm/v3/objects/deals/batch/read', body: '{}' };
const burst = { status: 429, body: { policyName: 'TEN_SECONDLY_ROLLING', correlationId: 'c-1' } };

describe('createTransport', () => {
  it('sends token, path, query and body, and hands the answer back', async () => {
    const { transport, seen } = await connect([{ status: 201, body: { id: '7' } }]);
    const answer = await transport.send({
      method: 'POST',
      path: '/crm/v3/objects/deals?x=1',
      body: '{"properties":{"dealname":"Ümlaut"}}',
    });
    expect([answer.status, JSON.parse(answer.body.toString('utf8'))]).toEqual([201, { id: '7' }]);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/crm/v3/objects/deals?x=1',
      body: '{"properties":{"dealname":"Ümlaut"}}',
    });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer secret-token',
      'content-type': 'application/json',
    });
  });

  it('tries again after a burst limit, also a create: it was not done', async () => {
    const { transport } = await connect([burst, burst, { status: 201 }]);
    expect((await transport.send(create)).status).toBe(201);
    expect(transport.calls()).toBe(3);
  });

  it('stops at once when the daily limit is used up', async () => {
    const { transport } = await connect([{ status: 429, body: { policyName: 'DAILY' } }]);
    expect((await failure(transport.send(read))).kind).toBe('daily_limit');
    expect(transport.calls()).toBe(1);
  });

  it('gives up after four tries', async () => {
    const { transport } = await connect([burst]);
    const error = await failure(transport.send(read));
    expect([error.kind, error.details.hubspotCorrelationId, transport.calls()]).toEqual(['rate_limited', 'c-1', 4]);
  });

  it('does not wait for a Retry-After longer than its time', async () => {
    const { transport } = await connect([{ ...burst, headers: { 'retry-after': '3600' } }]);
    expect((await failure(transport.send(read))).kind).toBe('rate_limited');
    expect(transport.calls()).toBe(1);
  });

  it.each([500, 502, 503, 504, 521])('sends a read again after %i, and a create not', async (status) => {
    const reading = await connect([{ status, body: '<html>' }, { status: 200 }]);
    expect((await reading.transport.send(batchRead)).status).toBe(200);
    const creating = await connect([{ status, body: '<html>' }, { status: 201 }]);
    expect((await failure(creating.transport.send(create))).kind).toBe('unavailable');
    expect(creating.transport.calls()).toBe(1);
  });

  it('sends a read again over a new line when one is cut, and a create not', async () => {
    const reading = await connect(['reset', { status: 200 }]);
    expect((await reading.transport.send(read)).status).toBe(200);
    const creating = await connect(['reset', { status: 201 }]);
    expect((await failure(creating.transport.send(create))).kind).toBe('unavailable');
  });

  it('ends when its time is up, however many calls share it', async () => {
    const { transport } = await connect(['hang'], { budgetMs: 150 });
    expect((await failure(transport.send(read))).kind).toBe('deadline');
    expect((await failure(transport.send(read))).kind).toBe('deadline');
    expect(transport.calls()).toBe(1);
  });

  it('gives a try up for another one, whatever garbage is collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { transport, seen } = await connect(['hang', { status: 200 }], { longestTryMs: 1_000 });
    const sent = transport.send(read);
    while (seen.length === 0)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    collect();
    expect((await sent).status).toBe(200);
    expect(transport.calls()).toBe(2);
  });

  it('says nothing of token, values or HubSpot’s text', async () => {
    const { transport } = await connect([
      {
        status: 400,
        body: {
          message: 'Property values were not valid: Frau Schulz',
          correlationId: 'c-2',
          category: 'VALIDATION_ERROR',
          errors: [{ message: 'Frau Schulz', code: 'INVALID_OPTION', context: { propertyName: ['terms_urgency'] } }],
        },
      },
    ]);
    const error = await failure(
      transport.send({
        method: 'PATCH',
        path: '/crm/v3/objects/deals/1',
        body: '{"properties":{"terms_urgency":"Frau Schulz"}}',
      }),
    );
    expect(error.message).toBe('PATCH /crm/v3/objects/deals/1 failed: validation (HTTP 400)');
    expect(error.details).toEqual({
      required: [],
      usedBy: [],
      records: [],
      request: 'PATCH /crm/v3/objects/deals/1',
      status: 400,
      hubspotCorrelationId: 'c-2',
      scopes: [],
      properties: ['terms_urgency'],
    });
    expect(JSON.stringify(error) + String(error.stack)).not.toMatch(/Schulz|secret-token/);
  });

  it.each([
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403, body: { category: 'MISSING_SCOPES' } }, 'forbidden'],
    [{ status: 404 }, 'not_found'],
    [{ status: 409 }, 'conflict'],
    [{ status: 400, body: 'no json' }, 'validation'],
    [
      { status: 400, body: { message: 'Cannot set PropertyValueCoordinates{…} on 2. 1 already has that value.' } },
      'conflict',
    ],
    [
      {
        status: 400,
        body: {
          message:
            'Property values were not valid: [{"isValid":false,"error":"PROPERTY_DOESNT_EXIST","name":"terms_levers"}]',
        },
      },
      'not_installed',
    ],
    [{ status: 400, body: { message: 'Unable to infer object type from: p_terms_ledger' } }, 'not_installed'],
    [
      {
        status: 400,
        body: { errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['terms_levers'] } }] },
      },
      'not_installed',
    ],
  ])('reads %j as %s', async (answer, kind) => {
    const { transport } = await connect([answer]);
    expect((await failure(transport.send(create))).kind).toBe(kind);
  });

  it('finds the refused property in the message of a body without details', async () => {
    const { transport } = await connect([
      {
        status: 400,
        body: {
          message:
            'Property values were not valid: [{"isValid":false,"error":"INVALID_OPTION","name":"terms_urgency"}]',
        },
      },
    ]);
    const error = await failure(transport.send(create));
    expect([error.kind, error.details.properties]).toEqual(['validation', ['terms_urgency']]);
  });

  it('names missing scopes', async () => {
    const { transport } = await connect([
      { status: 403, body: { errors: [{ context: { requiredGranularScopes: ['crm.objects.deals.write'] } }] } },
    ]);
    expect((await failure(transport.send(create))).details.scopes).toEqual(['crm.objects.deals.write']);
  });
});

describe('createTransport and odd answers', () => {
  const update = { method: 'PATCH', path: '/crm/v3/objects/deals/1', body: '{}' };
  const done = { status: 200, body: { id: '1' } };

  it.each([408, 409])('sends what may be sent twice again after a %i', async (status) => {
    const { transport, seen: requests } = await connect([{ status, body: {} }, done]);
    expect((await transport.send(update)).status).toBe(200);
    expect(requests).toHaveLength(2);
  });

  it.each([
    [408, 'unavailable'],
    [409, 'conflict'],
  ])('does not create twice after a %i', async (status, kind) => {
    const { transport, seen: requests } = await connect([{ status, body: {} }, done]);
    expect((await failure(transport.send(create))).kind).toBe(kind);
    expect(requests).toHaveLength(1);
  });

  it('asks again where an answer is empty, and takes an empty one in the end', async () => {
    const { transport, seen: requests } = await connect([{ status: 200, body: '' }, done]);
    expect((await transport.send(read)).body.toString()).toBe('{"id":"1"}');
    expect(requests).toHaveLength(2);
    const silent = await connect(Array.from({ length: 4 }, () => ({ status: 200, body: '' })));
    expect((await silent.transport.send(update)).body).toHaveLength(0);
    expect(silent.seen).toHaveLength(4);
  });

  it('keeps what HubSpot changed on the way in, without the values', async () => {
    const warning = {
      category: 'PROPERTY_VALUE_NORMALIZED',
      message: 'was 31.12.26',
      context: { propertyName: 'terms_needed_by', rawValue: '31.12.26', normalizedValue: '2026-12-31' },
    };
    const { transport } = await connect([
      { status: 200, body: { id: '1', warnings: [warning] } },
      { status: 200, body: { results: [{ id: '1', warnings: [warning] }, { id: '2' }] } },
      { status: 200, body: '{"warnings"' },
    ]);
    await transport.send(update);
    await transport.send({ ...update, method: 'POST', path: '/crm/v3/objects/deals/batch/update' });
    await transport.send(update);
    const kept = { category: 'PROPERTY_VALUE_NORMALIZED', property: 'terms_needed_by' };
    expect(transport.warnings()).toEqual([kept, kept]);
  });
});

describe('pathIn', () => {
  it.each([
    ['/crm/v3/objects/deals/1', '/crm/objects/2026-09/deals/1'],
    ['/crm/v3/objects/p_terms_ledger/batch/read', '/crm/objects/2026-09/p_terms_ledger/batch/read'],
    ['/crm/v4/objects/companies/5/associations/deals', '/crm/objects/2026-09/companies/5/associations/deals'],
    ['/crm/v4/associations/deals/companies/batch/read', '/crm/associations/2026-09/deals/companies/batch/read'],
    ['/crm/v3/properties/deals/batch/create', '/crm/properties/2026-09/deals/batch/create'],
    ['/crm/v3/pipelines/deals', '/crm/pipelines/2026-09/deals'],
    ['/crm/v3/owners', '/crm/owners/2026-09'],
    ['/crm/v3/limits/custom-properties', '/crm/limits/2026-09/custom-properties'],
    ['/crm-object-schemas/v3/schemas', '/crm-object-schemas/2026-09/schemas'],
    ['/crm-object-schemas/v3/schemas/p_terms_ledger', '/crm-object-schemas/2026-09/schemas/p_terms_ledger'],
    ['/account-info/v3/details', '/account-info/2026-09/details'],
    ['/crm/v3/objectsomething', '/crm/v3/objectsomething'],
    ['/oauth/v2/private-apps/get/access-token-info', '/oauth/v2/private-apps/get/access-token-info'],
  ])('%s becomes %s', (path, dated) => {
    expect(pathIn(path, '2026-09')).toBe(dated);
    expect(pathIn(path, 'v3')).toBe(path);
  });
});

describe('isIdempotent', () => {
  it('knows which posts are reads or state values', () => {
    const paths = [
      '/crm/v3/objects/deals/search',
      '/crm/v3/objects/deals/batch/read',
      '/crm/v3/objects/deals/batch/update',
      '/crm/v3/objects/deals/batch/upsert',
      '/crm/v3/objects/deals',
      '/crm/v3/objects/deals/batch/create',
    ];
    expect(paths.map((path) => isIdempotent('POST', path))).toEqual([true, true, true, true, false, false]);
  });
});

describe('pauseBeforeRetry', () => {
  const limited = { status: 429, isEmpty: false, policyName: 'TEN_SECONDLY_ROLLING', retryAfterMs: null };

  it('doubles the range of the pause up to four seconds and stops at the fourth try', () => {
    expect([1, 2, 3, 4].map((tries) => pauseBeforeRetry(limited, tries, true, 0.5))).toEqual([250, 500, 1000, null]);
  });

  it('waits at least as long as HubSpot asks', () => {
    expect(pauseBeforeRetry({ ...limited, retryAfterMs: 1500 }, 1, true, 0)).toBe(1500);
    expect(pauseBeforeRetry({ status: 423, isEmpty: false, policyName: '', retryAfterMs: null }, 1, false, 0)).toBe(
      2000,
    );
  });
});
