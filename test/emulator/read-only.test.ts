import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardKinds } from '../../workbench/emulator/object-types.ts';
import { pathFamilies, refusal } from './account.ts';
import type { AnyBody } from './account.ts';
import { openForReading } from './open-for-reading.ts';
import type { ReadableAccount } from './open-for-reading.ts';

// `npm run conformance` runs this file against a real account: it writes nothing and takes the account's data as it finds it.
let account: ReadableAccount;
beforeAll(async () => {
  account = await openForReading();
});
afterAll(async () => {
  await account.close();
  expect(account.faults).toEqual([]);
});

const nobody = '999999999999999';

describe.each(pathFamilies)('reading (%s)', (family) => {
  const crm = () => account.client(family).crm;
  const someDeals = async (limit: number, properties?: string[]) =>
    (await crm().deals.basicApi.getPage(limit, undefined, properties)).results;

  it('lists deals page by page, each once', async ({ skip }) => {
    const first = await crm().deals.basicApi.getPage(1);
    const after = first.paging?.next?.after;
    if (after === undefined) return skip('the account has fewer than two deals');
    const second = await crm().deals.basicApi.getPage(1, after);
    expect(second.results[0]?.id).not.toBe(first.results[0]?.id);
    expect(Object.keys(first.results[0]?.properties ?? {}).sort()).toEqual([
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ]);
  });

  it('shows what is asked for, unset as null, unknown not at all', async ({ skip }) => {
    const [some] = await someDeals(1);
    if (some === undefined) return skip('the account has no deals');
    const deal = await crm().deals.basicApi.getById(
      some.id,
      ['dealname', 'closed_won_reason', 'no_such_property'],
      ['dealname'],
    );
    expect(Object.keys(deal.properties).sort()).toEqual([
      'closed_won_reason',
      'createdate',
      'dealname',
      'hs_lastmodifieddate',
      'hs_object_id',
    ]);
    expect(deal.propertiesWithHistory?.['dealname']?.[0]?.value).toBe(deal.properties['dealname']);
  });

  it('reads several and names those that are not there', async ({ skip }) => {
    const [some] = await someDeals(1);
    if (some === undefined) return skip('the account has no deals');
    const read = await crm().deals.batchApi.read({
      inputs: [{ id: some.id }, { id: nobody }],
      properties: ['dealname'],
      propertiesWithHistory: [],
    });
    expect(read).toMatchObject({
      status: 'COMPLETE',
      results: [{ id: some.id }],
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: [nobody] } }],
    });
  });

  it('searches, sorts and counts', async () => {
    const found = await crm().deals.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'GT' as never, value: '0' }] }],
      sorts: ['-createdate'],
      limit: 2,
    });
    expect(found.total).toBeGreaterThanOrEqual(found.results.length);
    const dates = found.results.map(({ createdAt }) => createdAt.getTime());
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  it.each<[string, object]>([
    ['201 a page', { limit: 201 }],
    ['results past the ten thousandth', { limit: 100, after: '10000' }],
    [
      'a property that does not exist',
      { filterGroups: [{ filters: [{ propertyName: 'no_such_property', operator: 'EQ', value: '1' }] }] },
    ],
    ['more than 3,000 characters', { query: 'x'.repeat(3_100) }],
  ])('refuses a search for %s', async (_what, request) => {
    expect((await refusal(crm().deals.searchApi.doSearch(request))).status).toBe(400);
  });

  it.each(standardKinds.map(({ plural, properties }) => [plural, properties] as const))(
    'defines HubSpot’s properties of %s as the emulator has them',
    async (plural, properties) => {
      const { results } = await crm().properties.coreApi.getAll(plural);
      const theirs = new Map(results.map(({ name, type, fieldType }) => [name, `${type} ${fieldType}`]));
      expect(properties.map(({ name }) => [name, theirs.get(name)])).toEqual(
        properties.map(({ name, type, fieldType }) => [name, `${type} ${fieldType}`]),
      );
    },
  );

  it('has deal pipelines whose stages say how likely and whether closed', async () => {
    const { results } = await crm().pipelines.pipelinesApi.getAll('deals');
    for (const { metadata } of results.flatMap(({ stages }) => stages)) {
      expect(metadata?.['probability']).toMatch(/^[01]\.\d+$/);
      expect(metadata?.['isClosed']).toMatch(/^(true|false)$/);
    }
  });

  it('has owners and schemas', async () => {
    expect((await crm().owners.ownersApi.getPage(undefined, undefined, 1)).results.length).toBeLessThanOrEqual(1);
    expect((await crm().schemas.coreApi.getAll()).results).toBeInstanceOf(Array);
  });

  it('follows links', async ({ skip }) => {
    const [some] = await someDeals(1);
    if (some === undefined) return skip('the account has no deals');
    const { results } = await crm().associations.v4.basicApi.getPage('deals', some.id, 'companies');
    for (const { toObjectId } of results as readonly { toObjectId: unknown }[])
      expect(String(toObjectId)).toMatch(/^\d+$/);
    expect((await crm().associations.v4.schema.definitionsApi.getAll('deals', 'companies')).results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ typeId: 5, category: 'HUBSPOT_DEFINED' }),
        expect.objectContaining({ typeId: 341, category: 'HUBSPOT_DEFINED' }),
      ]),
    );
  });

  it('says what is not there', async () => {
    expect(await refusal(crm().deals.basicApi.getById(nobody))).toMatchObject({
      status: 404,
      body: { message: 'resource not found' },
    });
    expect(await refusal(crm().objects.basicApi.getPage('butterflies'))).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: butterflies' },
    });
    expect((await refusal(crm().properties.coreApi.getByName('deals', 'no_such_property'))).status).toBe(404);
  });
});

describe('reading without the SDK', () => {
  const get = async (path: string, token: string) => {
    const answer = await fetch(`${account.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as AnyBody };
  };

  it('tells what the account is', async () => {
    const { status, body } = await get('/account-info/v3/details', account.token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      portalId: expect.any(Number) as number,
      timeZone: expect.stringMatching(/\w+\/\w+|UTC/) as string,
      companyCurrency: expect.stringMatching(/^[A-Z]{3}$/) as string,
    });
  });

  it('refuses a token nobody was given', async () => {
    expect(await get('/crm/v3/objects/deals', 'pat-na1-00000000-0000-0000-0000-000000000000')).toMatchObject({
      status: 401,
      body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
    });
  });
});
