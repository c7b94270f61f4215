import { describe, expect, it } from 'vitest';
import { link, testAccount } from './account.ts';

describe('what HubSpot fills in itself', () => {
  const account = testAccount();
  const crm = () => account().client().crm;
  const deal = async (properties: Record<string, string>) =>
    (await crm().deals.basicApi.create({ properties: { dealname: 'Computed', ...properties }, associations: [] }))
      .properties;

  it('follows the stage', async () => {
    expect(await deal({ dealstage: 'contractsent' })).toMatchObject({
      pipeline: 'default',
      hs_is_closed: 'false',
      hs_is_closed_won: 'false',
      hs_deal_stage_probability: '0.9',
    });
    expect(await deal({ dealstage: 'closedwon' })).toMatchObject({ hs_is_closed: 'true', hs_is_closed_won: 'true' });
    expect(await deal({ dealstage: 'closedlost' })).toMatchObject({ hs_is_closed: 'true', hs_is_closed_won: 'false' });
  });

  it('turns amounts into home currency, where there is a rate', async () => {
    expect(await deal({ amount: '1000' })).toMatchObject({
      deal_currency_code: 'EUR',
      hs_exchange_rate: '1',
      amount_in_home_currency: '1000',
    });
    expect(await deal({ amount: '1000', deal_currency_code: 'USD' })).toMatchObject({
      hs_exchange_rate: '0.9',
      amount_in_home_currency: '900',
    });
    const francs = await deal({ amount: '1000', deal_currency_code: 'CHF' });
    expect(francs).not.toHaveProperty('hs_exchange_rate');
    expect(francs).not.toHaveProperty('amount_in_home_currency');
  });

  it('names the primary company: the first, until another is made primary or the link ends', async () => {
    const [a, b] = await Promise.all(
      ['A', 'B'].map((name) => crm().companies.basicApi.create({ properties: { name }, associations: [] })),
    );
    const { id } = await crm().deals.basicApi.create({
      properties: { dealname: 'Two companies' },
      associations: [link(a!.id, 341)] as never,
    });
    const primary = async () =>
      (await crm().deals.basicApi.getById(id, ['hs_primary_associated_company'])).properties[
        'hs_primary_associated_company'
      ];
    expect(await primary()).toBe(a!.id);
    await crm().associations.v4.basicApi.createDefault('deals', id, 'companies', b!.id);
    expect(await primary()).toBe(a!.id);
    await crm().associations.v4.basicApi.create('deals', id, 'companies', b!.id, [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 },
    ] as never);
    expect(await primary()).toBe(b!.id);
    await crm().associations.v4.basicApi.archive('deals', id, 'companies', b!.id);
    expect(await primary()).toBeNull();
  });

  it('dates records, and leaves the date of a write that changes nothing', async () => {
    const { id } = await crm().companies.basicApi.create({ properties: { name: 'Dated' }, associations: [] });
    account().wait(60_000);
    await crm().companies.basicApi.update(id, { properties: { name: 'Dated' } });
    expect((await crm().companies.basicApi.getById(id)).properties['hs_lastmodifieddate']).toBe(
      '2026-11-23T12:00:00.000Z',
    );
    const { updatedAt } = await crm().companies.basicApi.update(id, { properties: { name: 'Dated again' } });
    expect(updatedAt).toEqual(new Date('2026-11-23T12:01:00.000Z'));
  });
});

describe('history', () => {
  const account = testAccount();

  it('tells every value, when and by whom, newest first', async () => {
    const rep = account().issue({ user: { id: 91, ownerId: '501' }, sees: 'own' });
    const byApp = account().client().crm.deals.basicApi;
    const { id } = await byApp.create({
      properties: { dealname: 'Story', amount: '10', hubspot_owner_id: '501' },
      associations: [],
    });
    account().wait(1_000);
    await account()
      .client('v3', rep)
      .crm.deals.basicApi.update(id, { properties: { amount: '20' } });
    account().wait(1_000);
    await byApp.update(id, { properties: { amount: '', dealname: 'Story' } });
    const { propertiesWithHistory } = await byApp.getById(id, ['amount'], ['amount', 'dealname', 'hs_is_closed']);
    expect(propertiesWithHistory).toEqual({
      amount: [
        {
          value: '',
          timestamp: new Date('2026-11-23T12:00:02.000Z'),
          sourceType: 'INTEGRATION',
          sourceId: '77',
          sourceLabel: 'Test app',
        },
        {
          value: '20',
          timestamp: new Date('2026-11-23T12:00:01.000Z'),
          sourceType: 'CRM_UI',
          sourceId: 'userId:91',
          updatedByUserId: 91,
        },
        {
          value: '10',
          timestamp: new Date('2026-11-23T12:00:00.000Z'),
          sourceType: 'INTEGRATION',
          sourceId: '77',
          sourceLabel: 'Test app',
        },
      ],
      dealname: [
        {
          value: 'Story',
          timestamp: new Date('2026-11-23T12:00:00.000Z'),
          sourceType: 'INTEGRATION',
          sourceId: '77',
          sourceLabel: 'Test app',
        },
      ],
      hs_is_closed: [{ value: 'false', timestamp: new Date('2026-11-23T12:00:00.000Z'), sourceType: 'CALCULATED' }],
    });
  });
});
