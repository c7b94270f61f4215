import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import manifest from '../../extensions/app-hsmeta.json' with { type: 'json' };
import { apiCallOf, apiCalls } from '../../serverless/runtime/api-calls.ts';
import { composeMessage } from '../../serverless/functions/compose-message.ts';
import { decideExpedite } from '../../serverless/functions/decide-expedite.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { openBoard } from '../../serverless/functions/open-board.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { openTicket } from '../../serverless/functions/open-ticket.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';
import { composing } from './composing.ts';
import { terms as expediteTerms } from './expedite-account.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

/** A request made, granted, and taken back at the second try: the first one's note never got through. */
async function tradeSpeed(app: ReturnType<typeof runApp>, dealId: string): Promise<void> {
  const ask = async (parameters: object) =>
    app.main(requestExpedite)({ propertiesToSend: await app.attest(dealId), parameters });
  const made = await ask({ action: 'request', terms: expediteTerms, by: 'Ann' });
  const ticketId = (made.ok && made.request?.ticketId) || '';
  const propertiesToSend = { hs_object_id: ticketId, hs_pipeline_stage: '1' };
  expect(await app.ticket(openTicket)({ propertiesToSend, parameters: { considering: null } })).toMatchObject({
    ok: true,
  });
  expect(
    await app.ticket(decideExpedite)({
      propertiesToSend,
      parameters: { decision: { action: 'accept', date: '2026-12-21', cost: 100 }, revision: 1, by: 'Ben' },
    }),
  ).toMatchObject({ ok: true });
  account.emulator.faults.inject({ kind: 'server_error', pathHas: '/objects/notes', times: 1 });
  expect(await ask({ action: 'withdraw', revision: 2, by: 'Ann' })).toMatchObject({ ok: false, code: 'unavailable' });
  expect(await ask({ action: 'withdraw', revision: 2, by: 'Ann' })).toMatchObject({ ok: true });
}

/** An approval that is not waited for any longer: its task is completed. */
async function putSomethingElseForward(dealId: string): Promise<void> {
  const app = runApp(account);
  const act = async (action: 'ask' | 'offer', revision: number) =>
    app.main(offerTerms)({
      propertiesToSend: await app.attest(dealId),
      parameters: {
        action,
        revision,
        by: 'Ann',
        terms: { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 },
      },
    });
  expect(await act('ask', 0)).toMatchObject({ ok: true });
  const task = (subject: string) => ({
    properties: { hs_timestamp: '2026-11-23T09:00:00Z', hs_task_subject: subject, hs_task_status: 'NOT_STARTED' },
    links: [{ objectType: 'deals', id: dealId }],
  });
  // HubSpot tells a deal's oldest hundred with the deal.
  await account.emulator.bulkLoad(
    'tasks',
    Array.from({ length: 101 }, () => task('Call')),
  );
  const [asked = ''] = await account.emulator.bulkLoad('tasks', [task('Approve an offer of terms: Spring range')]);
  expect(await act('offer', 1)).toMatchObject({ ok: true });
  const { properties } = (await account.api('GET', `/crm/v3/objects/tasks/${asked}?properties=hs_task_status`)) as {
    properties: object;
  };
  expect(properties).toMatchObject({ hs_task_status: 'COMPLETED' });
}

/** Rules of the account, which hold on the dated paths, demand what the app does not write. */
async function breakRules(dealId: string): Promise<void> {
  const app = runApp(account, { family: '2026-09' });
  await account.api('POST', '/crm/v3/properties/tickets', {
    name: 'region',
    label: 'Sales region',
    groupName: 'expedited_shipments',
    type: 'string',
    fieldType: 'text',
  });
  account.emulator.behaviour.set({ writeRules: [{ objectType: 'tickets', property: 'region' }] });
  expect(
    await app.main(requestExpedite)({
      propertiesToSend: await app.attest(dealId),
      parameters: { action: 'request', terms: expediteTerms, by: 'Ann' },
    }),
  ).toMatchObject({ ok: false, code: 'required_property' });
  account.emulator.behaviour.set({
    writeRules: [{ objectType: 'deals', property: 'description', when: { property: 'amount', values: ['70000'] } }],
  });
  const loaded = await app.captured(dealId);
  expect(
    await app.main(scoreDeal)({
      propertiesToSend: await app.attest(dealId),
      parameters: { loaded, captured: { ...loaded, cashPosition: 'tight' } },
    }),
  ).toMatchObject({ ok: false, code: 'required_property' });
  account.emulator.behaviour.set({ writeRules: [] });
}

