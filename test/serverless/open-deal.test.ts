import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDealReplySchema } from '@deal-terms/core/contracts';
import { production, serve } from '../../serverless/runtime/app-function.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { nothingCaptured } from '../crm/arbitrary-captured.ts';
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
  it('gives account, day and built-in policy for a deal without company, in one call', async () => {
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
    expect(app.requests()).toHaveLength(1);
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
        answeredOn: '2026-05-01',
        answers: {
          cashPosition: 'tight',
          termsImportance: null,
          urgency: null,
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
      parameters: { loaded: nothingCaptured, captured: { ...nothingCaptured, urgency: 'high' } },
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

  it('says so when the account has no access token for it', async () => {
    const reply = await serve(openDeal, { ...production, environment: () => ({}), log: () => undefined })({
      propertiesToSend: { hs_object_id: '1' },
    });
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
  });
});
