import { describe, expect, it } from 'vitest';
import { refusal, testAccount } from './account.ts';

describe('property values', () => {
  const account = testAccount();
  const deals = () => account().client().crm.deals.basicApi;
  const write = async (properties: Record<string, string>) => {
    const { id } = await deals().create({ properties: { dealname: 'Values', ...properties }, associations: [] });
    return (await deals().getById(id, Object.keys(properties))).properties;
  };
  const faultsOf = async (properties: Record<string, string>) => {
    const { status, body } = await refusal(deals().create({ properties, associations: [] }));
    expect(status).toBe(400);
    return body;
  };

  it('come back as HubSpot writes them', async () => {
    expect(await write({ amount: '1500.50', closedate: '1767225600000' })).toMatchObject({
      amount: '1500.50',
      closedate: '2026-01-01T00:00:00.000Z',
    });
    expect(await write({ closedate: '2026-03-29T02:30:00+02:00' })).toMatchObject({
      closedate: '2026-03-29T00:30:00.000Z',
    });
    expect(await write({ dealtype: 'newbusiness', description: ' a\nb ' })).toMatchObject({
      dealtype: 'newbusiness',
      description: ' a\nb ',
    });
  });

  it('are refused all at once, each with its property, code and words', async () => {
    const body = await faultsOf({
      amount: '12 kg',
      dealtype: 'oldbusiness',
      hs_is_closed: 'true',
      hs_lastmodifieddate: '0',
      nonsense: 'x',
      closedate: 'soon',
    });
    expect(body['category']).toBe('VALIDATION_ERROR');
    expect(body['errors']).toEqual([
      { message: '12 kg was not a valid number.', code: 'INVALID_DOUBLE', context: { propertyName: ['amount'] } },
      {
        message: 'oldbusiness was not one of the allowed options: [newbusiness, existingbusiness]',
        code: 'INVALID_OPTION',
        context: { propertyName: ['dealtype'] },
      },
      {
        message: '"hs_is_closed" is a calculated property; its value cannot be set.',
        code: 'READ_ONLY_VALUE',
        context: { propertyName: ['hs_is_closed'] },
      },
      {
        message: '"hs_lastmodifieddate" is a read only property; its value cannot be set.',
        code: 'READ_ONLY_VALUE',
        context: { propertyName: ['hs_lastmodifieddate'] },
      },
      {
        message: 'Property "nonsense" does not exist',
        code: 'PROPERTY_DOESNT_EXIST',
        context: { propertyName: ['nonsense'] },
      },
      { message: 'soon was not a valid long.', code: 'INVALID_LONG', context: { propertyName: ['closedate'] } },
    ]);
    const embedded = /^Property values were not valid: (\[.*\])$/.exec(body.message)?.[1] ?? '[]';
    expect(JSON.parse(embedded)).toContainEqual({
      isValid: false,
      message: 'Property "nonsense" does not exist',
      error: 'PROPERTY_DOESNT_EXIST',
      name: 'nonsense',
      localizedErrorMessage: 'Property "nonsense" does not exist',
      portalId: 4711,
    });
  });

  it('of owners, stages and currencies must exist', async () => {
    const body = await faultsOf({ hubspot_owner_id: '999', dealstage: 'nowhere', deal_currency_code: 'JPY' });
    expect(body['errors']).toMatchObject([
      { code: 'INVALID_OPTION' },
      { code: 'INVALID_OPTION' },
      { code: 'INVALID_OPTION', message: 'JPY was not one of the allowed options: [EUR, USD, CHF]' },
    ]);
  });

  it('of a custom date are days, sent as a day or as midnight', async () => {
    await account().send('POST', '/crm/v3/properties/deals', {
      name: 'needed_by',
      label: 'Needed by',
      groupName: 'dealinformation',
      type: 'date',
      fieldType: 'date',
    });
    expect(await write({ needed_by: '2026-12-24' })).toMatchObject({ needed_by: '2026-12-24' });
    expect(await write({ needed_by: '1798070400000' })).toMatchObject({ needed_by: '2026-12-24' });
    expect((await faultsOf({ needed_by: '2026-02-30' }))['errors']).toMatchObject([{ code: 'INVALID_DATE' }]);
    expect((await faultsOf({ needed_by: '1798074000000' }))['errors']).toMatchObject([
      { code: 'INVALID_DATE', message: '1798074000000 is at 01:00:00.000 UTC, not midnight!' },
    ]);
  });

  it('of dates are taken for what they must mean on the dated paths, with a warning', async () => {
    const send = async (properties: Record<string, string>) =>
      (await account().send('POST', '/crm/objects/2026-09/deals', { properties })).body;
    expect(await send({ needed_by: '1798074000000', closedate: '1798074000' })).toMatchObject({
      properties: { needed_by: '2026-12-24', closedate: '2026-12-24T01:00:00.000Z' },
      warnings: [
        {
          category: 'PROPERTY_VALUE_NORMALIZED',
          message: 'needed_by was normalized',
          context: { propertyName: 'needed_by', rawValue: '1798074000000', normalizedValue: '1798070400000' },
        },
        { context: { propertyName: 'closedate', rawValue: '1798074000', normalizedValue: '1798074000000' } },
      ],
    });
    expect(await send({ needed_by: '2026-12-24' })).not.toHaveProperty('warnings');
  });

  it('of a list are replaced, or added to with a leading semicolon', async () => {
    const options = ['red', 'green', 'blue'].map((value, displayOrder) => ({
      value,
      label: value,
      displayOrder,
      hidden: false,
    }));
    await account().send('POST', '/crm/v3/properties/deals', {
      name: 'colours',
      label: 'Colours',
      groupName: 'dealinformation',
      type: 'enumeration',
      fieldType: 'checkbox',
      options,
    });
    const { id } = await deals().create({ properties: { colours: 'red;green' }, associations: [] });
    const after = async (colours: string) => {
      await deals().update(id, { properties: { colours } });
      return (await deals().getById(id, ['colours'])).properties['colours'];
    };
    expect(await after(';blue')).toBe('red;green;blue');
    expect(await after('blue')).toBe('blue');
    expect((await faultsOf({ colours: 'blue;mauve' }))['errors']).toMatchObject([
      { message: 'mauve was not one of the allowed options: [red, green, blue]' },
    ]);
  });

  it.each(['nobody', 'a@b', 'a b@c.example', '@c.example'])('of an e-mail address are one, not %s', async (email) => {
    const { status, body } = await refusal(
      account().client().crm.contacts.basicApi.create({ properties: { email }, associations: [] }),
    );
    expect({ status, errors: body['errors'] }).toMatchObject({
      status: 400,
      errors: [{ code: 'INVALID_EMAIL', context: { propertyName: ['email'] } }],
    });
  });

  it('of text have an end', async () => {
    expect((await write({ description: 'x'.repeat(65_536) }))['description']).toHaveLength(65_536);
    expect((await faultsOf({ description: 'x'.repeat(65_537) }))['errors']).toMatchObject([
      { message: '65537 characters are too many for "description": it takes 65536.' },
    ]);
  });
});

