import { describe, expect, it } from 'vitest';
import { link, pathFamilies, refusal, testAccount } from './account.ts';

describe.each(pathFamilies)('what is sold, quoted and billed (%s)', (family) => {
  const account = testAccount();
  const crm = () => account().client(family).crm;
  const make = (type: string, properties: Record<string, string>, associations: object[] = []) =>
    crm().objects.basicApi.create(type, { properties, associations: associations as never });
  const valuesOf = async (type: string, id: string, names: string[]) =>
    (await crm().objects.basicApi.getById(type, id, names)).properties;

  it('computes a line item’s amounts for one billing cycle', async () => {
    const { properties } = await make('line_items', {
      name: 'Cuckoo clock',
      price: '120',
      quantity: '25',
      hs_cost_of_goods_sold: '66',
      hs_discount_percentage: '10',
      recurringbillingfrequency: 'monthly',
      hs_recurring_billing_period: 'P12M',
    });
    expect(properties).toMatchObject({
      hs_pre_discount_amount: '3000',
      hs_total_discount: '300',
      amount: '2700',
      hs_margin: '1050',
    });
  });

  it('takes a unit discount off each', async () => {
    const { properties } = await make('line_items', { price: '19.99', quantity: '3', discount: '0.5' });
    expect(properties).toMatchObject({
      hs_pre_discount_amount: '59.97',
      hs_total_discount: '1.5',
      amount: '58.47',
    });
    expect(properties).not.toHaveProperty('hs_margin');
  });

  it('has no amount without price or quantity, and computes it when the rest comes', async () => {
    const { id, properties } = await make('line_items', { price: '5' });
    expect(properties).not.toHaveProperty('amount');
    const changed = await crm().objects.basicApi.update('line_items', id, { properties: { quantity: '4' } });
    expect(changed.properties['amount']).toBe('20');
  });

  it.each(['amount', 'hs_margin', 'hs_pre_discount_amount', 'hs_total_discount'])(
    'does not let %s be written',
    async (name) => {
      const { status, body } = await refusal(make('line_items', { [name]: '1' }));
      expect({ status, errors: body['errors'] }).toMatchObject({
        status: 400,
        errors: [{ code: 'READ_ONLY_VALUE', context: { propertyName: [name] } }],
      });
    },
  );

  it.each([{ price: '-1' }, { hs_recurring_billing_period: '12 months' }])(
    'does not take %j of a line item',
    async (properties) => {
      expect((await refusal(make('line_items', properties as Record<string, string>))).status).toBe(400);
    },
  );

  it('fills a line item from its product, where nothing else is said', async () => {
    const product = await make('products', { name: 'Music box', price: '40', hs_cost_of_goods_sold: '24' });
    const { properties } = await make('line_items', { hs_product_id: product.id, price: '36', quantity: '10' });
    expect(properties).toMatchObject({
      name: 'Music box',
      price: '36',
      hs_cost_of_goods_sold: '24',
      amount: '360',
      hs_margin: '120',
    });
  });

  it('adds up a quote from its line items, as they come, change and go', async () => {
    const [first, second] = await Promise.all([
      make('line_items', { price: '100', quantity: '2' }),
      make('line_items', { price: '10', quantity: '5' }),
    ]);
    const quote = await make(
      'quotes',
      { hs_title: 'Spring', hs_expiration_date: '2026-12-31', hs_net_payment_terms: '30', hs_status: 'DRAFT' },
      [link(first.id, 67), link(second.id, 67)],
    );
    const amount = async () => (await valuesOf('quotes', quote.id, ['hs_quote_amount']))['hs_quote_amount'];
    expect(await amount()).toBe('250');
    await crm().objects.basicApi.update('line_items', second.id, { properties: { quantity: '6' } });
    expect(await amount()).toBe('260');
    await crm().objects.basicApi.archive('line_items', first.id);
    expect(await amount()).toBe('60');
    expect((await refusal(make('quotes', { hs_title: 'No end' }))).status).toBe(400);
  });

  it('says what is still due of an invoice', async () => {
    const { id, properties } = await make('invoices', {
      hs_number: 'INV-7',
      hs_invoice_status: 'open',
      hs_invoice_date: '2026-09-01T00:00:00Z',
      hs_due_date: '2026-10-01T00:00:00Z',
      hs_amount_billed: '1200',
      hs_currency: 'EUR',
    });
    expect(properties['hs_balance_due']).toBe('1200');
    await crm().objects.basicApi.update('invoices', id, { properties: { hs_amount_paid: '200.5' } });
    expect(await valuesOf('invoices', id, ['hs_balance_due'])).toMatchObject({ hs_balance_due: '999.5' });
    expect((await refusal(make('invoices', { hs_balance_due: '1' }))).status).toBe(400);
    expect((await refusal(make('invoices', { hs_currency: 'XXX' }))).status).toBe(400);
  });

  it.each([
    ['deals', 'line_items', 19, 20],
    ['quotes', 'deals', 64, 63],
    ['quotes', 'line_items', 67, 68],
    ['quotes', 'contacts', 69, 70],
    ['quotes', 'companies', 71, 72],
    ['invoices', 'deals', 175, 176],
    ['invoices', 'contacts', 177, 178],
    ['invoices', 'companies', 179, 180],
    ['invoices', 'line_items', 409, 410],
  ])('links %s to %s by HubSpot’s numbers', async (from, to, number, inverse) => {
    const typesOf = async (a: string, b: string) =>
      (await crm().associations.v4.schema.definitionsApi.getAll(a, b)).results.map(({ typeId }) => typeId);
    expect([await typesOf(from, to), await typesOf(to, from)]).toEqual([[number], [inverse]]);
  });

  it.each([
    ['products', 'crm.objects.products.read'],
    ['line_items', 'crm.objects.line_items.read'],
    ['quotes', 'crm.objects.quotes.read'],
    ['invoices', 'crm.objects.invoices.read'],
  ])('shows %s to whoever has %s', async (type, scope) => {
    const reader = account().client(family, account().issue({ scopes: [scope] })).crm;
    const stranger = account().client(family, account().issue({ scopes: ['crm.objects.deals.read'] })).crm;
    expect((await reader.objects.basicApi.getPage(type)).results).toBeInstanceOf(Array);
    expect((await refusal(stranger.objects.basicApi.getPage(type))).status).toBe(403);
  });
});

