import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scoreDealReplySchema } from '@deal-terms/core/contracts';
import type { ScoreDealReply } from '@deal-terms/core/contracts';
import { decodeCustomerProfile } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
  await account.writeLedger(
    'policy/current',
    'policy',
    '{"version":3,"modelVersion":2,"model":{"backlog":{"unfundedCost":250000}},"app":{}}',
  );
});
afterEach(() => account.injectFault(null));
afterAll(() => account.stop());

const promoRetailer: CustomerProfile = {
  ...emptyProfile,
  cashPosition: 'abundant',
  termsImportance: 'standard_clause',
  urgency: 'high',
  relationship: 'new',
  neededBy: '2026-12-21',
  customerWhy: 'Sells out before Christmas',
  paymentPlan: 'net 90',
  grossMargin: 0.45,
  leadTimeDays: 42,
};
const open = { amount: '60000', closedate: '2026-11-30T12:00:00Z' };

/** A call of the card: HubSpot attests the deal, the card sends what it loaded and what it wants. */
async function save(
  app: ReturnType<typeof runApp>,
  dealId: string,
  captured: CustomerProfile,
  loaded?: CustomerProfile,
  attested: Record<string, string> = {},
): Promise<ScoreDealReply> {
  const propertiesToSend = { ...(await app.attest(dealId)), ...attested };
  const reply = await app.main(scoreDeal)({
    propertiesToSend,
    parameters: { loaded: loaded ?? (await app.captured(dealId)), captured },
  });
  expect(scoreDealReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
  return reply;
}

describe('a figure the customer stated', () => {
  it('is stored, counts as an answer and moves the score; taken back, the score is what it was', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    const bare = { ...promoRetailer, cashPosition: null, urgency: null, neededBy: null };
    await save(app, dealId, bare);
    const before = await account.readDeal(dealId);
    expect(before).toMatchObject({ terms_answers_known: '1', terms_stated_loss_per_day: null });
    await save(app, dealId, { ...bare, statedCostOfCash: 0.015, statedLossPerDay: 120 });
    const stated = await account.readDeal(dealId);
    expect(stated).toMatchObject({
      terms_stated_cost_of_cash: '0.015',
      terms_stated_loss_per_day: '120',
      terms_answers_known: '3',
    });
    expect(stated['terms_score_inputs']).not.toBe(before['terms_score_inputs']);
    expect(Number(stated['terms_expected_gain'])).toBeGreaterThan(Number(before['terms_expected_gain']));
    await save(app, dealId, bare);
    expect(await account.readDeal(dealId)).toMatchObject({
      terms_stated_cost_of_cash: null,
      terms_score_inputs: before['terms_score_inputs'],
      terms_expected_gain: before['terms_expected_gain'],
    });
  });

  it('beyond what can be is named with its field, and nothing of it is stored', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    expect(await save(app, dealId, { ...promoRetailer, statedCostOfCash: 8 })).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field: 'statedCostOfCash' }],
    });
  });
});

describe.each(['v3', '2026-09'] as const)('score-deal over the %s paths', (family) => {
  it('saves the first deal of the story with its score, in three calls', async () => {
    const app = runApp(account, { family });
    const dealId = await account.createDeal(open);
    const reply = await save(app, dealId, promoRetailer);
    expect(reply).toMatchObject({
      ok: true,
      captured: promoRetailer,
      today: '2026-11-23',
      overlaps: [],
      policy: { version: 3 },
      scored: { terms_negotiability: '99.9969', terms_best_package: 'on_delivery/21/none' },
    });
    expect(app.requests().map((request) => request.split(' ')[0])).toEqual(['POST', 'PATCH', 'GET']);
    expect(await account.readDeal(dealId)).toMatchObject({
      terms_cash_position: 'abundant',
      terms_customer_why: 'Sells out before Christmas',
      terms_gross_margin: '0.45',
      terms_needed_by: '2026-12-21',
      terms_negotiability: '99.9969',
      terms_verdict: 'trade',
      terms_best_package: 'on_delivery/21/none',
      terms_recommended_discount: '0.02',
      terms_seller_gain: '3197.49',
      terms_customer_gain: '3785.34',
      terms_expected_gain: '4177.33',
      terms_days_sooner: '111',
      terms_policy_version: '3',
      terms_scored_at: '2026-11-23T10:00:00.000Z',
    });
  });

  it('writes nothing when it is told the same again', async () => {
    const app = runApp(account, { family });
    const dealId = await account.createDeal(open);
    await save(app, dealId, promoRetailer);
    const before = app.requests().length;
    expect(await save(app, dealId, promoRetailer)).toMatchObject({
      ok: true,
      written: 0,
      captured: promoRetailer,
      scored: { terms_verdict: 'trade' },
    });
    expect(app.requests().slice(before)).toEqual([
      family === 'v3'
        ? 'POST /crm/v3/objects/p_terms_ledger/batch/read'
        : 'POST /crm/objects/2026-09/p_terms_ledger/batch/read',
    ]);
  });
});

