import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { isWrite, nowMs } from './account.ts';
import { beyond, runOffers, startOfferAccount, within } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

let account: OfferAccount;
let app: ReturnType<typeof runOffers>;
beforeAll(async () => {
  account = await startOfferAccount();
  app = runOffers(account);
});
afterAll(() => account.stop());

const at = (clock: string) => runOffers(account, { clock: () => Date.parse(clock) });
const answer = { action: 'answer', answer: 'accepted', answeredOn: '2026-11-23', note: '' } as const;
const refused = (field: string, message: string) => ({
  ok: false,
  code: 'invalid_field',
  fields: [{ field, message }],
});

describe('an agreed price', () => {
  it('is set of an offer somebody accepted only, in one write, with all that happened in the answer', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'offer', terms: within });
    expect(await app.oliver(dealId, 1, { action: 'set_amount', to: 'agreed' })).toMatchObject({
      code: 'not_possible',
      expedite: { state: 'offered' },
    });
    await app.oliver(dealId, 1, answer);
    const before = app.answered.length;
    const set = await app.oliver(dealId, 2, { action: 'set_amount', to: 'agreed' });
    expect(set.ok && set.events.map(({ action }) => action)).toEqual(['offer', 'answer']);
    await app.oliver(dealId, 2, { action: 'set_amount', to: 'agreed' });
    const writes = app.answered.slice(before).filter(isWrite);
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([`PATCH /crm/v3/objects/deals/${dealId}`]);
  });

  it('without a discount is the amount there was, and a yes that was none takes nothing with it', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'offer', terms: { ...within, discount: 0 } });
    await app.oliver(dealId, 1, answer);
    await app.oliver(dealId, 2, { ...answer, answer: 'refused_price' });
    expect(await account.readDeal(dealId, ['amount'])).toMatchObject({ amount: '60000' });
  });

  it('stays with a yes whose day is put right', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'offer', terms: within });
    await app.oliver(dealId, 1, answer);
    await app.oliver(dealId, 2, { action: 'set_amount', to: 'agreed' });
    expect(await app.oliver(dealId, 2, { ...answer, answeredOn: '2026-11-20' })).toMatchObject({ ok: true });
    expect(await account.readDeal(dealId, ['amount'])).toMatchObject({ amount: '58800' });
  });
});

