import { afterEach, describe, expect, it } from 'vitest';
import { createBulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import { createEvidencePort } from '../../serverless/ports/evidence-port.ts';
import { createLimitsPort } from '../../serverless/ports/limits-port.ts';
import { createPeopleAndStagesPort } from '../../serverless/ports/people-and-stages-port.ts';
import { existingProperties, propertyLabels } from '../../serverless/ports/property-labels.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import type { Transport } from '../../serverless/ports/transport.ts';
import { startScriptedServer } from './scripted-server.ts';
import type { Scripted } from './scripted-server.ts';

let server: Awaited<ReturnType<typeof startScriptedServer>> | null = null;
afterEach(() => server?.stop());

/** A transport to a HubSpot that answers from a script. */
async function answering(...script: Scripted[]): Promise<Transport> {
  server = await startScriptedServer(script);
  return createTransport({
    origin: server.origin,
    accessToken: 'token',
    family: 'v3',
    budgetMs: 2_000,
    random: () => 0,
  });
}
const seen = () => (server?.seen ?? []).map(({ method, url }) => `${method} ${url}`);
const bodies = () => (server?.seen ?? []).map(({ body }) => JSON.parse(body) as { inputs: unknown[] });
const ok = (body: unknown): Scripted => ({ status: 200, body });
const forbidden: Scripted = { status: 403, body: { category: 'MISSING_SCOPES', message: 'no', errors: [] } };
const unauthorized: Scripted = { status: 401, body: { category: 'INVALID_AUTHENTICATION', message: 'no' } };
const refused: Scripted = { status: 400, body: { category: 'VALIDATION_ERROR', message: 'Property values' } };

describe('what an account has room for', () => {
  // Asked for at once, so that every answer is the same and each schema takes what is its own.
  const use = {
    byObjectType: [
      { objectTypeId: '0-3', limit: 1_000, usage: 990 },
      { objectTypeId: '0-1', limit: 1_000, usage: 0 },
    ],
    hubspotDefinedObjectTypes: [{ objectTypeId: '0-5', limit: 100, usage: 97 }],
    limit: 10,
    usage: 4,
  };

  it('is what is left of each limit, of objects the app defines something for', async () => {
    const limits = createLimitsPort(await answering(ok(use)));
    expect(await limits.room()).toEqual({
      properties: new Map([['deals', 10]]),
      pipelines: new Map([['tickets', 3]]),
      customObjects: 6,
    });
  });

  it('is not known where HubSpot does not tell, but no token is told at once', async () => {
    expect(await createLimitsPort(await answering(forbidden)).room()).toBeNull();
    await server?.stop();
    await expect(createLimitsPort(await answering(unauthorized)).room()).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    await server?.stop();
    await expect(createLimitsPort(await answering('hang')).room()).rejects.toMatchObject({ kind: 'deadline' });
  });
});

describe('people', () => {
  const owner = (id: string, more: object = {}) => ({ id, userId: Number(id), email: `${id}@cuckoo.example`, ...more });

  it('have names, else addresses, else ids, and are read a thousand at most', async () => {
    const { owners } = createPeopleAndStagesPort(
      await answering(
        ok({
          results: [
            owner('1', { firstName: 'Ann', lastName: 'Archer' }),
            owner('2', { firstName: 'Bob', lastName: null }),
            owner('3', { firstName: '', lastName: '' }),
            { id: '4' },
          ],
          paging: { next: { after: 'a b' } },
        }),
        ok({ results: [owner('5')], paging: { next: { after: 'more' } } }),
      ),
    );
    expect(await owners()).toEqual([
      { id: '1', userId: '1', name: 'Ann Archer' },
      { id: '2', userId: '2', name: 'Bob' },
      { id: '3', userId: '3', name: '3@cuckoo.example' },
      { id: '4', userId: null, name: '4' },
      { id: '5', userId: '5', name: '5@cuckoo.example' },
    ]);
    expect(seen()).toEqual([
      'GET /crm/v3/owners?limit=500&archived=false',
      'GET /crm/v3/owners?limit=500&archived=false&after=a%20b',
    ]);
  });

  it('of a small account are one page, however HubSpot says that it is the last', async () => {
    for (const paging of [undefined, {}]) {
      const { owners } = createPeopleAndStagesPort(await answering(ok({ results: [owner('1')], paging })));
      expect(await owners()).toHaveLength(1);
      expect(seen()).toHaveLength(1);
      await server?.stop();
    }
  });
});

describe('stages of deals', () => {
  it('come in HubSpot’s order, with those that end a deal', async () => {
    const stage = (id: string, displayOrder: number, metadata?: object) => ({
      id,
      label: `Stage ${id}`,
      displayOrder,
      metadata,
    });
    const { dealPipelines } = createPeopleAndStagesPort(
      await answering(
        ok({
          results: [
            { id: 'b', label: 'Exports', displayOrder: 1, stages: [] },
            {
              id: 'a',
              label: 'Sales',
              displayOrder: 0,
              stages: [
                stage('2', 2, { isClosed: 'true' }),
                stage('0', 0),
                stage('1', 1, {}),
                stage('3', 3, { isClosed: 'false' }),
              ],
            },
          ],
        }),
      ),
    );
    expect(await dealPipelines()).toEqual([
      {
        id: 'a',
        name: 'Sales',
        stages: [
          { id: '0', name: 'Stage 0', isClosed: false },
          { id: '1', name: 'Stage 1', isClosed: false },
          { id: '2', name: 'Stage 2', isClosed: true },
          { id: '3', name: 'Stage 3', isClosed: false },
        ],
      },
      { id: 'b', name: 'Exports', stages: [] },
    ]);
  });
});

describe('labels of properties', () => {
  it('are HubSpot’s, and the names where it has none or does not answer', async () => {
    const transport = await answering(ok({ results: [{ name: 'amount', label: 'Amount' }] }), forbidden);
    expect(await propertyLabels(transport, 'deals', ['amount', 'region'])).toEqual(['Amount', 'region']);
    expect(bodies()).toEqual([{ inputs: [{ name: 'amount' }, { name: 'region' }], archived: false }]);
    expect(await propertyLabels(transport, 'deals', ['amount'])).toEqual(['amount']);
    expect(await propertyLabels(transport, 'deals', [])).toEqual([]);
    expect(seen()).toHaveLength(2);
  });

  it('that exist are told, or that nobody may know', async () => {
    const transport = await answering(ok({ results: [{ name: 'amount' }] }), forbidden, unauthorized);
    expect(await existingProperties(transport, 'deals', ['amount', 'region'])).toEqual(new Set(['amount']));
    expect(await existingProperties(transport, 'quotes', ['terms'])).toBeNull();
    await expect(existingProperties(transport, 'deals', ['amount'])).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(await existingProperties(transport, 'deals', [])).toEqual(new Set());
    expect(seen()).toHaveLength(3);
  });
});

describe('many updates of deals', () => {
  const update = (id: string) => ({ id, properties: { terms_verdict: 'trade' } });
  const written = (...ids: string[]) => ok({ status: 'COMPLETE', results: ids.map((id) => ({ id, properties: {} })) });

  it('are none for none', async () => {
    expect(await createBulkDealPort(await answering(refused)).updateDeals([])).toEqual([]);
    expect(seen()).toEqual([]);
  });

  it('say which HubSpot left out', async () => {
    const deals = createBulkDealPort(await answering(written('1', '3')));
    expect(await deals.updateDeals(['1', '2', '3'].map(update))).toEqual([
      { id: '2', reason: 'refused', properties: [] },
    ]);
  });

  it('are halved until the refused one is found, and no further for a failure of all', async () => {
    const deals = createBulkDealPort(await answering(refused, written('1', '2'), refused));
    expect(await deals.updateDeals(['1', '2', '3'].map(update))).toEqual([
      { id: '3', reason: 'refused', properties: [] },
    ]);
    expect(bodies().map(({ inputs }) => inputs.length)).toEqual([3, 2, 1]);
    await server?.stop();
    const locked = createBulkDealPort(await answering(unauthorized));
    await expect(locked.updateDeals(['1', '2'].map(update))).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(seen()).toHaveLength(1);
  });
});

describe('links of records', () => {
  const linked = (id: string, ids: (number | string)[], after?: string) => ({
    from: { id },
    to: ids.map((toObjectId) => ({ toObjectId })),
    ...(after === undefined ? {} : { paging: { next: { after } } }),
  });

  it('are read on where a record has more than HubSpot tells at once', async () => {
    const evidence = createEvidencePort(
      await answering(
        ok({
          results: [linked('1', [11, '12'], 'next'), linked('2', [21])],
          errors: [{ category: 'OBJECT_NOT_FOUND' }],
        }),
        ok({ results: [linked('1', [13])] }),
      ),
    );
    expect(await evidence.linksOfMany('companies', ['1', '2', '3'], 'invoices')).toEqual(
      new Map([
        ['1', ['11', '12', '13']],
        ['2', ['21']],
      ]),
    );
    expect(bodies()).toEqual([
      { inputs: [{ id: '1' }, { id: '2' }, { id: '3' }] },
      { inputs: [{ id: '1', after: 'next' }] },
    ]);
  });

  it('of a deal are none it has no word of, and null where the app may not see their kind', async () => {
    const record = (associations?: object) => ok({ properties: { hs_object_id: '7' }, associations });
    const evidence = createEvidencePort(
      await answering(
        record({ 'line items': { results: [{ id: '1' }, { id: '1' }, { id: '2' }] } }),
        forbidden,
        record(),
      ),
    );
    expect(await evidence.withLinks('deals', '7', ['hs_object_id'], ['line_items', 'tasks'])).toEqual({
      properties: { hs_object_id: '7' },
      links: { line_items: ['1', '2'], quotes: [], invoices: [], deals: [], tasks: [] },
    });
    expect(await evidence.withLinks('deals', '7', ['hs_object_id'], ['quotes', 'tasks'])).toEqual({
      properties: { hs_object_id: '7' },
      links: { line_items: [], quotes: null, invoices: [], deals: [], tasks: [] },
    });
    expect(seen().map((request) => request.split('?')[1])).toEqual([
      'properties=hs_object_id&associations=line_items,tasks',
      'properties=hs_object_id&associations=quotes,tasks',
      'properties=hs_object_id&associations=tasks',
    ]);
    await server?.stop();
    const gone = createEvidencePort(await answering({ status: 404, body: { category: 'OBJECT_NOT_FOUND' } }));
    expect(await gone.withLinks('companies', '7', [], ['deals'])).toBeNull();
  });

  it('lead to records the app may see; of those it needs, HubSpot’s refusal is told', async () => {
    const evidence = createEvidencePort(await answering(forbidden));
    expect(await evidence.recordsOf('invoices', ['1'], ['hs_due_date'])).toBeNull();
    await expect(evidence.recordsOf('companies', ['1', '2'], ['country'])).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(bodies().map(({ inputs }) => inputs.length)).toEqual([1, 2, 1]);
    expect(await evidence.recordsOf('deals', [], ['amount'])).toEqual(new Map());
  });
});
