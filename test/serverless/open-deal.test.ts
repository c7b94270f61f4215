import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDealReplySchema } from '@deal-terms/core/contracts';
import { production, serve } from '../../serverless/runtime/app-function.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { appScopes, runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

async function openCard(app: ReturnType<typeof runApp>, dealId: string) {
  const reply = await app.main(openDeal)({ propertiesToSend: await app.attest(dealId), parameters: {} });
  expect(openDealReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  return reply;
}

describe.each(['v3', '2026-09'] as const)('open-deal over the %s paths', (family) => {
  it('gives account, day and built-in policy for a deal without company, in two calls', async () => {
    const app = runApp(account, { family });
    const dealId = await account.createDeal({ amount: '1000' });
    expect(await openCard(app, dealId)).toMatchObject({
      ok: true,
      account: { timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
      today: '2026-11-23',
      policy: { version: 0, warning: null, model: { borrowingRate: 0.09 } },
      suggestions: { relationship: null, lastDeal: null },
      freshness: { state: 'unscored' },
    });
    expect(app.requests()).toHaveLength(2);
  });

  it('names who approves offers beyond the limits, with one call more', async () => {
    const own = await startAccount();
    const app = runApp(own, { family });
    own.emulator.setUp({
      owners: [{ id: '504', userId: 94, email: 'grace@cuckoo.example', firstName: 'Grace', lastName: 'Whitfield' }],
    });
    await own.writeLedger(
      'policy/current',
      'policy',
      JSON.stringify({ version: 3, modelVersion: 2, model: {}, app: { approverIds: ['504', '999'] } }),
    );
    expect(await openCard(app, await own.createDeal({ amount: '1000' }))).toMatchObject({
      approvers: [{ ownerId: '504', userId: '94', name: 'Grace Whitfield' }],
    });
    expect(app.requests()).toHaveLength(3);
    await own.stop();
  });

  it('suggests from the company’s other deals, in four calls and without a write', async () => {
    const app = runApp(account, { family });
    const companyId = await account.createCompany('Gifts & Co');
    const won = await account.createDeal(
      {
        amount: '1',
        dealname: 'Spring',
        dealstage: 'closedwon',
        closedate: '2026-04-30T22:30:00Z',
        terms_cash_position: 'tight',
        terms_scored_at: '2026-05-01T08:00:00Z',
      },
      companyId,
    );
    await account.createDeal(
      { amount: '1', dealname: 'Lost', dealstage: 'closedlost', closedate: '2026-06-01T08:00:00Z' },
      companyId,
    );
    const dealId = await account.createDeal({ amount: '1000', terms_urgency: 'high' }, companyId);
    const reply = await openCard(app, dealId);
    expect(reply.ok && reply.suggestions).toEqual({
      relationship: { value: 'established', wonDeals: 1, lastWonOn: '2026-05-01' },
      lastDeal: {
        dealId: won,
        dealName: 'Spring',
        madeOn: '2026-11-23',
        answers: {
          cashPosition: 'tight',
          termsImportance: null,
          forecast: null,
          constraints: [],
          daysBeyondTerms: null,
        },
      },
    });
    expect(
      app
        .requests()
        .map((request) => request.split(' ')[0])
        .sort(),
    ).toEqual(['GET', 'GET', 'POST', 'POST']);
    expect(
      app
        .requests()
        .filter((request) => request.startsWith('POST'))
        .every((request) => request.endsWith('/batch/read')),
    ).toBe(true);
  });
});

describe('open-deal', () => {
  it('finds margin, terms, lateness and relationship of a customer with history, in seven calls', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('Clocks & Co');
    const won = { amount: '1', dealname: 'Spring', dealstage: 'closedwon', closedate: '2026-05-01T08:00:00Z' };
    await account.createDeal(won, companyId);
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    await account.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: '372' });
    await account.createQuote(dealId, { hs_net_payment_terms: '60' });
    const paid = (on: string) => ({ hs_invoice_status: 'paid', hs_payment_date: `${on}T00:00:00Z` });
    for (const day of ['2026-10-08', '2026-10-15', '2026-10-13']) await account.createInvoice(companyId, paid(day));
    await account.createInvoice(companyId, paid('2026-10-20'), dealId);
    const reply = await openCard(app, dealId);
    expect(reply.ok && reply.evidence).toEqual({
      grossMargin: { value: 0.38, source: 'line_items', count: 1, date: '2026-11-23' },
      lineAmount: { value: 60_000, source: 'line_items', count: 1, date: '2026-11-23' },
      paymentPlan: { value: 'net 60', source: 'quote', count: 1, date: '2026-11-23' },
      daysBeyondTerms: { value: 13, low: 10.75, high: 15.25, source: 'invoices', count: 4, date: '2026-10-20' },
      relationship: { value: 'established', source: 'deals', count: 1, date: '2026-05-01' },
      thin: [],
      missing: [],
    });
    expect(reply).toMatchObject({
      paid: { value: '2026-10-20', count: 1 },
      suggestions: { relationship: { wonDeals: 1 } },
    });
    expect(app.requests()).toHaveLength(7);
  });

  it('takes properties the settings name, on the company, the deal and its lines', async () => {
    const other = await startAccount();
    try {
      const own = (figure: string, on: string, name: string, label: string) => ({ figure, on, name, label });
      const ownProperties = [
        own('daysBeyondTerms', 'companies', 'numberofemployees', 'DBT'),
        own('paymentPlan', 'deals', 'description', 'Agreed terms'),
        own('leadTimeDays', 'line_items', 'description', 'Lead time'),
        own('creditLimit', 'companies', 'no_such_property', 'Limit'),
      ];
      await other.writeLedger(
        'policy/current',
        'policy',
        JSON.stringify({ version: 1, model: {}, app: { ownProperties } }),
      );
      const { id: companyId } = await other.api('POST', '/crm/v3/objects/companies', {
        properties: { name: 'A', numberofemployees: '9' },
      });
      const dealId = await other.createDeal({ amount: '1000', description: 'net 45' }, companyId);
      await other.createLineItem(dealId, { description: '21' });
      await other.createLineItem(dealId, { description: '35' });
      const reply = await openCard(runApp(other), dealId);
      expect(reply.ok && reply.evidence).toEqual({
        daysBeyondTerms: { value: 9, source: 'property', count: 1, date: null, label: 'DBT' },
        paymentPlan: { value: 'net 45', source: 'property', count: 1, date: null, label: 'Agreed terms' },
        leadTimeDays: { value: 35, source: 'property', count: 1, date: null, label: 'Lead time' },
        thin: [{ name: 'relationship', why: 'too_few', have: 0, need: 1 }],
        missing: [],
      });
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['line_items', 'grossMargin'],
    ['quotes', 'paymentPlan'],
    ['invoices', 'openInvoices'],
  ] as const)('works without the scope for %s, and says so', async (kind, name) => {
    const app = runApp(account, { scopes: appScopes.filter((scope) => scope !== `crm.objects.${kind}.read`) });
    const companyId = await account.createCompany('Scoped Ltd');
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    await account.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: '372' });
    await account.createQuote(dealId, { hs_net_payment_terms: '60' });
    await account.createInvoice(companyId, { hs_due_date: '2026-09-01T00:00:00Z' });
    const reply = await openCard(app, dealId);
    expect(reply).toMatchObject({ ok: true, evidence: { missing: [kind] } });
    expect(reply.ok && reply.evidence[name]?.source).not.toBe(kind === 'quotes' ? 'quote' : kind);
  });

  it('works where HubSpot does not even tell the links without the scope', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('Locked Ltd');
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    account.injectFault((request) =>
      request.url.includes('invoices')
        ? Response.json({ category: 'MISSING_SCOPES', message: 'no', errors: [] }, { status: 403 })
        : null,
    );
    try {
      expect(await openCard(app, dealId)).toMatchObject({
        ok: true,
        evidence: { missing: ['line_items', 'quotes', 'invoices'] },
      });
    } finally {
      account.injectFault(null);
    }
  });

  it('finds the newest invoices of a customer with more than HubSpot tells at once', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('Many Ltd');
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    await account.emulator.bulkLoad(
      'invoices',
      Array.from({ length: 120 }, (_, index) => ({
        properties: {
          hs_invoice_status: 'paid',
          hs_invoice_date: '2026-08-01T00:00:00Z',
          hs_due_date: '2026-08-31T00:00:00Z',
          hs_payment_date: index < 100 ? '2026-10-30T00:00:00Z' : '2026-09-05T00:00:00Z',
          hs_amount_billed: '10',
          hs_currency: 'EUR',
        },
        links: [{ objectType: 'companies', id: companyId }],
      })),
    );
    expect(await openCard(app, dealId)).toMatchObject({
      ok: true,
      evidence: { daysBeyondTerms: { value: 5, count: 20 } },
    });
  });

  it('counts the newest twenty deals of a customer', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('Loyal Ltd');
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    const won = (closedate: string) => ({
      properties: { dealname: 'Spring', dealstage: 'closedwon', pipeline: 'default', amount: '1', closedate },
      links: [{ objectType: 'companies', id: companyId }],
    });
    await account.emulator.bulkLoad('deals', [
      ...Array.from({ length: 5 }, () => won('2026-06-01T08:00:00Z')),
      ...Array.from({ length: 20 }, () => won('2026-05-01T08:00:00Z')),
    ]);
    expect(await openCard(app, dealId)).toMatchObject({
      ok: true,
      evidence: { relationship: { value: 'established', count: 20, date: '2026-05-01' } },
    });
  });

  it('tells where the customer is and what it does, as far as the company record says', async () => {
    const app = runApp(account);
    const { id } = await account.api('POST', '/crm/v3/objects/companies', {
      properties: { name: 'Liffey & Lane', country: 'Ireland', industry: 'RETAIL' },
    });
    expect(await openCard(app, await account.createDeal({ amount: '1000' }, id))).toMatchObject({
      ok: true,
      customer: { country: 'Ireland', industry: 'RETAIL' },
    });
    const nameOnly = await account.createCompany('Gifts & Co');
    expect(await openCard(app, await account.createDeal({ amount: '1000' }, nameOnly))).toMatchObject({
      ok: true,
      customer: { country: null, industry: null },
    });
    expect(await openCard(app, await account.createDeal({ amount: '1000' }))).toMatchObject({
      ok: true,
      customer: { country: null, industry: null },
    });
  });

  it('calls the customer of a first deal new', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ amount: '1000' }, await account.createCompany('First Ltd'));
    expect(await openCard(app, dealId)).toMatchObject({
      ok: true,
      suggestions: { relationship: { value: 'new', wonDeals: 0, lastWonOn: null }, lastDeal: null },
    });
  });

  it('tells fresh from stale', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ amount: '1000' });
    await app.main(scoreDeal)({
      propertiesToSend: await app.attest(dealId),
      parameters: { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } },
    });
    expect(await openCard(app, dealId)).toMatchObject({
      ok: true,
      freshness: { state: 'current', scoredAt: '2026-11-23T10:00:00.000Z' },
    });
    await account.updateDeal(dealId, { amount: '2000' });
    expect(await openCard(app, dealId)).toMatchObject({ ok: true, freshness: { state: 'stale', changed: ['amount'] } });
    await account.updateDeal(dealId, { amount: '1000', terms_urgency: 'none' });
    expect(await openCard(app, dealId)).toMatchObject({ ok: true, freshness: { state: 'stale', changed: ['inputs'] } });
    await account.updateDeal(dealId, { amount: '' });
    expect(await openCard(app, dealId)).toMatchObject({ ok: true, freshness: { state: 'stale', changed: ['amount'] } });
  });

  it('stands in with the defaults for a policy that cannot be read, and says why', async () => {
    const other = await startAccount();
    try {
      await other.writeLedger('policy/current', 'policy', '{"version":2,"model":{"borrowingRate":"cheap"},"app":{}}');
      const reply = await openCard(runApp(other), await other.createDeal({ amount: '1' }));
      expect(reply).toMatchObject({ ok: true, policy: { version: 0, model: { borrowingRate: 0.09 } } });
      expect(reply.ok && reply.policy.warning).toContain('model.borrowingRate');
    } finally {
      await other.stop();
    }
  });

  it.each([[{}], [{ hs_object_id: '' }], [{ hs_object_id: null }], [{ hs_object_id: 'deal-1' }]])(
    'does not know a deal HubSpot does not attest: %j',
    async (propertiesToSend) => {
      const app = runApp(account);
      expect(await app.main(openDeal)({ propertiesToSend, parameters: {} })).toMatchObject({
        ok: false,
        code: 'unknown_deal',
      });
      expect(app.requests()).toEqual([]);
    },
  );

  it('takes no id from the card', async () => {
    const app = runApp(account);
    const propertiesToSend = await app.attest(await account.createDeal({ amount: '1' }));
    expect(await app.main(openDeal)({ propertiesToSend, parameters: { dealId: '1' } })).toMatchObject({
      ok: false,
      code: 'invalid_request',
    });
  });

  it('says which scope it lacks', async () => {
    const app = runApp(account, { scopes: appScopes.filter((scope) => !scope.includes('companies')) });
    const dealId = await account.createDeal({ amount: '1' }, await account.createCompany('Hidden'));
    const reply = await openCard(app, dealId);
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    expect(!reply.ok && reply.message).toContain('crm.objects.companies.read');
  });

  it.each([{}, { PRIVATE_APP_ACCESS_TOKEN: '' }])(
    'says so when the account has no access token for it: %j',
    async (secrets) => {
      const [log, times] = [[] as string[], [1_000, 1_250]];
      const reply = await serve(openDeal, {
        ...production,
        environment: () => secrets,
        nowMs: () => times.shift() ?? 0,
        log: (line) => log.push(line),
      })({ propertiesToSend: { hs_object_id: '1' } });
      expect(reply).toMatchObject({
        ok: false,
        code: 'forbidden',
        message: 'The app has no access token in this account.',
      });
      expect(log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { function: 'open_deal', outcome: 'forbidden', durationMs: 250, apiCalls: 0 },
      ]);
    },
  );
});