describe('an approval that is waited for', () => {
  it('leaves tasks of other things alone when it comes, whatever the deal is called by then', async () => {
    const dealId = await account.promoDeal();
    const trial = { action: 'trial', terms: within, said: 'yes', note: '' } as const;
    await at('2026-11-23T09:00:00Z').oliver(dealId, 0, trial);
    // Made in the minute of the question.
    await account.createTask(dealId, 'Call them back');
    await app.oliver(dealId, 1, { action: 'ask', terms: beyond });
    await account.updateDeal(dealId, { dealname: 'Easter promotion' });
    expect(await app.grace(dealId, 2, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
    const states = async () =>
      (await account.tasks(dealId)).map((task) => `${task['hs_task_subject']}: ${task['hs_task_status']}`).sort();
    expect(await states()).toEqual([
      'Approve an offer of terms: Christmas market promotion: COMPLETED',
      'Call them back: NOT_STARTED',
    ]);
    // Nothing is waited for any more: somebody's own task of that name stays open.
    await account.createTask(dealId, 'Approve an offer of terms: Easter promotion');
    await app.oliver(dealId, 3, { action: 'offer', terms: beyond });
    expect(await states()).toContain('Approve an offer of terms: Easter promotion: NOT_STARTED');
  });

  it('is reminded of as long as it is, by an entry of its own kind', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    const reminded = await app.oliver(dealId, 1, { action: 'remind' });
    expect(reminded.ok && reminded.events.map(({ action }) => action)).toEqual(['ask']);
    const { properties } = await account.api(
      'GET',
      `/crm/v3/objects/p_terms_ledger/${encodeURIComponent(`reminder/${dealId}/1/2026-11-23`)}?idProperty=entry_key&properties=kind,author`,
    );
    expect(properties).toMatchObject({ kind: 'reminder', author: 'Oliver Hughes' });
    // Next day once more, and no longer when it is decided.
    expect(await at('2026-11-24T10:00:00Z').oliver(dealId, 1, { action: 'remind' })).toMatchObject({
      reminder: 'sent',
    });
    await app.grace(dealId, 1, { action: 'approve', reason: '' });
    expect(await app.oliver(dealId, 2, { action: 'remind' })).toMatchObject({
      code: 'not_possible',
      expedite: { state: 'approved' },
    });
  });

  it('is given by approvers HubSpot knows only', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    expect(
      await app.decide(dealId, {
        action: 'approve',
        reason: '',
        revision: 1,
        by: 'Grace Whitfield',
        key: 'cuckoo clocks',
        userId: '9999',
      }),
    ).toMatchObject({ ok: false, code: 'not_approver' });
  });

  it('is counted anew for another discount, by the lines, and for nothing else', async () => {
    const dealId = await account.promoDeal();
    await account.createLineItem(dealId, { price: '100', quantity: '600', hs_cost_of_goods_sold: '80' });
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    const readsLines = (requests: readonly string[]) => requests.some((request) => request.includes('line_items'));
    const grace = runOffers(account);
    expect(await grace.grace(dealId, 1, { action: 'counter', discount: 0.04, reason: 'Four' })).toMatchObject({
      events: [{}, { action: 'counter', appraisal: { counted: { grossMargin: 0.2 } } }],
    });
    expect(readsLines(grace.requests())).toBe(true);
    await app.oliver(dealId, 2, { action: 'ask', terms: beyond });
    const approving = runOffers(account);
    expect(await approving.grace(dealId, 3, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
    expect(readsLines(approving.requests())).toBe(false);
    const answering = runOffers(account);
    await answering.oliver(dealId, 4, { action: 'offer', terms: beyond });
    expect(readsLines(answering.requests())).toBe(true);
    const before = answering.requests().length;
    await answering.oliver(dealId, 5, answer);
    expect(readsLines(answering.requests().slice(before))).toBe(false);
  });

  it('has no other discount where nothing was put forward, or the customer can no longer do it', async () => {
    const dealId = await account.promoDeal();
    const counter = { action: 'counter', discount: 0.04, reason: 'Four' } as const;
    expect(await app.grace(dealId, 0, counter)).toMatchObject({ code: 'not_possible', expedite: { state: 'none' } });
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    await account.updateDeal(dealId, { terms_constraints: 'no_shorter_terms' });
    expect(await app.grace(dealId, 1, counter)).toMatchObject(
      refused('terms', 'the answers say that the customer cannot do this; change them first if that is no longer so'),
    );
  });
});

describe('a change of an offer', () => {
  it('is not repeated once others followed: whoever sends it again hears how things stand', async () => {
    const dealId = await account.promoDeal();
    const ask = { action: 'ask', terms: beyond } as const;
    await app.oliver(dealId, 0, ask);
    await app.grace(dealId, 1, { action: 'approve', reason: '' });
    expect(await app.oliver(dealId, 0, ask)).toMatchObject({
      ok: false,
      code: 'already_decided',
      expedite: { state: 'approved', by: 'Oliver Hughes' },
    });
  });

  it('is based on the latest, and on none that is not there yet', async () => {
    const dealId = await account.promoDeal();
    expect(await app.oliver(dealId, 3, { action: 'offer', terms: within })).toMatchObject({
      ok: false,
      code: 'not_possible',
      expedite: { state: 'none' },
    });
  });

  it('is that of another deal nowhere', async () => {
    const gone = await account.promoDeal();
    const attested = await app.attest(gone);
    await account.api('DELETE', `/crm/v3/objects/deals/${gone}`);
    expect(
      await app.main(offerTerms)({
        propertiesToSend: attested,
        parameters: { action: 'offer', terms: within, revision: 0, by: 'Oliver Hughes' },
      }),
    ).toMatchObject({ ok: false, code: 'unknown_deal' });
  });
});

describe('the margin an offer is held against', () => {
  const counted = async (own: OfferAccount, dealId: string, revision: number, discount: number) => {
    const reply = await runOffers(own).oliver(dealId, revision, {
      action: 'ask',
      terms: { ...beyond, discount },
    });
    const event = reply.ok ? reply.events.at(-1) : null;
    return event?.action === 'ask' ? event.appraisal.counted?.grossMargin : reply;
  };
  const line = (own: OfferAccount, dealId: string, cost: string, more: Record<string, string> = {}) =>
    own.createLineItem(dealId, { price: '100', quantity: '600', hs_cost_of_goods_sold: cost, ...more });

  it('rises with the lines, and does not fall below what an offer was made at', async () => {
    const dealId = await account.promoDeal({ terms_gross_margin: '0.9' });
    await line(account, dealId, '80');
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    await app.grace(dealId, 1, { action: 'reject', reason: 'Too thin' });
    await line(account, dealId, '20');
    // 200 for which we pay 100.
    expect(await counted(account, dealId, 2, 0.05)).toBe(0.5);
    const other = await account.promoDeal({ terms_gross_margin: '0.9' });
    await line(account, other, '40');
    await app.oliver(other, 0, { action: 'offer', terms: within });
    await line(account, other, '100');
    expect(await counted(account, other, 1, 0.05)).toBe(0.6);
  });

  it.each([
    ['companies', 'numberofemployees', 0.25],
    ['line_items', 'description', 0.3],
  ] as const)('is that of a property of %s the policy names, else of the lines', async (on, name, margin) => {
    const own = await startOfferAccount();
    const ownProperties = [
      { figure: 'leadTimeDays', on: 'deals', name: 'description', label: 'Lead time' },
      { figure: 'grossMargin', on, name, label: 'Margin of the books' },
    ];
    await own.putLedger('policy/current', {
      body: JSON.stringify({ version: 3, modelVersion: 2, model: {}, app: { ownProperties } }),
    });
    const { id: companyId } = await own.api('POST', '/crm/v3/objects/companies', {
      properties: { name: 'A', ...(on === 'companies' ? { numberofemployees: '25' } : {}) },
    });
    const properties = { amount: '60000', terms_gross_margin: '0.9', terms_payment_plan: 'net 90', description: '42' };
    const dealId = await own.createDeal(properties, companyId);
    await line(own, dealId, '40', on === 'line_items' ? { description: '30' } : {});
    expect(await counted(own, dealId, 0, 0.02)).toBe(margin);
    const without = await own.createDeal(properties);
    await line(own, without, '40');
    expect(await counted(own, without, 0, 0.02)).toBe(0.6);
    await own.stop();
  });
});

describe('what happened', () => {
  const outcome = {
    orderedOn: '2026-11-20',
    deliveredOn: null,
    paidOn: null,
    forecastsSent: null,
    actualExpediteCost: null,
  };

  it('has happened, and in an order things can happen in', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'offer', terms: within });
    expect(await app.oliver(dealId, 1, { ...answer, answeredOn: '2026-11-24' })).toMatchObject(
      refused('answeredOn', 'the date is still to come'),
    );
    await app.oliver(dealId, 1, answer);
    const recorded = (more: Partial<Record<keyof typeof outcome, string>>, revision = 2) =>
      app.oliver(dealId, revision, { action: 'record', outcome: { ...outcome, ...more } as typeof outcome });
    expect(await recorded({ deliveredOn: '2026-11-24' })).toMatchObject(
      refused('deliveredOn', 'the date is still to come'),
    );
    expect(await recorded({ paidOn: '2026-11-24' })).toMatchObject(refused('paidOn', 'the date is still to come'));
    expect(await recorded({ deliveredOn: '2026-11-19' })).toMatchObject(
      refused('deliveredOn', 'nothing is delivered before it is ordered'),
    );
    expect(await recorded({ deliveredOn: '2026-11-20', paidOn: '2026-11-20' })).toMatchObject({ ok: true });
    expect(await recorded({ deliveredOn: '2026-11-23', paidOn: '2026-11-23' }, 3)).toMatchObject({ ok: true });
  });

  it('to a question is a figure only of a customer that wants more, and can be set right for a day', async () => {
    const dealId = await account.promoDeal();
    const trial = { action: 'trial', terms: within, note: '' } as const;
    const onlyMore = refused('counterDiscount', 'only a customer that wants more names another discount');
    const noMore = refused('counterDiscount', 'it is no more than the customer was asked about: that is a yes');
    expect(await app.oliver(dealId, 0, { ...trial, said: 'yes', counterDiscount: 0.05 })).toMatchObject(onlyMore);
    expect(await app.oliver(dealId, 0, { ...trial, said: 'more', counterDiscount: 0.02 })).toMatchObject(noMore);
    await app.oliver(dealId, 0, { ...trial, said: 'more', counterDiscount: 0.03 });
    const correct = { action: 'correct_trial', corrects: 1, note: '' } as const;
    expect(await app.oliver(dealId, 1, { ...correct, said: 'no', counterDiscount: 0.05 })).toMatchObject(onlyMore);
    expect(await app.oliver(dealId, 1, { ...correct, said: 'more', counterDiscount: 0.01 })).toMatchObject(noMore);
    expect(await app.oliver(dealId, 1, { ...correct, said: 'more', counterDiscount: 0.04 })).toMatchObject({
      ok: true,
    });
    expect(await app.oliver(await account.promoDeal(), 0, { ...correct, said: 'no' })).toMatchObject({
      code: 'not_possible',
      expedite: { state: 'none' },
    });
    const late = runOffers(account, { clock: () => nowMs + 2 * 86_400_000 });
    expect(await late.oliver(dealId, 2, { ...correct, corrects: 1, said: 'no' })).toMatchObject(
      refused('said', 'the answer to a question can be corrected for a day; ask again instead'),
    );
  });

  it('to an offer is a price only where the customer wants a better one', async () => {
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'offer', terms: within });
    expect(await app.oliver(dealId, 1, { ...answer, counterDiscount: 0.04 })).toMatchObject(
      refused('counterDiscount', 'only a customer that wants more names another discount'),
    );
    expect(await app.oliver(dealId, 1, { ...answer, answer: 'wanted_more', counterDiscount: 0.02 })).toMatchObject(
      refused('counterDiscount', 'it is no more than the customer was asked about: that is a yes'),
    );
    expect(await app.oliver(dealId, 1, { ...answer, answer: 'wanted_more', counterDiscount: 0.04 })).toMatchObject({
      ok: true,
    });
  });
});