describe('score-deal', () => {
  it('finds the trade of the second deal of the story: payment in advance and forecasts for a discount', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ ...open, amount: '120000' });
    const forecastingChain: CustomerProfile = {
      ...emptyProfile,
      cashPosition: 'positive',
      termsImportance: 'standard_clause',
      urgency: 'none',
      forecast: 'willing',
      relationship: 'established',
      paymentPlan: 'net 90',
      grossMargin: 0.45,
      leadTimeDays: 42,
    };
    expect(await save(app, dealId, forecastingChain)).toMatchObject({
      ok: true,
      scored: {
        terms_best_package: 'advance_30/0/forecast',
        terms_recommended_discount: '0.09',
        terms_seller_gain: '6941.67',
        terms_customer_gain: '7145.27',
        terms_days_sooner: '120',
        terms_levers: 'shorter_terms;forecast;discount',
      },
    });
  });

  it('writes only what changed, and refreshes a score without answers in two calls', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    const first = await save(app, dealId, { ...emptyProfile, urgency: 'high' });
    expect(first).toMatchObject({ ok: true, captured: { urgency: 'high' } });
    await account.updateDeal(dealId, { amount: '70000' });
    const before = app.requests().length;
    expect(await save(app, dealId, { ...emptyProfile, urgency: 'high' })).toMatchObject({
      ok: true,
      scored: { terms_scored_amount: '70000' },
    });
    expect(
      app
        .requests()
        .slice(before)
        .map((request) => request.split(' ')[0]),
    ).toEqual(['POST', 'PATCH']);
  });

  it('clears an answer that is taken back', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ ...open, terms_urgency: 'high', terms_constraints: 'no_prepayment' });
    expect(await save(app, dealId, emptyProfile)).toMatchObject({ ok: true, captured: emptyProfile });
    expect(await account.readDeal(dealId, ['terms_urgency', 'terms_constraints'])).not.toHaveProperty(
      'terms_urgency',
      'high',
    );
  });

  it('refuses to overwrite what somebody else changed, writes nothing, and obeys once told', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ ...open, terms_urgency: 'some', terms_cash_position: 'tight' });
    const loaded = await app.captured(dealId);
    await account.updateDeal(dealId, { terms_urgency: 'critical' });
    const mine = { ...loaded, urgency: 'high', cashPosition: 'abundant' } as const;
    expect(await save(app, dealId, mine, loaded)).toMatchObject({
      ok: false,
      code: 'conflict',
      conflicts: [{ field: 'urgency', loaded: 'some', theirs: 'critical', mine: 'high' }],
    });
    expect(app.requests()).toEqual([]);
    expect(await save(app, dealId, mine, { ...loaded, urgency: 'critical' })).toMatchObject({
      ok: true,
      captured: { urgency: 'high', cashPosition: 'abundant' },
    });
  });

  it('follows the record in fields the rep did not touch', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ ...open, terms_urgency: 'some' });
    const loaded = await app.captured(dealId);
    await account.updateDeal(dealId, { terms_urgency: 'critical' });
    expect(await save(app, dealId, { ...loaded, cashPosition: 'abundant' }, loaded)).toMatchObject({
      ok: true,
      captured: { urgency: 'critical', cashPosition: 'abundant' },
    });
  });

  it('reveals an overlap that slipped in between check and write, to both who wrote', async () => {
    const [one, two] = [runApp(account), runApp(account)];
    const dealId = await account.createDeal({ ...open, terms_urgency: 'some' });
    const loaded = await one.captured(dealId);
    account.emulator.holdUntil({ method: 'PATCH', path: /deals/, count: 2 });
    const replies = await Promise.all([
      save(one, dealId, { ...loaded, urgency: 'high' }, loaded),
      save(two, dealId, { ...loaded, urgency: 'critical' }, loaded),
    ]);
    const overlaps: unknown[] = replies.flatMap<unknown>((reply) => (reply.ok ? reply.overlaps : [reply.code]));
    const stored = (await one.captured(dealId)).urgency;
    expect(overlaps).toContainEqual({
      field: 'urgency',
      loaded: 'some',
      theirs: stored === 'high' ? 'critical' : 'high',
      mine: stored,
    });
    expect(replies.every((reply) => reply.ok)).toBe(true);
  });

  it.each([
    ['missing_amount', { amount: '' }],
    ['missing_amount', { amount: '0' }],
    ['no_exchange_rate', { deal_currency_code: 'CHF', hs_exchange_rate: '' }],
  ])('keeps the answers of a deal it cannot score, and says so: %s', async (code, attested) => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    const captured = { ...emptyProfile, urgency: 'high', customerWhy: 'Typed on the phone' } as const;
    expect(await save(app, dealId, captured, emptyProfile, attested)).toMatchObject({
      ok: false,
      code,
      saved: { captured, written: 2, overlaps: [] },
    });
    expect(await account.readDeal(dealId, ['terms_urgency', 'terms_customer_why', 'terms_scored_at'])).toMatchObject({
      terms_urgency: 'high',
      terms_customer_why: 'Typed on the phone',
    });
    expect(await save(app, dealId, captured, captured, attested)).toMatchObject({
      ok: false,
      code,
      saved: { written: 0 },
    });
  });

  it('names a field that cannot be scored and writes nothing', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    expect(await save(app, dealId, { ...emptyProfile, grossMargin: 45, paymentPlan: 'someday' })).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field: 'paymentPlan' }, { field: 'grossMargin' }],
    });
    expect(app.requests()).toEqual([]);
  });

  it('acts on the attested deal and on no other', async () => {
    const app = runApp(account);
    const [mine, other] = [await account.createDeal(open), await account.createDeal(open)];
    const propertiesToSend = await app.attest(mine);
    const request = { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } };
    const main = app.main(scoreDeal);
    expect(
      await main({ propertiesToSend, parameters: { ...request, dealId: other, hs_object_id: other } }),
    ).toMatchObject({ ok: false, code: 'invalid_request' });
    expect(await main({ parameters: request })).toMatchObject({ ok: false, code: 'unknown_deal' });
    expect(
      await main({
        propertiesToSend: { ...propertiesToSend, hs_object_id: `${other}/../${mine}` },
        parameters: request,
      }),
    ).toMatchObject({ ok: false, code: 'unknown_deal' });
    expect(
      await main({ propertiesToSend: { ...propertiesToSend, hs_object_id: '999999999' }, parameters: request }),
    ).toMatchObject({ ok: false, code: 'unknown_deal' });
    expect((await account.readDeal(other, ['terms_urgency'])).terms_urgency ?? null).toBeNull();
  });

  it('says which scope it lacks', async () => {
    const app = runApp(account, { scopes: ['crm.objects.deals.read', 'crm.objects.custom.read'] });
    const reply = await save(app, await account.createDeal(open), promoRetailer);
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' });
    expect(reply.ok ? '' : reply.message).toContain('crm.objects.deals.write');
  });

  it('says that it is not installed', async () => {
    const bare = await startAccount({ installed: false });
    try {
      const app = runApp(bare);
      const dealId = (
        await bare.api('POST', '/crm/v3/objects/deals', {
          properties: { dealname: 'x', dealstage: 'appointmentscheduled', amount: '1' },
        })
      ).id;
      const reply = await app.main(scoreDeal)({
        propertiesToSend: { hs_object_id: dealId, amount: '1' },
        parameters: { loaded: emptyProfile, captured: promoRetailer },
      });
      expect(reply).toMatchObject({ ok: false, code: 'not_installed' });
    } finally {
      await bare.stop();
    }
  });
});

