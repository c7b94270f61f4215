import { describe, expect, it } from 'vitest';
import { link, refusal, testAccount } from './account.ts';

describe('tokens', () => {
  const account = testAccount();

  it('unknown, revoked or missing: 401', async () => {
    const token = account().issue({});
    expect((await account().send('GET', '/crm/v3/objects/deals', undefined, token)).status).toBe(200);
    account().emulator.revokeToken(token);
    for (const bad of [token, 'pat-unknown', '']) {
      expect(await account().send('GET', '/crm/v3/objects/deals', undefined, bad)).toMatchObject({
        status: 401,
        body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
      });
    }
  });

  it.each<[string, string, string]>([
    ['GET', '/crm/v3/objects/deals', 'crm.objects.deals.read'],
    ['POST', '/crm/v3/objects/deals', 'crm.objects.deals.write'],
    ['POST', '/crm/v3/objects/0-2/search', 'crm.objects.companies.read'],
    ['PATCH', '/crm/objects/2026-09/contacts/1', 'crm.objects.contacts.write'],
    ['GET', '/crm/v3/properties/deals', 'crm.objects.deals.read'],
    ['POST', '/crm/properties/2026-09/deals', 'crm.schemas.deals.write'],
    ['GET', '/crm/v3/schemas', 'crm.schemas.custom.read'],
    ['POST', '/crm-object-schemas/v3/schemas', 'crm.schemas.custom.write'],
    ['GET', '/crm/v3/owners', 'crm.objects.owners.read'],
    ['GET', '/crm/v3/pipelines/deals', 'crm.objects.deals.read'],
  ])('without the scope for %s %s: 403 that names it', async (method, path, scope) => {
    const token = account().issue({ scopes: [] });
    expect(await account().send(method, path, method === 'GET' ? undefined : {}, token)).toMatchObject({
      status: 403,
      body: {
        category: 'MISSING_SCOPES',
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredGranularScopes: [scope] },
          },
        ],
      },
    });
  });

  it('may all ask what account it is', async () => {
    const answer = await account().send(
      'GET',
      '/account-info/2026-09/details',
      undefined,
      account().issue({ scopes: [] }),
    );
    expect(answer).toMatchObject({
      status: 200,
      body: {
        portalId: 4711,
        timeZone: 'Europe/Berlin',
        companyCurrency: 'EUR',
        additionalCurrencies: ['USD', 'CHF'],
        utcOffset: '+01:00',
        utcOffsetMilliseconds: 3_600_000,
      },
    });
  });

  it('may ask what they may do', async () => {
    const token = account().issue({ scopes: ['tickets'], app: { id: 77, name: 'Test app' } });
    const path = '/oauth/v2/private-apps/get/access-token-info';
    expect(await account().send('POST', path, { tokenKey: token }, token)).toMatchObject({
      status: 200,
      body: { userId: 1, hubId: 4711, appId: 77, scopes: ['tickets', 'oauth'] },
    });
    expect((await account().send('POST', path, { tokenKey: 'pat-other' }, token)).status).toBe(404);
  });

  it('are logged with what they asked', async () => {
    const token = account().issue({});
    const heard: string[] = [];
    const stop = account().emulator.requestLog.subscribe(({ path }) => void heard.push(path));
    await account().send('GET', '/crm/v3/objects/deals?limit=1', undefined, token);
    stop();
    await account().send('GET', '/crm/v3/objects/deals/404', undefined, token);
    expect(heard).toEqual(['/crm/v3/objects/deals?limit=1']);
    expect(
      account()
        .emulator.requestLog.entries(token)
        .map(({ method, path, status }) => `${method} ${path} ${status}`),
    ).toEqual(['GET /crm/v3/objects/deals?limit=1 200', 'GET /crm/v3/objects/deals/404 404']);
  });
});

describe('a token that sees only its owner’s records', () => {
  const account = testAccount();
  const rep = () => account().client('v3', account().issue({ user: { id: 91, ownerId: '501' }, sees: 'own' })).crm;
  const all = () => account().client().crm;

  it('finds no others by any road, and cannot write them', async () => {
    const company = await all().companies.basicApi.create({
      properties: { name: 'Shared', hubspot_owner_id: '501' },
      associations: [],
    });
    const [mine, other] = await Promise.all(
      ['501', '502'].map((hubspot_owner_id) =>
        all().deals.basicApi.create({
          properties: { dealname: 'Fence', hubspot_owner_id },
          associations: [link(company.id, 5)] as never,
        }),
      ),
    );
    expect((await rep().deals.basicApi.getById(mine!.id)).id).toBe(mine!.id);
    expect((await refusal(rep().deals.basicApi.getById(other!.id))).status).toBe(404);
    expect((await refusal(rep().deals.basicApi.update(other!.id, { properties: { amount: '1' } }))).status).toBe(404);
    expect((await rep().deals.basicApi.getPage(10)).results.map(({ id }) => id)).toEqual([mine!.id]);
    expect((await rep().deals.searchApi.doSearch({ query: 'fence' })).results.map(({ id }) => id)).toEqual([mine!.id]);
    expect(
      (
        await rep().deals.batchApi.read({
          inputs: [{ id: mine!.id }, { id: other!.id }],
          properties: [],
          propertiesWithHistory: [],
        })
      ).results.map(({ id }) => id),
    ).toEqual([mine!.id]);
    expect(
      (await rep().associations.v4.basicApi.getPage('companies', company.id, 'deals')).results.map(
        ({ toObjectId }) => toObjectId,
      ),
    ).toEqual([Number(mine!.id)]);
    await rep().deals.basicApi.archive(other!.id);
    expect((await all().deals.basicApi.getById(other!.id)).archived).toBe(false);
  });

  it('owns what it creates', async () => {
    const { id } = await rep().deals.basicApi.create({ properties: { dealname: 'New' }, associations: [] });
    expect((await rep().deals.basicApi.getById(id, ['hubspot_owner_id'])).properties['hubspot_owner_id']).toBe('501');
  });
});
