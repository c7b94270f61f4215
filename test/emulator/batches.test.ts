import { describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('batches (%s)', (family) => {
  const account = testAccount();
  const batch = () => account().client(family).crm.deals.batchApi;
  const create = async (...names: string[]) =>
    (
      await batch().create({ inputs: names.map((dealname) => ({ properties: { dealname }, associations: [] })) })
    ).results.map(({ id }) => id);

  it('create, read, update and archive', async () => {
    const ids = [...(await create('One')), ...(await create('Two'))];
    const { results, status } = await batch().update({
      inputs: ids.map((id, place) => ({ id, properties: { amount: String(place) } })),
    });
    expect(status).toBe('COMPLETE');
    expect(results.map(({ properties }) => properties['amount'])).toEqual(['0', '1']);
    const read = await batch().read({
      inputs: ids.map((id) => ({ id })),
      properties: ['dealname', 'amount'],
      propertiesWithHistory: ['amount'],
    });
    expect(read.results.map(({ properties }) => properties['dealname'])).toEqual(['One', 'Two']);
    expect(read.results[0]?.propertiesWithHistory?.['amount']).toHaveLength(1);
    await batch().archive({ inputs: ids.map((id) => ({ id })) });
    expect(
      (await batch().read({ inputs: ids.map((id) => ({ id })), properties: [], propertiesWithHistory: [] })).results,
    ).toEqual([]);
  });

  it('tell which records are not there beside those that are: 207', async () => {
    const [id] = await create('There');
    const read = await batch().read({
      inputs: [{ id: id! }, { id: '404' }],
      properties: ['dealname'],
      propertiesWithHistory: [],
    });
    expect(read).toMatchObject({
      status: 'COMPLETE',
      numErrors: 1,
      results: [{ id }],
      errors: [
        {
          status: 'error',
          category: 'OBJECT_NOT_FOUND',
          message: 'Could not get some DEAL objects, they may be deleted or not exist. Check that ids are valid.',
          context: { ids: ['404'] },
        },
      ],
    });
    const updated = await batch().update({
      inputs: [
        { id: '404', properties: { amount: '1' } },
        { id: id!, properties: { amount: '1' } },
      ],
    });
    expect(updated).toMatchObject({
      results: [{ id, properties: { amount: '1' } }],
      errors: [{ context: { ids: ['404'] } }],
    });
  });

  it('write all or nothing when a value is wrong', async () => {
    const [id, other] = await create('Whole', 'Other');
    const wrong = await refusal(
      batch().update({
        inputs: [
          { id: id!, properties: { amount: '9' } },
          { id: other!, properties: { amount: 'much' } },
        ],
      }),
    );
    expect(wrong).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code: 'INVALID_DOUBLE' }] },
    });
    expect(
      (await account().client(family).crm.deals.basicApi.getById(id!, ['amount'])).properties['amount'],
    ).toBeNull();
    const before = (await account().client(family).crm.deals.searchApi.doSearch({ query: 'half' })).total;
    expect(
      (
        await refusal(
          batch().create({
            inputs: [
              { properties: { dealname: 'half' }, associations: [] },
              { properties: { nonsense: '1' }, associations: [] },
            ],
          }),
        )
      ).status,
    ).toBe(400);
    expect((await account().client(family).crm.deals.searchApi.doSearch({ query: 'half' })).total).toBe(before);
  });

  it('let an input with a trace id fail alone', async () => {
    const answer = await batch().create({
      inputs: [
        { properties: { dealname: 'Good' }, associations: [], objectWriteTraceId: 'good' },
        { properties: { amount: 'bad' }, associations: [], objectWriteTraceId: 'bad' },
      ],
    });
    expect(answer).toMatchObject({
      results: [{ properties: { dealname: 'Good' }, objectWriteTraceId: 'good' }],
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['bad'] } }],
    });
  });

  it('answer what was created in an order of their own: traces tell which is which', async () => {
    const names = ['First', 'Second', 'Third'];
    const { results } = await batch().create({
      inputs: names.map((dealname) => ({ properties: { dealname }, associations: [], objectWriteTraceId: dealname })),
    });
    expect(results.map(({ properties }) => properties['dealname'])).not.toEqual(names);
    for (const { properties, objectWriteTraceId } of results) expect(properties['dealname']).toBe(objectWriteTraceId);
  });

  it('take no record twice, and none by the name of its id', async () => {
    const [id] = await create('Once');
    const twice = { id: id!, properties: { amount: '1' } };
    expect(await refusal(batch().update({ inputs: [twice, twice] }))).toMatchObject({
      status: 400,
      body: { message: `Duplicate IDs found in batch input: [${id}]. IDs must be unique`, context: { ids: [id] } },
    });
    const byName = [{ ...twice, idProperty: 'hs_object_id' }];
    expect((await refusal(batch().update({ inputs: byName }))).status).toBe(400);
    expect((await refusal(batch().upsert({ inputs: byName }))).status).toBe(400);
    const person = { id: 'twice@buyer.example', idProperty: 'email', properties: {} };
    expect(
      (
        await refusal(
          account()
            .client(family)
            .crm.contacts.batchApi.upsert({ inputs: [person, person] }),
        )
      ).status,
    ).toBe(400);
  });

  it('write or create by a unique property, and say which', async () => {
    const contacts = account().client(family).crm.contacts;
    const upsert = (lastname: string) =>
      contacts.batchApi.upsert({ inputs: [{ id: 'up@buyer.example', idProperty: 'email', properties: { lastname } }] });
    const [created] = (await upsert('First')).results;
    const [updated] = (await upsert('Second')).results;
    expect([created?._new, updated?._new]).toEqual([true, false]);
    expect(updated?.id).toBe(created?.id);
    expect(updated?.properties).toMatchObject({ email: 'up@buyer.example', lastname: 'Second' });
  });

  it('read by a unique property', async () => {
    const contacts = account().client(family).crm.contacts;
    await contacts.basicApi.create({ properties: { email: 'read@buyer.example' }, associations: [] });
    const { results } = await contacts.batchApi.read({
      inputs: [{ id: 'read@buyer.example' }],
      idProperty: 'email',
      properties: ['email'],
      propertiesWithHistory: [],
    });
    expect(results.map(({ properties }) => properties['email'])).toEqual(['read@buyer.example']);
  });

  it('have a hundred inputs at most', async () => {
    const inputs = Array.from({ length: 101 }, (_, place) => ({ id: String(place) }));
    expect(await refusal(batch().read({ inputs, properties: [], propertiesWithHistory: [] }))).toMatchObject({
      status: 400,
      body: { message: 'The maximum number of inputs is 100, but 101 were provided.' },
    });
  });
});