describe('forecasts of deals', () => {
  const account = testAccount();
  const create = async (properties: Record<string, string>) =>
    (await account().client().crm.deals.basicApi.create({ properties, associations: [] })).properties;

  it('weighs the amount by the stage’s probability and by a person’s', async () => {
    expect(await create({ dealname: 'Weighed', amount: '1000', dealstage: 'presentationscheduled' })).toMatchObject({
      hs_deal_stage_probability: '0.6',
      hs_projected_amount: '600',
    });
    expect(
      await create({ amount: '1000', dealstage: 'presentationscheduled', hs_forecast_probability: '0.35' }),
    ).toMatchObject({ hs_forecast_amount: '350' });
  });

  it('counts the days to the close date, none backwards', async () => {
    expect(await create({ createdate: '2026-11-01T08:00:00Z', closedate: '2026-11-23T07:00:00Z' })).toMatchObject({
      days_to_close: '21',
    });
    expect(await create({ closedate: '2026-01-01T00:00:00Z' })).toMatchObject({ days_to_close: '0' });
  });

  it('knows a company’s industry and country', async () => {
    const { properties } = await account()
      .client()
      .crm.companies.basicApi.create({
        properties: { name: 'Uhren', industry: 'INFORMATION_TECHNOLOGY_AND_SERVICES', country: 'Germany' },
        associations: [],
      });
    expect(properties).toMatchObject({ industry: 'INFORMATION_TECHNOLOGY_AND_SERVICES', country: 'Germany' });
  });

  it('knows a contact’s language', async () => {
    const { properties } = await account()
      .client()
      .crm.contacts.basicApi.create({ properties: { email: 'lena@example.com', hs_language: 'de' }, associations: [] });
    expect(properties['hs_language']).toBe('de');
  });
});