describe('unique values', () => {
  const account = testAccount();

  it('of a contact’s e-mail address are one whatever the case: 409', async () => {
    const contacts = account().client().crm.contacts.basicApi;
    const { id } = await contacts.create({ properties: { email: 'ann@buyer.example' }, associations: [] });
    expect(
      await refusal(contacts.create({ properties: { email: 'Ann@Buyer.example' }, associations: [] })),
    ).toMatchObject({
      status: 409,
      body: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${id}` },
    });
    await contacts.archive(id);
    await contacts.create({ properties: { email: 'ann@buyer.example' }, associations: [] });
  });

  it('of another property are refused with both records named: 400', async () => {
    await account().send('POST', '/crm/v3/properties/deals', {
      name: 'order_number',
      label: 'Order',
      groupName: 'dealinformation',
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
    });
    const deals = account().client().crm.deals.basicApi;
    const first = await deals.create({ properties: { order_number: 'A1' }, associations: [] });
    const other = await deals.create({ properties: { order_number: 'A2' }, associations: [] });
    const taken = await refusal(deals.update(other.id, { properties: { order_number: 'A1' } }));
    expect(taken).toMatchObject({
      status: 400,
      body: {
        category: 'VALIDATION_ERROR',
        message: `Cannot set PropertyValueCoordinates{portalId=4711, objectTypeId=0-3, propertyName=order_number, value=A1} on ${other.id}. ${first.id} already has that value.`,
      },
    });
    expect(
      (await refusal(deals.create({ properties: { order_number: 'A1' }, associations: [] }))).body.message,
    ).toContain(`${first.id} already has that value.`);
    await deals.archive(first.id);
    expect((await refusal(deals.update(other.id, { properties: { order_number: 'A1' } }))).body.message).toContain(
      `${first.id} already has that value.`,
    );
  });

  it('of an archived record can be had again where the account frees them', async () => {
    account().emulator.behaviour.set({ archivedUniqueValues: 'freed' });
    const deals = account().client().crm.deals.basicApi;
    const first = await deals.create({ properties: { order_number: 'B1' }, associations: [] });
    const other = await deals.create({ properties: { order_number: 'B2' }, associations: [] });
    await deals.archive(first.id);
    await deals.update(other.id, { properties: { order_number: 'B1' } });
    expect((await deals.getById('B1', ['dealname'], undefined, undefined, undefined, 'order_number')).id).toBe(
      other.id,
    );
  });
});
