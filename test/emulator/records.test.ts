import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import { describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('one record at a time (%s)', (family) => {
  const account = testAccount();
  const deals = () => account().client(family).crm.deals;

  it('reads back what was created, values as text', async () => {
    const created = await deals().basicApi.create({
      properties: { dealname: 'Autumn range', amount: '60000.00', dealstage: 'contractsent', closedate: '2026-12-01' },
      associations: [],
    });
    const read = await deals().basicApi.getById(created.id, [
      'dealname',
      'amount',
      'closedate',
      'description',
      'no_such_property',
    ]);
    expect(read.properties).toEqual({
      dealname: 'Autumn range',
      amount: '60000.00',
      closedate: '2026-12-01T00:00:00.000Z',
      description: null,
      createdate: '2026-11-23T12:00:00.000Z',
      hs_lastmodifieddate: '2026-11-23T12:00:00.000Z',
      hs_object_id: created.id,
    });
    expect(read.createdAt).toEqual(new Date('2026-11-23T12:00:00.000Z'));
    expect(read.archived).toBe(false);
  });

  it('shows the usual properties when none are asked for', async () => {
    const { id } = await deals().basicApi.create({ properties: { dealname: 'Usual' }, associations: [] });
    const { properties } = await deals().basicApi.getById(id);
    expect(Object.keys(properties)).toEqual([
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

  it('changes what is sent and nothing else, and clears with the empty string', async () => {
    const { id } = await deals().basicApi.create({
      properties: { dealname: 'Change', amount: '5', description: 'old' },
      associations: [],
    });
    await deals().basicApi.update(id, { properties: { amount: '6', description: '' } });
    const { properties } = await deals().basicApi.getById(id, ['dealname', 'amount', 'description']);
    expect(properties).toMatchObject({ dealname: 'Change', amount: '6', description: null });
  });

  it('pages through a list by id', async () => {
    const ids = [];
    for (const name of ['A', 'B', 'C'])
      ids.push(
        (await account().client(family).crm.companies.basicApi.create({ properties: { name }, associations: [] })).id,
      );
    const page = await account().client(family).crm.companies.basicApi.getPage(2, undefined, ['name']);
    expect(page.results.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const next = await account().client(family).crm.companies.basicApi.getPage(2, page.paging?.next?.after, ['name']);
    expect(next.results.map(({ properties }) => properties['name'])).toEqual(['C']);
    expect(next.paging).toBeUndefined();
  });

  it('archives out of sight, keeps it readable as archived, and does so twice without complaint', async () => {
    const { id } = await deals().basicApi.create({ properties: { dealname: 'Gone' }, associations: [] });
    await deals().basicApi.archive(id);
    await deals().basicApi.archive(id);
    expect(await refusal(deals().basicApi.getById(id))).toMatchObject({
      status: 404,
      body: { message: 'resource not found' },
    });
    const archived = await deals().basicApi.getById(id, ['dealname'], undefined, undefined, true);
    expect(archived).toMatchObject({ archived: true, properties: { dealname: 'Gone' } });
  });

  it('reads and writes by a unique property', async () => {
    const contacts = account().client(family).crm.contacts.basicApi;
    const email = `${family}@buyer.example`;
    const { id } = await contacts.create({ properties: { email, firstname: 'Bea' }, associations: [] });
    await contacts.update(email, { properties: { lastname: 'Buyer' } }, 'email');
    const read = await contacts.getById(email.toUpperCase(), ['lastname'], undefined, undefined, undefined, 'email');
    expect(read.id).toBe(id);
    expect(read.properties['lastname']).toBe('Buyer');
    expect(
      await refusal(deals().basicApi.getById('x', undefined, undefined, undefined, undefined, 'dealname')),
    ).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  it('creates with links and shows them', async () => {
    const company = await account()
      .client(family)
      .crm.companies.basicApi.create({ properties: { name: 'Linked' }, associations: [] });
    const deal = await deals().basicApi.create({
      properties: { dealname: 'Linked deal' },
      associations: [
        { to: { id: company.id }, types: [{ associationCategory: Category.HubspotDefined, associationTypeId: 341 }] },
      ],
    });
    const { associations } = await deals().basicApi.getById(deal.id, ['dealname'], undefined, [
      'companies',
      'contacts',
    ]);
    expect(associations).toEqual({
      companies: {
        results: [
          { id: company.id, type: 'deal_to_company' },
          { id: company.id, type: 'deal_to_company_unlabeled' },
        ],
      },
    });
  });
});

describe('one record at a time, as the SDK cannot ask', () => {
  const account = testAccount();

  it('knows a type by plural, singular and number', async () => {
    for (const type of ['deals', 'deal', 'DEALS', '0-3'])
      expect((await account().send('GET', `/crm/v3/objects/${type}`)).status).toBe(200);
  });

  it('takes property names separated by commas as well as repeated', async () => {
    const { body } = await account().send('POST', '/crm/v3/objects/deals', {
      properties: { dealname: 'Comma', amount: 7 },
    });
    const read = await account().send(
      'GET',
      `/crm/v3/objects/deals/${body.id}?properties=dealname,amount&properties=dealtype`,
    );
    expect(read.body).toMatchObject({ properties: { dealname: 'Comma', amount: '7', dealtype: null } });
  });

  it('says what is wrong with an id, a body and an update without content', async () => {
    expect(await account().send('GET', '/crm/v3/objects/deals/abc')).toMatchObject({
      status: 404,
      body: {
        status: 'error',
        message: 'Object not found.  objectId are usually numeric.',
        category: 'OBJECT_NOT_FOUND',
        context: { id: ['abc'] },
      },
    });
    const unparsable = await fetch(`${account().origin}/crm/v3/objects/deals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${account().token}` },
      body: '{',
    });
    expect(unparsable.status).toBe(400);
    expect(await unparsable.json()).toMatchObject({ category: 'VALIDATION_ERROR' });
    const { body } = await account().send('POST', '/crm/v3/objects/deals', { properties: { dealname: 'Empty' } });
    expect(await account().send('PATCH', `/crm/v3/objects/deals/${body.id}`, { properties: {} })).toMatchObject({
      status: 400,
      body: { message: 'No properties found to update, please provide at least one.' },
    });
  });

  it('refuses a type nobody knows and says of HubSpot’s other types that they are not emulated', async () => {
    expect(await account().send('GET', '/crm/v3/objects/butterflies')).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: butterflies' },
    });
    expect(await account().send('GET', '/crm/v3/objects/orders')).toMatchObject({
      status: 501,
      body: { category: 'NOT_EMULATED', message: 'The object type orders is not emulated by the workbench.' },
    });
    expect(await account().send('POST', '/crm/v3/objects/deals/merge', {})).toMatchObject({ status: 501 });
  });
});
