import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAccount, refusal, testAccount } from './account.ts';

describe('what is written', () => {
  it('is there again after a restart, history, schema and links included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
    const file = join(folder, 'account.sqlite');
    const before = await openAccount(file);
    await before.send('POST', '/crm/v3/schemas', {
      name: 'note_card',
      labels: {},
      requiredProperties: [],
      properties: [{ name: 'body', label: 'Body', type: 'string', fieldType: 'text' }],
      associatedObjects: ['deals'],
    });
    await before.send('POST', '/crm/v3/properties/deals', {
      name: 'season',
      label: 'Season',
      groupName: 'dealinformation',
      type: 'string',
      fieldType: 'text',
    });
    const company = await before.send('POST', '/crm/v3/objects/companies', { properties: { name: 'Kept' } });
    const deal = await before.send('POST', '/crm/v3/objects/deals', {
      properties: { dealname: 'Kept', season: 'autumn' },
      associations: [
        { to: { id: company.body.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] },
      ],
    });
    await before.send('PATCH', `/crm/v3/objects/deals/${deal.body.id}`, { properties: { season: 'winter' } });
    await before.close();

    const after = await openAccount(file);
    const found = await after.client().crm.deals.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'season', operator: 'EQ' as never, value: 'winter' }] }],
      properties: ['season'],
    });
    expect(found.results.map(({ id }) => id)).toEqual([deal.body.id]);
    const read = await after
      .client()
      .crm.deals.basicApi.getById(deal.body.id, ['hs_primary_associated_company'], ['season'], ['companies']);
    expect(read.properties['hs_primary_associated_company']).toBe(company.body.id);
    expect(read.propertiesWithHistory?.['season']?.map(({ value }) => value)).toEqual(['winter', 'autumn']);
    expect(
      (await after.client().crm.objects.basicApi.create('p_note_card', { properties: { body: 'x' }, associations: [] }))
        .properties['body'],
    ).toBe('x');
    await after.close();
    expect([...before.faults, ...after.faults]).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('is gone after a reset, while tokens stay', async () => {
    const account = await openAccount();
    await account.send('POST', '/crm/v3/schemas', {
      name: 'note_card',
      labels: {},
      requiredProperties: [],
      properties: [],
      associatedObjects: [],
    });
    const { body } = await account.send('POST', '/crm/v3/objects/deals', { properties: { dealname: 'Short-lived' } });
    account.emulator.reset();
    expect((await account.send('GET', `/crm/v3/objects/deals/${body.id}`)).status).toBe(404);
    expect((await account.send('GET', '/crm/v3/objects/p_note_card')).status).toBe(400);
    expect((await account.send('POST', '/crm/v3/objects/deals/search', {})).body).toMatchObject({ total: 0 });
    expect(
      (await account.send('POST', '/crm/v3/objects/deals', { properties: { dealname: 'First again' } })).body.id,
    ).toBe(body.id);
    await account.close();
  });
});

describe('two at once', () => {
  const account = testAccount();

  it('both writes wait until both have come', async () => {
    const { id } = (await account().send('POST', '/crm/v3/objects/deals', { properties: { dealname: 'Contended' } }))
      .body;
    const hold = account().emulator.holdUntil({ method: 'PATCH', path: /\/deals\/\d+$/, count: 2 });
    const order: string[] = [];
    const write = async (amount: string) => {
      await account().send('PATCH', `/crm/v3/objects/deals/${id}`, { properties: { amount } });
      order.push('written');
    };
    const first = write('1');
    await expect.poll(() => hold.waiting()).toBe(1);
    expect((await account().client().crm.deals.basicApi.getById(id, ['amount'])).properties['amount']).toBeNull();
    order.push('read');
    await Promise.all([first, write('2'), hold.released]);
    expect(order).toEqual(['read', 'written', 'written']);
    await account().send('PATCH', `/crm/v3/objects/deals/${id}`, { properties: { amount: '3' } });
  });

  it('a hold that is cancelled lets go of those that wait', async () => {
    const hold = account().emulator.holdUntil({ method: 'GET', path: /\/owners/, count: 2 });
    const waiting = account().send('GET', '/crm/v3/owners');
    await expect.poll(() => hold.waiting()).toBe(1);
    hold.cancel();
    expect((await waiting).status).toBe(200);
  });

  it('only one gets a unique value', async () => {
    await account().send('POST', '/crm/v3/properties/deals', {
      name: 'slot',
      label: 'Slot',
      groupName: 'dealinformation',
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
    });
    account().emulator.holdUntil({ method: 'POST', path: /\/objects\/deals$/, count: 2 });
    const claims = await Promise.all(
      [1, 2].map(() => account().send('POST', '/crm/v3/objects/deals', { properties: { slot: '2026-W48/1' } })),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});

describe('bulkLoad', () => {
  const account = testAccount();

  it('creates records with their past, links and computed values', async () => {
    const { emulator } = account();
    const [company] = await emulator.bulkLoad('companies', [{ properties: { name: 'Old customer' } }]);
    const progress: number[] = [];
    const records = Array.from({ length: 1_001 }, (_, place) => ({
      properties: { dealname: `Old deal ${place}`, amount: String(place), dealstage: 'contractsent' },
      at: Date.UTC(2025, 0, 1),
      links: [{ objectType: 'companies', id: company! }],
      changes: [{ at: Date.UTC(2025, 5, 1), properties: { dealstage: 'closedwon' }, userId: 91 }],
    }));
    const ids = await emulator.bulkLoad('deals', records, (created) => progress.push(created));
    expect(progress).toEqual([1_000, 1_001]);
    const deal = await account()
      .client()
      .crm.deals.basicApi.getById(
        ids[1_000]!,
        ['amount', 'hs_is_closed_won', 'createdate', 'hs_lastmodifieddate', 'hs_primary_associated_company'],
        ['dealstage'],
      );
    expect(deal.properties).toMatchObject({
      amount: '1000',
      hs_is_closed_won: 'true',
      createdate: '2025-01-01T00:00:00.000Z',
      hs_lastmodifieddate: '2025-06-01T00:00:00.000Z',
      hs_primary_associated_company: company,
    });
    expect(deal.propertiesWithHistory?.['dealstage']?.map(({ value, sourceType }) => [value, sourceType])).toEqual([
      ['closedwon', 'CRM_UI'],
      ['contractsent', 'IMPORT'],
    ]);
    expect(
      (
        await account()
          .client()
          .crm.deals.searchApi.doSearch({
            filterGroups: [{ filters: [{ propertyName: 'hs_is_closed_won', operator: 'EQ' as never, value: 'true' }] }],
          })
      ).total,
    ).toBe(1_001);
  });

  it('says which record it refuses', async () => {
    await expect(
      account().emulator.bulkLoad('deals', [{ properties: { dealname: 'Fine' } }, { properties: { amount: 'much' } }]),
    ).rejects.toThrow(/^deal 1 of the load was refused: Property values were not valid/);
    expect((await refusal(account().client().crm.deals.searchApi.doSearch({ limit: 201 }))).status).toBe(400);
  });
});
