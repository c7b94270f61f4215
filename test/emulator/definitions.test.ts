import {
  PropertyCreateFieldTypeEnum as FieldType,
  PropertyCreateTypeEnum as Type,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import type { PropertyCreate } from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import { describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

const text = (name: string, more: Partial<PropertyCreate> = {}): PropertyCreate => ({
  name,
  label: name,
  groupName: 'dealinformation',
  type: Type.String,
  fieldType: FieldType.Text,
  ...more,
});

describe.each(pathFamilies)('properties (%s)', (family) => {
  const account = testAccount();
  const api = () => account().client(family).crm.properties;

  it('lists HubSpot’s own', async () => {
    const { results } = await api().coreApi.getAll('deals');
    expect(results.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['dealname', 'amount', 'hs_is_closed', 'hubspot_owner_id']),
    );
    expect(results.find(({ name }) => name === 'hs_exchange_rate')).toMatchObject({
      hubspotDefined: true,
      calculated: true,
      modificationMetadata: { readOnlyValue: true, readOnlyDefinition: true },
    });
  });

  it('creates, reads, changes and archives one', async () => {
    const created = await api().coreApi.create('deals', text('season', { description: 'When' }));
    expect(created).toMatchObject({ name: 'season', type: 'string', hubspotDefined: false, archived: false });
    await api().coreApi.update('deals', 'season', { label: 'Season of the year' });
    expect(await api().coreApi.getByName('deals', 'season')).toMatchObject({
      label: 'Season of the year',
      description: 'When',
    });
    await api().coreApi.archive('deals', 'season');
    expect(await refusal(api().coreApi.getByName('deals', 'season'))).toMatchObject({
      status: 404,
      body: { category: 'OBJECT_NOT_FOUND' },
    });
    expect((await api().coreApi.getAll('deals', true)).results.map(({ name }) => name)).toEqual(['season']);
    expect((await api().coreApi.getByName('deals', 'season', true)).archived).toBe(true);
    expect(
      (
        await refusal(
          account()
            .client(family)
            .crm.deals.basicApi.create({ properties: { season: 'spring' }, associations: [] }),
        )
      ).body['errors'],
    ).toMatchObject([{ code: 'PROPERTY_DOESNT_EXIST' }]);
  });

  it('refuses a name that is taken: 409', async () => {
    expect(await refusal(api().coreApi.create('deals', text('dealname')))).toMatchObject({
      status: 409,
      body: {
        message: "A property named 'dealname' already exists.",
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
      },
    });
  });

  it.each<[string, PropertyCreate]>([
    ['a group that does not exist', text('a_b', { groupName: 'nowhere' })],
    ['a name with capitals', text('Capital')],
    ['a form field that does not go with the type', text('a_c', { fieldType: FieldType.Date })],
    ['yes or no without its two options', text('a_e', { type: Type.Bool, fieldType: FieldType.Booleancheckbox })],
    ['an enumeration without options', text('a_d', { type: Type.Enumeration, fieldType: FieldType.Select })],
  ])('refuses %s: 400', async (_name, property) => {
    expect(await refusal(api().coreApi.create('deals', property))).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });

  it('brings back an archived property by its name, with the values records had', async () => {
    const { deals } = account().client(family).crm;
    const { createdAt } = await api().coreApi.create('deals', text('back_again'));
    const { id } = await deals.basicApi.create({ properties: { back_again: 'kept' }, associations: [] });
    await api().coreApi.archive('deals', 'back_again');
    expect((await deals.basicApi.getById(id, ['back_again'])).properties).not.toHaveProperty('back_again');
    account().wait(60_000);
    expect(await api().coreApi.create('deals', text('back_again', { label: 'Anew' }))).toMatchObject({
      label: 'Anew',
      archived: false,
      createdAt,
    });
    expect((await deals.basicApi.getById(id, ['back_again'])).properties['back_again']).toBe('kept');
    expect(
      (
        await deals.searchApi.doSearch({
          filterGroups: [{ filters: [{ propertyName: 'back_again', operator: 'EQ' as never, value: 'kept' }] }],
        })
      ).total,
    ).toBe(1);
  });

  it('keeps a property that something uses, and names every use', async () => {
    await api().coreApi.create('deals', text('used'));
    const use = { objectType: 'deals', property: 'used', parentType: 'WORKFLOW', parentName: 'Remind the owner' };
    account().emulator.behaviour.set({ propertyUses: [use] });
    expect(await refusal(api().coreApi.archive('deals', 'used'))).toMatchObject({
      status: 400,
      body: {
        message: 'Property: used of object type 0-3 is currently used in 1 places and cannot be deleted',
        subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
        errors: [{ context: { parentType: ['WORKFLOW'], parentName: ['Remind the owner'] } }],
      },
    });
    account().emulator.behaviour.set({ propertyUses: [] });
    await api().coreApi.archive('deals', 'used');
  });

  it('archives what is not there without complaint in a batch, and not alone', async () => {
    await api().batchApi.archive('deals', { inputs: [{ name: 'never_was' }] });
    expect((await refusal(api().coreApi.archive('deals', 'never_was'))).status).toBe(404);
  });

  it('does not let uniqueness change', async () => {
    await api().coreApi.create('deals', text('plain'));
    expect((await account().send('PATCH', '/crm/v3/properties/deals/plain', { hasUniqueValue: true })).status).toBe(
      400,
    );
  });

  it('finds by new options and by a new type', async () => {
    const options = [
      { label: 'Small', value: 's', displayOrder: 0, hidden: false },
      { label: 'Large', value: 'l', displayOrder: 1, hidden: false },
    ];
    await api().coreApi.create('deals', text('size', { type: Type.Enumeration, fieldType: FieldType.Select, options }));
    const { deals } = account().client(family).crm;
    const { id } = await deals.basicApi.create({ properties: { size: 'l' }, associations: [] });
    await api().coreApi.update('deals', 'size', { fieldType: 'checkbox' as never });
    await deals.basicApi.update(id, { properties: { size: ';s' } });
    const { results } = await deals.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'size', operator: 'IN' as never, values: ['s'] }] }],
      properties: ['size'],
    });
    expect(results.map(({ properties }) => properties['size'])).toEqual(['l;s']);
  });

  it('creates, reads and archives several; all or none', async () => {
    const root = family === 'v3' ? '/crm/v3/properties' : `/crm/properties/${family}`;
    // The SDK takes only the numbered path's status for a success.
    const create = (...inputs: object[]) => account().send('POST', `${root}/deals/batch/create`, { inputs });
    expect(await create(text('b_one'), text('b_two'))).toMatchObject({
      status: family === 'v3' ? 201 : 200,
      body: { results: [{ name: 'b_one' }, { name: 'b_two' }] },
    });
    expect((await create(text('b_three'), text('b_one'))).status).toBe(409);
    const read = await api().batchApi.read('deals', {
      inputs: [{ name: 'b_one' }, { name: 'b_three' }],
      archived: false,
    });
    expect(read).toMatchObject({ results: [{ name: 'b_one' }], numErrors: 1 });
    await api().batchApi.archive('deals', { inputs: [{ name: 'b_one' }, { name: 'b_two' }] });
    expect((await api().coreApi.getAll('deals')).results.map(({ name }) => name)).not.toContain('b_one');
  });

  it('keeps groups', async () => {
    await api().groupsApi.create('deals', { name: 'terms', label: 'Terms' });
    await api().groupsApi.update('deals', 'terms', { label: 'Trading terms' });
    expect(await api().groupsApi.getByName('deals', 'terms')).toMatchObject({
      name: 'terms',
      label: 'Trading terms',
      archived: false,
    });
    expect((await api().groupsApi.getAll('deals')).results.map(({ name }) => name)).toContain('terms');
    expect((await refusal(api().groupsApi.create('deals', { name: 'terms', label: 'Again' }))).status).toBe(409);
    await api().coreApi.create('deals', text('in_terms', { groupName: 'terms' }));
    expect((await refusal(api().groupsApi.archive('deals', 'terms'))).body['subCategory']).toBe(
      'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
    );
    await api().coreApi.archive('deals', 'in_terms');
    await api().groupsApi.archive('deals', 'terms');
    expect((await refusal(api().groupsApi.getByName('deals', 'terms'))).status).toBe(404);
  });
});

