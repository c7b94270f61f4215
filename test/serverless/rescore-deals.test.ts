import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rescoreDealsReplySchema } from '@deal-terms/core/contracts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { decodeEvidence } from '@deal-terms/core/evidence';
import manifest from '../../extensions/app-hsmeta.json' with { type: 'json' };
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
let ids: string[];
beforeAll(async () => {
  account = await startAccount();
  const inputs = Array.from({ length: 100 }, (_, place) => ({
    properties: {
      dealname: `Deal ${place}`,
      dealstage: 'appointmentscheduled',
      pipeline: 'default',
      ...(place === 0 ? {} : { amount: String(20_000 + place) }),
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_payment_plan: 'net 60',
    },
  }));
  const { results } = (await account.api('POST', '/crm/v3/objects/deals/batch/create', { inputs })) as unknown as {
    results: { id: string; properties: { dealname: string } }[];
  };
  const created = new Map(results.map(({ id, properties: { dealname } }) => [dealname, id]));
  ids = inputs.map(({ properties: { dealname } }) => created.get(dealname)!);
});
afterAll(() => account.stop());

describe('rescore-deals', () => {
  it.each(['v3', '2026-09'] as const)(
    'scores a hundred deals in five calls over the %s paths, two of them for evidence there is none of, counts and ids without a score in the answer',
    async (family) => {
      await account.updateDeal(ids[1]!, { amount: family === 'v3' ? '30001' : '30002' });
      const app = runApp(account, { family });
      const reply = await app.page(rescoreDeals)({ parameters: { dealIds: ids } });
      expect(rescoreDealsReplySchema.safeParse(reply).error).toBeUndefined();
      expect(reply).toEqual({
        ok: true,
        deals: 100,
        scored: 99,
        changed: family === 'v3' ? 99 : 1,
        skipped: 1,
        failed: 0,
        unscored: [{ dealId: ids[0], reason: 'missing_amount', properties: [] }],
      });
      expect(app.requests()).toHaveLength(5);
      expect((await account.readDeal(ids[1]!))['terms_scored_amount']).toBe(family === 'v3' ? '30001' : '30002');
    },
  );

  it('writes nothing but scores, and nothing at all when nothing came out differently', async () => {
    const app = runApp(account);
    const before = await account.readDeal(ids[2]!);
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [ids[2], ids[2], '999999999999'] } })).toEqual({
      ok: true,
      deals: 2,
      scored: 1,
      changed: 0,
      skipped: 0,
      failed: 1,
      unscored: [{ dealId: '999999999999', reason: 'not_found', properties: [] }],
    });
    expect(app.requests().filter((request) => request.endsWith('batch/update'))).toEqual([]);
    expect(await account.readDeal(ids[2]!)).toEqual(before);
  });

  it.each([
    [{}],
    [{ dealIds: [] }],
    [{ dealIds: ['1; drop'] }],
    [{ dealIds: Array.from({ length: 101 }, (_, place) => String(place + 1)) }],
    [{ dealIds: ['1'], all: true }],
  ])('refuses %j', async (parameters) => {
    expect(await runApp(account).page(rescoreDeals)({ parameters })).toMatchObject({
      ok: false,
      code: 'invalid_request',
    });
  });

  it('finds evidence of many deals at once, and freezes a deal’s own terms and cost once they are on offer', async () => {
    const app = runApp(account);
    const companyId = await account.createCompany('Two Deals Ltd');
    const [open, offered] = [
      await account.createDeal({ amount: '60000' }, companyId),
      await account.createDeal({ amount: '60000' }, companyId),
    ];
    for (const dealId of [open, offered]) {
      await account.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: '372' });
      await account.createQuote(dealId, { hs_net_payment_terms: '60' });
    }
    const rescored = async () => {
      const before = app.requests().length;
      expect(await app.page(rescoreDeals)({ parameters: { dealIds: [open, offered] } })).toMatchObject({ ok: true });
      return app.requests().slice(before);
    };
    const evidenceOf = async (dealId: string) => decodeEvidence((await account.readDeal(dealId))['terms_evidence']);
    // Ledger, deals and update; links and records of lines, quotes, the company’s deals; its invoices and the company itself.
    expect(await rescored()).toHaveLength(11);
    expect(await evidenceOf(offered)).toMatchObject({ grossMargin: { value: 0.38 }, paymentPlan: { value: 'net 60' } });
    await account.updateDeal(offered, { terms_offered_at: '2026-11-23T09:00:00Z' });
    for (const dealId of [open, offered]) {
      await account.createLineItem(dealId, { price: '400', quantity: '100', hs_cost_of_goods_sold: '400' });
      await account.createQuote(dealId, { hs_net_payment_terms: '0' });
    }
    for (let paid = 0; paid < 3; paid += 1)
      await account.createInvoice(companyId, { hs_invoice_status: 'paid', hs_payment_date: '2026-10-08T00:00:00Z' });
    await rescored();
    expect(await evidenceOf(open)).toMatchObject({
      grossMargin: { value: 0.228 },
      paymentPlan: { value: 'on delivery' },
      daysBeyondTerms: { value: 7, count: 3 },
    });
    expect(await evidenceOf(offered)).toMatchObject({
      grossMargin: { value: 0.38 },
      paymentPlan: { value: 'net 60' },
      daysBeyondTerms: { value: 7, count: 3 },
    });
  });

  it('finds what the card finds: of the newest records of a customer, in the deal’s currency, and of the account’s own properties', async () => {
    const own = await startAccount();
    own.emulator.setUp({
      account: { portalId: 20_260_301, timeZone: 'Europe/Berlin', homeCurrency: 'EUR', currencies: { USD: 0.9 } },
    });
    const property = (figure: string, on: string, name: string, label: string) => ({ figure, on, name, label });
    await own.writeLedger(
      'policy/current',
      'policy',
      JSON.stringify({
        version: 1,
        model: {},
        app: {
          ownProperties: [
            property('creditLimit', 'companies', 'numberofemployees', 'Limit'),
            property('relationship', 'deals', 'description', 'Tier'),
            property('leadTimeDays', 'line_items', 'description', 'Lead time'),
          ],
        },
      }),
    );
    const { id: companyId } = await own.api('POST', '/crm/v3/objects/companies', {
      properties: { name: 'Liffey & Lane', country: 'Ireland', industry: 'RETAIL', numberofemployees: '9000' },
    });
    await own.emulator.bulkLoad(
      'deals',
      Array.from({ length: 22 }, (_, index) => ({
        properties: {
          dealname: `Spring ${index}`,
          dealstage: 'closedwon',
          pipeline: 'default',
          amount: '1',
          closedate: index < 2 ? '2026-06-01T08:00:00Z' : '2026-05-01T08:00:00Z',
          terms_cash_position: 'tight',
        },
        links: [{ objectType: 'companies', id: companyId }],
      })),
    );
    const dealId = await own.createDeal(
      { amount: '60000', deal_currency_code: 'USD', description: ' New ' },
      companyId,
    );
    const inHomeMoney = await own.createDeal({ amount: '60000' }, companyId);
    const days = ['9', '35', '21'];
    for (const description of days)
      await own.createLineItem(dealId, { description, price: '600', quantity: '1', hs_cost_of_goods_sold: '300' });
    await own.createQuote(dealId, { hs_net_payment_terms: '30', hs_currency: 'USD' });
    await own.createQuote(dealId, { hs_net_payment_terms: '60', hs_currency: 'EUR' });
    await own.createInvoice(companyId, { hs_amount_billed: '300', hs_currency: 'USD' });
    await own.createInvoice(companyId, { hs_amount_billed: '500' });

    const app = runApp(own);
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [dealId, inHomeMoney] } })).toMatchObject({
      ok: true,
      scored: 2,
    });
    const stored = async (id: string) => decodeEvidence((await own.readDeal(id))['terms_evidence']);
    expect(await stored(dealId)).toMatchObject({
      country: { value: 'Ireland', source: 'company' },
      industry: { value: 'RETAIL', source: 'company' },
      creditLimit: { value: 9000, source: 'property', label: 'Limit' },
      relationship: { value: 'new', source: 'property', label: 'Tier' },
      leadTimeDays: { value: 35, source: 'property', label: 'Lead time' },
      grossMargin: { value: 0.5, source: 'line_items', count: 3 },
      paymentPlan: { value: 'net 30', source: 'quote' },
      openInvoices: { value: 300 },
      missing: [],
    });
    expect(await stored(inHomeMoney)).toMatchObject({
      openInvoices: { value: 500 },
      // Of the twenty newest, the other open deal is one.
      relationship: { value: 'established', source: 'deals', count: 19, date: '2026-05-01' },
    });
    for (const id of [dealId, inHomeMoney]) {
      const card = await app.main(openDeal)({ propertiesToSend: await app.attest(id), parameters: {} });
      expect(card.ok && card.evidence).toEqual(await stored(id));
    }
    await own.stop();
  });

  it('scores without the optional scopes', async () => {
    const app = runApp(account, { scopes: [...manifest.config.auth.requiredScopes] });
    const dealId = await account.createDeal({ amount: '60000' }, await account.createCompany('Plain Ltd'));
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [dealId] } })).toMatchObject({ ok: true, changed: 1 });
    expect(decodeEvidence((await account.readDeal(dealId))['terms_evidence'])).toMatchObject({
      missing: ['line_items', 'quotes', 'invoices'],
    });
  });

  it('advises differently on deals of equal amount whose customers have different histories, before anybody types', async () => {
    const own = await startAccount();
    await own.writeLedger(
      'policy/current',
      'policy',
      '{"version":1,"model":{"backlog":{"unfundedCost":250000}},"app":{}}',
    );
    const app = runApp(own);
    const dealOf = async (name: string, unitCost: string, netDays: string, paidOn: string) => {
      const companyId = await own.createCompany(name);
      const dealId = await own.createDeal({ amount: '60000' }, companyId);
      await own.createLineItem(dealId, { price: '600', quantity: '100', hs_cost_of_goods_sold: unitCost });
      await own.createQuote(dealId, { hs_net_payment_terms: netDays });
      for (let paid = 0; paid < 3; paid += 1)
        await own.createInvoice(companyId, {
          hs_invoice_status: 'paid',
          hs_payment_date: `${paidOn}T00:00:00Z`,
        });
      return dealId;
    };
    const prompt = await dealOf('Prompt Ltd', '480', '14', '2026-10-01');
    const late = await dealOf('Late Ltd', '240', '90', '2026-11-05');
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [prompt, late] } })).toMatchObject({ changed: 2 });
    const scoreOf = async (dealId: string) =>
      own.readDeal(dealId, ['terms_best_package', 'terms_days_sooner', 'terms_figures_assumed', 'terms_best_trade']);
    const [one, other] = [await scoreOf(prompt), await scoreOf(late)];
    expect([one['terms_figures_assumed'], other['terms_figures_assumed']]).toEqual(['1', '1']);
    expect(one['terms_best_trade']).not.toBe(other['terms_best_trade']);
    expect(Number(other['terms_days_sooner'])).toBeGreaterThan(Number(one['terms_days_sooner'] ?? 0));
    await own.stop();
  });
});