describe('the list of API calls', () => {
  it('needs exactly the scopes the manifest asks for', () => {
    const scopesOf = (isOptional: boolean) =>
      [
        ...new Set(apiCalls.filter((call) => (call.isOptional ?? false) === isOptional).map(({ scope }) => scope)),
      ].sort();
    const { requiredScopes, optionalScopes } = manifest.config.auth;
    expect([scopesOf(false), scopesOf(true)]).toEqual([[...requiredScopes].sort(), [...optionalScopes].sort()]);
  });

  it.each(apiCalls)('$call needs $scope', async ({ call, scope }) => {
    const [method = '', path = ''] = call.replaceAll('{}', '1').split(' ');
    const token = account.emulator.issueToken({ scopes: [], sees: 'all', label: 'no scopes' });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await account.emulator.fetch(
      new Request(`${account.origin}/crm/${path.includes('associations/') ? 'v4' : 'v3'}/${path}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      }),
    );
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(`"requiredGranularScopes":["${scope}"]`);
  });

  it('has no call that is never made', async () => {
    const app = runApp(account, { secrets: { POLICY_EDIT_KEY: 'correct horse' } });
    const companyId = await account.createCompany('Gifts & Co');
    await account.createDeal({ amount: '1' }, companyId);
    const dealId = await account.createDeal({ dealname: 'Spring range', amount: '60000' }, companyId);
    await account.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: '330' });
    await account.createQuote(dealId, { hs_net_payment_terms: '90' });
    await account.createInvoice(companyId, {});
    expect(await app.main(openDeal)({ propertiesToSend: await app.attest(dealId), parameters: {} })).toMatchObject({
      ok: true,
    });
    expect(
      await app.main(scoreDeal)({
        propertiesToSend: await app.attest(dealId),
        parameters: { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } },
      }),
    ).toMatchObject({ ok: true });
    expect(await app.page(openBoard)({ parameters: {} })).toMatchObject({ ok: true });
    await account.createContact(dealId, { firstname: 'Anna', hs_language: 'nl' });
    expect(
      await app.main(composeMessage)({ propertiesToSend: await app.attest(dealId), parameters: composing }),
    ).toMatchObject({ ok: true, message: { language: 'nl' } });
    await account.updateDeal(dealId, { amount: '70000' });
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [dealId] } })).toMatchObject({ ok: true, changed: 1 });
    const ownProperties = (['companies', 'line_items'] as const).map((on) => ({
      figure: 'leadTimeDays' as const,
      on,
      name: 'lead_days',
      label: 'Lead time',
    }));
    const settings = {
      model: { ...defaultPolicy, borrowingRate: 0.1 },
      app: { ...defaultAppSettings, ownProperties },
    };
    expect(
      await app.page(savePolicy)({ parameters: { key: 'correct horse', basedOn: 0, settings, author: 'Ann' } }),
    ).toMatchObject({ ok: true });
    expect(await app.page(readPolicy)({ parameters: {} })).toMatchObject({ ok: true });
    await putSomethingElseForward(dealId);
    await tradeSpeed(app, dealId);
    await breakRules(dealId);
    expect([...account.appCalls()].sort()).toEqual(apiCalls.map(({ call }) => call).sort());
  });

  it('knows a call on either family of paths', () => {
    expect([
      apiCallOf('PATCH', '/crm/v3/objects/deals/17'),
      apiCallOf('PATCH', '/crm/objects/2026-09/deals/17'),
    ]).toEqual(['PATCH objects/deals/{}', 'PATCH objects/deals/{}']);
    expect(apiCallOf('GET', '/crm/v4/objects/companies/5/associations/deals?limit=500')).toBe(
      'GET objects/companies/{}/associations/deals',
    );
    expect([apiCallOf('GET', '/crm/v3/owners/?limit=500'), apiCallOf('GET', '/crm/pipelines/2026-09/deals')]).toEqual([
      'GET owners',
      'GET pipelines/deals',
    ]);
  });
});
