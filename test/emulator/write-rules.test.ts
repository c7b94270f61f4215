import { describe, expect, it } from 'vitest';
import { refusal, testAccount } from './account.ts';

describe('rules an administrator made', () => {
  const account = testAccount();
  const deals = () => account().client('2026-09').crm.deals;
  const reason = {
    objectType: 'deals',
    property: 'closed_won_reason',
    when: { property: 'dealstage', values: ['closedwon'] },
  };
  const missingReason = {
    status: 400,
    body: {
      category: 'VALIDATION_ERROR',
      message: 'The property values provided are invalid',
      errors: [
        {
          code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
          message: 'closed_won_reason is required because of a conditional property rule based on [dealstage]',
          context: { propertyName: ['closed_won_reason'] },
        },
      ],
    },
  };

  it('keep records from being created without what is required', async () => {
    account().emulator.behaviour.set({
      writeRules: [
        { objectType: 'deals', property: 'amount' },
        { objectType: '0-3', property: 'dealtype' },
      ],
    });
    const create = (properties: Record<string, string>) => deals().basicApi.create({ properties, associations: [] });
    expect(await refusal(create({ dealname: 'Bare' }))).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            code: 'MISSING_REQUIRED_PROPERTY',
            message: 'A value for amount must be provided',
            context: { propertyName: ['amount'] },
          },
          { code: 'MISSING_REQUIRED_PROPERTY', context: { propertyName: ['dealtype'] } },
        ],
      },
    });
    const { id } = await create({ amount: '5', dealtype: 'newbusiness' });
    // They are about new records only.
    await deals().basicApi.update(id, { properties: { amount: '' } });
  });

  it('keep records from being changed into a state that lacks something', async () => {
    account().emulator.behaviour.set({ writeRules: [reason] });
    const { id } = await deals().basicApi.create({ properties: { dealstage: 'contractsent' }, associations: [] });
    const win = (properties: Record<string, string>) =>
      deals().basicApi.update(id, { properties: { dealstage: 'closedwon', ...properties } });
    expect(await refusal(win({}))).toMatchObject(missingReason);
    expect((await deals().basicApi.getById(id)).properties['dealstage']).toBe('contractsent');
    expect(
      await refusal(deals().batchApi.update({ inputs: [{ id, properties: { dealstage: 'closedwon' } }] })),
    ).toMatchObject(missingReason);
    await win({ closed_won_reason: 'Price' });
    // A record that lacks it takes no write at all.
    expect(await refusal(deals().basicApi.update(id, { properties: { closed_won_reason: '' } }))).toMatchObject(
      missingReason,
    );
  });

  it('count for the dated paths only', async () => {
    account().emulator.behaviour.set({ writeRules: [reason] });
    const { properties } = await account()
      .client('v3')
      .crm.deals.basicApi.create({ properties: { dealstage: 'closedwon' }, associations: [] });
    expect(properties['dealstage']).toBe('closedwon');
  });

  it('leave the rest of a batch alone where inputs have traces', async () => {
    account().emulator.behaviour.set({ writeRules: [{ objectType: 'deals', property: 'amount' }] });
    const answer = await deals().batchApi.create({
      inputs: [
        { properties: { amount: '1' }, associations: [], objectWriteTraceId: 'whole' },
        { properties: { dealname: 'No amount' }, associations: [], objectWriteTraceId: 'lacking' },
      ],
    });
    expect(answer).toMatchObject({
      results: [{ objectWriteTraceId: 'whole' }],
      errors: [
        {
          category: 'VALIDATION_ERROR',
          context: { objectWriteTraceId: ['lacking'] },
          errors: [{ code: 'MISSING_REQUIRED_PROPERTY' }],
        },
      ],
    });
  });
});

describe('the close date', () => {
  const account = testAccount();
  const deals = () => account().client().crm.deals.basicApi;
  const closing = async (dealstage: string, more: Record<string, string> = {}) => {
    const { id } = await deals().create({
      properties: { dealstage: 'contractsent', closedate: '2027-03-01T00:00:00.000Z' },
      associations: [],
    });
    await deals().update(id, { properties: { dealstage, ...more } });
    return (await deals().getById(id)).properties['closedate'];
  };

  it('becomes now when a deal moves into a closed stage', async () => {
    expect(await closing('closedwon')).toBe('2026-11-23T12:00:00.000Z');
    expect(await closing('closedlost')).toBe('2026-11-23T12:00:00.000Z');
    expect(await closing('presentationscheduled')).toBe('2027-03-01T00:00:00.000Z');
  });

  it('stays when the write says when it was', async () => {
    expect(await closing('closedwon', { closedate: '2026-11-20T00:00:00.000Z' })).toBe('2026-11-20T00:00:00.000Z');
  });
});

describe('search that lags', () => {
  const account = testAccount();

  it('forgets what waited of a batch that was refused', async () => {
    const { emulator, client, wait } = account();
    emulator.lagSearch(5_000);
    const { deals } = client().crm;
    const refused = deals.batchApi.create({
      inputs: [
        { properties: { dealname: 'Ghost' }, associations: [] },
        { properties: { amount: 'much' }, associations: [] },
      ],
    });
    expect((await refusal(refused)).status).toBe(400);
    const { id } = await deals.basicApi.create({ properties: { dealname: 'Real' }, associations: [] });
    wait(5_000);
    const { total, results } = await deals.searchApi.doSearch({});
    expect([total, results.map((deal) => deal.id)]).toEqual([1, [id]]);
  });
});