describe('score-deal when HubSpot struggles', () => {
  const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
  const onPatch = (count: number, make: () => Response | Promise<Response>) => {
    let left = count;
    account.injectFault((request) => (request.method === 'PATCH' && left-- > 0 ? make() : null));
  };

  it('gets through a burst limit', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    onPatch(2, () => answer(429, { status: 'error', policyName: 'TEN_SECONDLY_ROLLING', errorType: 'RATE_LIMIT' }));
    expect(await save(app, dealId, promoRetailer)).toMatchObject({ ok: true });
    expect(JSON.parse(app.log[0]!)).toMatchObject({ outcome: 'ok', apiCalls: 5 });
  });

  it.each([
    ['daily_limit', () => answer(429, { policyName: 'DAILY' })],
    ['unavailable', () => answer(503, { message: 'Frau Schulz is in this text' })],
    ['unavailable', () => new Response('<html>Frau Schulz</html>', { status: 200 })],
  ])('answers %s, and the save can be repeated', async (code, make) => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    onPatch(99, make);
    const reply = await save(app, dealId, promoRetailer);
    expect(reply).toMatchObject({ ok: false, code });
    account.injectFault(null);
    expect(await save(app, dealId, promoRetailer, emptyProfile)).toMatchObject({
      ok: true,
      captured: promoRetailer,
    });
    expect(JSON.stringify(reply) + app.log.join('')).not.toContain('Schulz');
  });

  it('answers before its time is up when HubSpot hangs', async () => {
    const app = runApp(account, { budgetMs: 200 });
    const dealId = await account.createDeal(open);
    onPatch(99, () => new Promise<Response>(() => {}));
    expect(await save(app, dealId, promoRetailer)).toMatchObject({ ok: false, code: 'deadline' });
  });

  it('finds its own work done when the answer to the write was lost, and writes nothing twice', async () => {
    const app = runApp(account, { budgetMs: 1_500 });
    const dealId = await account.createDeal(open);
    account.injectFault((request) => {
      if (request.method !== 'PATCH') return null;
      return account.emulator.fetch(request).then(() => new Promise<Response>(() => {}));
    });
    expect(await save(app, dealId, promoRetailer)).toMatchObject({ ok: false, code: 'deadline' });
    account.injectFault(null);
    expect(await save(runApp(account), dealId, promoRetailer, emptyProfile)).toMatchObject({
      ok: true,
      written: 0,
      captured: promoRetailer,
    });
  });

  it('logs one line a call, without token or customer text', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal(open);
    await save(app, dealId, promoRetailer);
    onPatch(99, () =>
      answer(400, {
        message: 'Property values were not valid',
        correlationId: 'h-1',
        errors: [
          {
            message: 'Sells out before Christmas',
            code: 'INVALID_OPTION',
            context: { propertyName: ['terms_urgency'] },
          },
        ],
      }),
    );
    const refused = await save(app, dealId, { ...promoRetailer, urgency: 'critical' });
    expect(refused).toMatchObject({ ok: false, code: 'invalid_field', fields: [{ field: 'urgency' }] });
    expect(app.log).toHaveLength(2);
    expect(JSON.parse(app.log[1]!)).toMatchObject({
      function: 'score_deal',
      outcome: 'invalid_field',
      apiCalls: 2,
      correlationId: refused.ok ? '' : refused.correlationId,
      error: { kind: 'validation', status: 400, hubspotCorrelationId: 'h-1', properties: ['terms_urgency'] },
    });
    expect(app.log.join('') + JSON.stringify(refused)).not.toMatch(new RegExp(`${app.token}|Christmas`));
  });

  it('looks evidence up where the card asks for it, stores it, and scores on what is stored afterwards', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('History & Co');
    const dealId = await account.createDeal({ amount: '60000' }, companyId);
    await account.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: '372' });
    const save = async (captured: object, readsEvidence: boolean) => {
      const loaded = decodeCustomerProfile(await account.readDeal(dealId));
      return app.main(scoreDeal)({
        propertiesToSend: await app.attest(dealId),
        parameters: { loaded, captured: { ...loaded, ...captured }, readsEvidence },
      });
    };
    expect(await save({ urgency: 'high' }, true)).toMatchObject({
      ok: true,
      scored: {
        terms_figures_assumed: '4',
        terms_assumed_figures: 'payment_terms;lead_time;days_beyond_terms;relationship',
      },
    });
    const stored = await account.readDeal(dealId);
    expect(JSON.parse(stored['terms_evidence'] ?? '')).toMatchObject({ grossMargin: { value: 0.38, count: 1 } });
    const before = app.requests().length;
    expect(await save({ cashPosition: 'tight', grossMargin: 0.5 }, false)).toMatchObject({
      ok: true,
      scored: { terms_figures_assumed: '4', terms_evidence: stored['terms_evidence'] },
    });
    expect(app.requests().slice(before)).toHaveLength(3);
  });

  it('stores answers although evidence cannot be read, scored on what was known last', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ amount: '60000' });
    account.injectFault((request) =>
      request.url.includes('associations=') ? new Response('{}', { status: 400 }) : null,
    );
    try {
      const captured = { ...emptyProfile, urgency: 'high' };
      expect(
        await app.main(scoreDeal)({
          propertiesToSend: await app.attest(dealId),
          parameters: { loaded: emptyProfile, captured, readsEvidence: true },
        }),
      ).toMatchObject({ ok: true, captured: { urgency: 'high' }, scored: { terms_figures_assumed: '5' } });
    } finally {
      account.injectFault(null);
    }
  });
});