describe.each(pathFamilies)('custom objects (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;
  const egg = () => ({
    name: 'shipment',
    labels: { singular: 'Shipment', plural: 'Shipments' },
    primaryDisplayProperty: 'number',
    requiredProperties: ['number'],
    searchableProperties: ['number'],
    properties: [
      { name: 'number', label: 'Number', type: Type.String, fieldType: FieldType.Text, hasUniqueValue: true },
      { name: 'weight', label: 'Weight', type: Type.Number, fieldType: FieldType.Number },
    ],
    associatedObjects: ['DEAL'],
  });

  it('are defined, and known by name, full name and number', async () => {
    const schema = await crm().schemas.coreApi.create(egg() as never);
    expect(schema).toMatchObject({
      name: 'shipment',
      fullyQualifiedName: 'p4711_shipment',
      primaryDisplayProperty: 'number',
      requiredProperties: ['number'],
    });
    expect(schema.objectTypeId).toMatch(/^2-\d+$/);
    expect((await crm().schemas.coreApi.getAll()).results.map(({ name }) => name)).toEqual(['shipment']);
    for (const name of ['p_shipment', 'p4711_shipment', schema.objectTypeId ?? ''])
      expect((await crm().schemas.coreApi.getById(name)).id).toBe(schema.id);
    expect(await refusal(crm().schemas.coreApi.getById('shipment'))).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: shipment' },
    });
    expect((await refusal(crm().schemas.coreApi.create(egg() as never))).status).toBe(409);
  });

  it('say who made them, and may hold anything', async () => {
    const { body } = await account().send('GET', '/crm-object-schemas/2026-09/schemas/p_shipment');
    expect(body).toMatchObject({ allowsSensitiveProperties: true, createdByUserId: 1, updatedByUserId: 1 });
  });

  it('change; for a while a read of one shows now the change and now what was before, the list does not', async () => {
    const path = family === 'v3' ? '/crm-object-schemas/v3/schemas' : '/crm-object-schemas/2026-09/schemas';
    const change = (body: object) => account().send('PATCH', `${path}/p_shipment`, body);
    const singular = async () => (await crm().schemas.coreApi.getById('p_shipment')).labels.singular;
    expect(await change({ labels: { singular: 'Parcel' }, description: 'Sent' })).toMatchObject({
      status: 200,
      body: { name: 'shipment', labels: { singular: 'Parcel', plural: 'Shipments' }, portalId: 4711 },
    });
    expect((await crm().schemas.coreApi.getAll()).results[0]?.labels.singular).toBe('Parcel');
    expect([await singular(), await singular(), await singular()]).toEqual(['Shipment', 'Parcel', 'Shipment']);
    // What the second change leaves out goes back to what it was before the first.
    await change({ searchableProperties: ['number', 'weight'] });
    account().wait(70_000);
    expect(await crm().schemas.coreApi.getById('p_shipment')).toMatchObject({
      labels: { singular: 'Shipment' },
      searchableProperties: ['number', 'weight'],
    });
    expect((await change({ requiredProperties: ['no_such_property'] })).status).toBe(400);
    account().wait(70_000);
  });

  it('have records with required and unique values', async () => {
    const records = crm().objects.basicApi;
    const { id, properties } = await records.create('p_shipment', {
      properties: { number: 'S-1', weight: '12.5' },
      associations: [],
    });
    expect(properties).toMatchObject({
      number: 'S-1',
      weight: '12.5',
      hs_createdate: expect.stringMatching(/^2026-11-23T12:/) as string,
      hs_object_id: id,
    });
    expect(
      await refusal(records.create('p_shipment', { properties: { weight: '1' }, associations: [] })),
    ).toMatchObject({
      status: 400,
      body: {
        message: 'Error creating shipment. Some required properties were not set.',
        context: { properties: ['[number]'] },
      },
    });
    expect(
      (await refusal(records.create('p_shipment', { properties: { number: 'S-1' }, associations: [] }))).body.message,
    ).toMatch(new RegExp(`propertyName=number, value=S-1\\} on \\d+\\. ${id} already has that value\\.$`));
    expect(
      (await records.getById('p_shipment', 'S-1', ['weight'], undefined, undefined, undefined, 'number')).properties[
        'weight'
      ],
    ).toBe('12.5');
    expect((await crm().objects.searchApi.doSearch('p_shipment', { query: 's', properties: ['number'] })).total).toBe(
      1,
    );
  });

  it('go once they have no records, and may come back', async () => {
    const { objectTypeId = '' } = await crm().schemas.coreApi.create({
      ...egg(),
      name: 'crate',
      associatedObjects: [],
    } as never);
    const { id } = await crm().objects.basicApi.create('p_crate', { properties: { number: 'C-1' }, associations: [] });
    expect((await refusal(crm().schemas.coreApi.archive('p_crate'))).body['subCategory']).toMatch(
      /EXISTING_OBJECT_RECORDS$/,
    );
    await crm().objects.basicApi.archive('p_crate', id);
    await crm().schemas.coreApi.archive('p_crate');
    expect((await refusal(crm().schemas.coreApi.getById(objectTypeId))).status).toBe(400);
    const listed = async (archived: boolean) =>
      (await crm().schemas.coreApi.getAll(archived)).results.find(({ name }) => name === 'crate');
    expect(await listed(false)).toBeUndefined();
    expect(await listed(true)).toMatchObject({ archived: true, properties: [] });
    await crm().schemas.coreApi.create({ ...egg(), name: 'crate', associatedObjects: [] } as never);
    expect(
      (await crm().objects.basicApi.create('p_crate', { properties: { number: 'C-1' }, associations: [] })).properties[
        'number'
      ],
    ).toBe('C-1');
    await crm().schemas.coreApi.getById('p_crate');
    expect((await listed(true))?.archived).toBe(false);
    // Deleted as archived, it is gone for good.
    const last = await crm().schemas.coreApi.create({ ...egg(), name: 'box', associatedObjects: [] } as never);
    expect((await refusal(crm().schemas.coreApi.archive('p_box', true))).status).toBe(400);
    await crm().schemas.coreApi.archive('p_box');
    await crm().schemas.coreApi.archive(last.objectTypeId ?? '', true);
    expect((await crm().schemas.coreApi.getAll(true)).results.map(({ name }) => name)).not.toContain('box');
  });

  it('are linked to what their schema names', async () => {
    const shipment = await crm().objects.basicApi.create('p_shipment', {
      properties: { number: 'S-2' },
      associations: [],
    });
    const deal = await crm().deals.basicApi.create({ properties: { dealname: 'Shipped' }, associations: [] });
    await crm().associations.v4.basicApi.createDefault('p_shipment', shipment.id, 'deals', deal.id);
    const { results } = await crm().associations.v4.basicApi.getPage('deals', deal.id, 'p_shipment');
    expect(results.map(({ toObjectId }) => toObjectId)).toEqual([family === 'v3' ? Number(shipment.id) : shipment.id]);
    expect(
      (await refusal(crm().associations.v4.basicApi.createDefault('p_shipment', shipment.id, 'companies', deal.id)))
        .status,
    ).toBe(404);
  });

  it('are linked to another object type later, and no more', async () => {
    const { coreApi } = crm().schemas;
    const links = { fromObjectTypeId: 'p_shipment', toObjectTypeId: '0-1', name: 'shipment_to_driver' };
    const made = await coreApi.createAssociation('p_shipment', links);
    expect(made).toMatchObject({ name: 'shipment_to_driver', toObjectTypeId: '0-1' });
    expect((await refusal(coreApi.createAssociation('p_shipment', links))).status).toBe(409);
    const names = async () =>
      (await coreApi.getById('p_shipment')).associations.map(({ toObjectTypeId }) => toObjectTypeId);
    expect(await names()).toContain('0-1');
    await coreApi.archiveAssociation('p_shipment', made.id);
    expect(await names()).not.toContain('0-1');
  });

  it('are read several at once', async () => {
    const root = family === 'v3' ? '/crm-object-schemas/v3/schemas' : `/crm-object-schemas/${family}/schemas`;
    const asked = { inputs: ['shipment', 'nothing'], includePropertyDefinitions: false };
    expect(await account().send('POST', `${root}/batch/read`, asked)).toMatchObject({
      status: 200,
      body: { results: [{ name: 'shipment', properties: [] }] },
    });
  });
});
