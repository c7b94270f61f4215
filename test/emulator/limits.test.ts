import { describe, expect, it } from 'vitest';
import { pathFamilies, testAccount } from './account.ts';

describe.each(pathFamilies)('how much room the account has (%s)', (family) => {
  const account = testAccount();
  const read = async (what: string, token?: string) =>
    account().send('GET', `/crm/${family === 'v3' ? 'v3/limits' : `limits/${family}`}/${what}`, undefined, token);

  it('counts the properties the account defined', async () => {
    const { crm } = account().client(family);
    const property = { groupName: 'dealinformation', type: 'string', fieldType: 'text' } as const;
    for (const name of ['first_own', 'second_own'])
      await crm.properties.coreApi.create('deals', { ...property, name, label: name } as never);
    const { status, body } = await read('custom-properties');
    expect(status).toBe(200);
    expect(body['overallUsage']).toBe(2);
    expect(body['byObjectType']).toEqual(
      expect.arrayContaining([
        {
          objectTypeId: '0-3',
          singularLabel: 'Deal',
          pluralLabel: 'Deals',
          usage: 2,
          limit: 1_000,
          percentage: 0.2,
        },
        expect.objectContaining({ objectTypeId: '0-8', pluralLabel: 'Line items', usage: 0 }),
      ]),
    );
  });

  it('counts custom objects, and defines no more than there is room for', async () => {
    const { crm } = account().client(family);
    const define = (name: string) =>
      crm.schemas.coreApi.create({
        name,
        labels: { singular: name, plural: name },
        requiredProperties: [],
        properties: [],
        associatedObjects: [],
      });
    for (let count = 0; count < 10; count += 1) await define(`object_${count}`);
    expect((await read('custom-object-types')).body).toEqual({ usage: 10, limit: 10, percentage: 100 });
    await expect(define('one_too_many')).rejects.toMatchObject({ code: 400 });
  });

  it('counts pipelines', async () => {
    expect((await read('pipelines')).body).toMatchObject({
      hubspotDefinedObjectTypes: [
        { objectTypeId: '0-3', usage: 1, limit: 100 },
        { objectTypeId: '0-5', usage: 1, limit: 100 },
      ],
    });
  });

  it('tells whoever may read records of any kind, and nobody else', async () => {
    expect((await read('pipelines', account().issue({ scopes: ['crm.objects.quotes.read'] }))).status).toBe(200);
    expect((await read('pipelines', account().issue({ scopes: ['crm.schemas.deals.read'] }))).status).toBe(403);
  });
});
