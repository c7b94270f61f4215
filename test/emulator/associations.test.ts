import { describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('associations (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;
  const v4 = () => crm().associations.v4;
  const company = async (name: string) =>
    (await crm().companies.basicApi.create({ properties: { name }, associations: [] })).id;
  const deal = async (dealname: string) =>
    (await crm().deals.basicApi.create({ properties: { dealname }, associations: [] })).id;

  /** Ids of linked records are numbers on the numbered paths and text on the dated ones, where a label there is none of is left out. */
  const linkedId = (id: string) => (family === 'v3' ? Number(id) : id);
  const noLabel = family === 'v3' ? { label: null } : {};

  const batchRoot = family === 'v3' ? '/crm/v4/associations' : `/crm/associations/${family}`;
  /** Answered with nothing on the numbered paths; with a body on the dated ones, which the SDK takes for a failure. */
  const takeOff = async (verb: string, input: object) => {
    const answer = await account().send('POST', `${batchRoot}/deals/companies/batch/${verb}`, { inputs: [input] });
    expect(answer).toMatchObject(
      family === 'v3' ? { status: 204, body: {} } : { status: 200, body: { status: 'COMPLETE', results: [] } },
    );
  };

  it('are plain unless labelled, and seen from both sides', async () => {
    const [dealId, companyId] = [await deal('Plain'), await company('Plain')];
    const made = await v4().basicApi.createDefault('deals', dealId, 'companies', companyId);
    expect(made).toMatchObject({
      status: 'COMPLETE',
      results: [
        {
          _from: { id: dealId },
          to: { id: companyId },
          associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 },
        },
        { associationSpec: { associationTypeId: 342 } },
      ],
    });
    const { results } = await v4().basicApi.getPage('companies', companyId, 'deals');
    expect(results).toMatchObject([
      {
        toObjectId: linkedId(dealId),
        associationTypes: [
          { typeId: 6, label: 'Primary' },
          { typeId: 342, ...noLabel },
        ],
      },
    ]);
  });

  it('carry labels of the account', async () => {
    const labels = await v4().schema.definitionsApi.create('deals', 'companies', {
      name: 'warehouse',
      label: 'Warehouse',
      inverseLabel: 'Stored deal',
    });
    const [forth, back] = labels.results;
    expect([forth?.label, back?.label]).toEqual(['Warehouse', 'Stored deal']);
    const [dealId, companyId] = [await deal('Labelled'), await company('Labelled')];
    const made = await v4().basicApi.create('deals', dealId, 'companies', companyId, [
      { associationCategory: 'USER_DEFINED', associationTypeId: forth!.typeId },
    ] as never);
    expect(made).toMatchObject({ fromObjectTypeId: '0-3', toObjectTypeId: '0-2', labels: ['Warehouse'] });
    const seen = (await v4().basicApi.getPage('companies', companyId, 'deals')).results[0]?.associationTypes.map(
      ({ label }) => label,
    );
    expect(seen).toEqual(expect.arrayContaining(['Stored deal', noLabel.label]));
    await takeOff('labels/archive', {
      from: { id: dealId },
      to: { id: companyId },
      types: [{ associationCategory: 'USER_DEFINED', associationTypeId: forth!.typeId }],
    });
    expect(
      (await v4().basicApi.getPage('deals', dealId, 'companies')).results[0]?.associationTypes.map(
        ({ label }) => label,
      ),
    ).toEqual(['Primary', noLabel.label]);
    expect((await v4().schema.definitionsApi.getAll('deals', 'companies')).results.map(({ label }) => label)).toEqual([
      'Primary',
      noLabel.label,
      'Warehouse',
    ]);
    expect(
      (
        await refusal(
          v4().basicApi.create('deals', dealId, 'companies', companyId, [
            { associationCategory: 'USER_DEFINED', associationTypeId: 9_999 },
          ] as never),
        )
      ).status,
    ).toBe(400);
  });

  it('are called otherwise when their label is, and end with it', async () => {
    const { definitionsApi } = v4().schema;
    const made = await definitionsApi.create('deals', 'companies', {
      name: 'payer',
      label: 'Pays',
    });
    const { typeId } = made.results[0]!;
    const [dealId, companyId] = [await deal('Paid'), await company('Payer')];
    await v4().basicApi.create('deals', dealId, 'companies', companyId, [
      { associationCategory: 'USER_DEFINED', associationTypeId: typeId },
    ] as never);
    const labels = async () =>
      (await v4().basicApi.getPage('deals', dealId, 'companies')).results[0]?.associationTypes.map(
        ({ label }) => label,
      );
    await definitionsApi.update('deals', 'companies', {
      associationTypeId: typeId,
      label: 'Pays for it',
      inverseLabel: 'Paid by',
    });
    expect(await labels()).toEqual(['Primary', noLabel.label, 'Pays for it']);
    await definitionsApi.remove('deals', 'companies', typeId);
    expect(await labels()).toEqual(['Primary', noLabel.label]);
    expect((await refusal(definitionsApi.remove('deals', 'companies', typeId))).status).toBe(400);
    expect((await refusal(definitionsApi.remove('deals', 'companies', 341))).status).toBe(400);
  });

  it('end one by one and with a record', async () => {
    const [first, second, companyId] = [await deal('First'), await deal('Second'), await company('Ending')];
    for (const id of [first, second]) await v4().basicApi.createDefault('deals', id, 'companies', companyId);
    await v4().basicApi.archive('deals', first, 'companies', companyId);
    const left = async () =>
      (await v4().basicApi.getPage('companies', companyId, 'deals')).results.map(({ toObjectId }) => toObjectId);
    expect(await left()).toEqual([linkedId(second)]);
    await crm().deals.basicApi.archive(second);
    expect(await left()).toEqual([]);
  });

  it('are made, read and ended in batches', async () => {
    const [dealId, lonely, a, b] = [await deal('Batch'), await deal('Lonely'), await company('A'), await company('B')];
    const made = await v4().batchApi.createDefault('deals', 'companies', {
      inputs: [a, b].map((id) => ({ _from: { id: dealId }, to: { id } })),
    });
    expect(made.results).toHaveLength(4);
    const read = await v4().batchApi.getPage('deals', 'companies', { inputs: [{ id: dealId }, { id: lonely }] });
    expect(read).toMatchObject({
      results: [{ _from: { id: dealId }, to: [{ toObjectId: linkedId(a) }, { toObjectId: linkedId(b) }] }],
      errors: [{ context: { fromObjectId: [lonely] } }],
    });
    await takeOff('archive', { from: { id: dealId }, to: [{ id: a }, { id: b }] });
    expect((await v4().basicApi.getPage('deals', dealId, 'companies')).results).toEqual([]);
    // The SDK takes only the numbered path's status for a success.
    const labelled = await account().send('POST', `${batchRoot}/deals/companies/batch/create`, {
      inputs: [
        {
          from: { id: dealId },
          to: { id: a },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }],
        },
      ],
    });
    expect(labelled).toMatchObject({
      status: family === 'v3' ? 201 : 200,
      body: { status: 'COMPLETE', results: [{ labels: ['Primary'] }] },
    });
  });

  it('page by record', async () => {
    const companyId = await company('Many');
    const ids: string[] = [];
    for (const name of ['1', '2', '3']) ids.push(await deal(name));
    await v4().batchApi.createDefault('deals', 'companies', {
      inputs: ids.map((id) => ({ _from: { id }, to: { id: companyId } })),
    });
    const first = await v4().basicApi.getPage('companies', companyId, 'deals', undefined, 2);
    const rest = await v4().basicApi.getPage('companies', companyId, 'deals', first.paging?.next?.after, 2);
    expect([...first.results, ...rest.results].map(({ toObjectId }) => toObjectId)).toEqual(ids.map(linkedId));
    expect(rest.paging).toBeUndefined();
  });

  it('need both records', async () => {
    expect(await refusal(v4().basicApi.createDefault('deals', await deal('One'), 'companies', '404'))).toMatchObject({
      status: 404,
      body: { message: 'resource not found' },
    });
    const dangling = {
      properties: { dealname: 'Dangling' },
      associations: [{ to: { id: '404' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] }],
    };
    expect(await refusal(crm().deals.basicApi.create(dangling as never))).toMatchObject({
      status: 400,
      body: { message: 'One or more associations are invalid' },
    });
  });
});

describe('associations as version 3 had them', () => {
  const account = testAccount();
  const create = async (type: string, properties: object) =>
    (await account().send('POST', `/crm/v3/objects/${type}`, { properties })).body.id;

  it('go by the names of their types', async () => {
    const [dealId, contactId] = [await create('deals', { dealname: 'Old' }), await create('contacts', {})];
    const links = `/crm/v3/objects/deals/${dealId}/associations/contacts`;
    expect(await account().send('PUT', `${links}/${contactId}/deal_to_contact`)).toMatchObject({
      status: 200,
      body: { id: dealId, associations: { contacts: { results: [{ id: contactId, type: 'deal_to_contact' }] } } },
    });
    const listed = async () => (await account().send('GET', links)).body.results;
    expect(await listed()).toEqual([{ id: contactId, type: 'deal_to_contact' }]);
    expect((await account().send('PUT', `${links}/${contactId}/deal_to_company`)).status).toBe(400);
    expect((await account().send('DELETE', `${links}/${contactId}/3`)).status).toBe(204);
    expect(await listed()).toEqual([]);
  });
});
