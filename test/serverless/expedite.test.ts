import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decideOffer } from '../../serverless/functions/decide-offer.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { accept, runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';

let account: ExpediteAccount;
beforeAll(async () => {
  account = await startExpediteAccount({ slotsPerWeek: 40 });
});
afterEach(() => account.injectFault(null));
afterAll(() => account.stop());

const expediteCopy = [
  'terms_expedite_status',
  'terms_expedite_date',
  'terms_expedite_days_saved',
  'terms_expedite_cost',
  'terms_best_package',
  'terms_seller_gain',
];
const ticketOf = async (id: string) => (await account.tickets()).find((ticket) => ticket.id === id);

describe.each([
  ['v3', 0],
  ['2026-09', 1],
] as const)('a request over the %s paths', (family, usedBefore) => {
  it('is asked, promised, counted on and shipped; ticket, deal, note and task follow', async () => {
    const app = runExpedite(account, { family });
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    expect(await ticketOf(ticketId)).toMatchObject({
      properties: {
        subject: 'Expedited shipment: Christmas market promotion',
        hubspot_owner_id: '503',
        expedite_request_key: `${dealId}/1`,
        expedite_gives: 'Pays on delivery instead of 90 days after delivery, for a 2% discount.',
        expedite_gain: '3197.49',
        expedite_cost_estimate: '2770',
        expedite_revision: '1',
        expedite_customer_why: 'Opens its <b>market</b> on the 21st',
      },
      associations: { deals: { results: [{ id: dealId }] } },
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'requested',
      terms_expedite_days_saved: '21',
      terms_best_package: 'on_delivery/21/none',
    });

    expect(await app.openTicket(ticketId)).toMatchObject({
      ok: true,
      state: 'requested',
      deal: {
        name: 'Christmas market promotion',
        company: 'Liffey & Lane Stores',
        amount: 60_000,
        currency: 'EUR',
        closesOn: '2026-11-30',
      },
      trade: {
        date: '2026-12-21',
        usualDate: '2027-01-11',
        daysSaved: 21,
        cost: 2770,
        gain: expect.closeTo(3197.49, 2) as unknown,
        week: '2026-W52',
      },
      weeks: [
        { week: '2026-W52', used: usedBefore, slots: 40 },
        { week: '2026-W53' },
        { week: '2027-W01' },
        { week: '2027-W02' },
        { week: '2027-W03' },
      ],
    });
    const used = await app.marta(ticketId, 1, accept);
    expect(used).toMatchObject({
      ok: true,
      state: 'held',
      request: { revision: 2, week: '2026-W52', promisedDate: '2026-12-21', daysPromised: 21 },
      weeks: [{ week: '2026-W52', used: usedBefore + 1 }, {}, {}, {}, {}],
    });
    expect((await ticketOf(ticketId))?.properties['expedite_hold_until']).toBe('2026-11-27T23:00:00.000Z');
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'held',
      terms_expedite_date: '2026-12-21',
      terms_expedite_cost: '2770',
      terms_seller_gain: '3197.49',
    });
    expect(
      (await account.notes()).map(({ properties: { hs_note_body: body }, associations }) => [
        body,
        associations?.['tickets']?.results[0]?.id,
      ]),
    ).toContainEqual([
      'Marta Keller accepted.<br>Delivery on 2026-12-21 at a cost of €2,770; a slot of week 2026-W52 is held until the offer expires on 2026-11-27.',
      ticketId,
    ]);
    expect(
      (await account.tasks())
        .filter(({ associations }) => associations?.['deals']?.results[0]?.id === dealId)
        .map(({ properties: { hs_task_subject: subject, hubspot_owner_id: owner } }) => [subject, owner]),
    ).toEqual([['Expedited shipment accepted: Christmas market promotion', '501']]);

    expect(await app.marta(ticketId, 2, { action: 'confirm' })).toMatchObject({
      ok: true,
      state: 'approved',
      request: { holdUntilMs: null },
    });
    expect(await app.marta(ticketId, 3, { action: 'ship', actualCost: 3000 })).toMatchObject({
      ok: true,
      state: 'shipped',
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'shipped',
      terms_expedite_cost: '3000',
    });
    expect(await app.marta(ticketId, 4, { action: 'decline', reason: 'Too late' })).toMatchObject({
      ok: false,
      code: 'not_possible',
      expedite: { state: 'shipped' },
    });
    // Another request of the deal is another ticket.
    expect(await app.request(dealId)).toMatchObject({ ok: true, request: { attempt: 2, revision: 1 } });
    await account.moveTicket(ticketId, { expedite_reason: 'Typed later' });
    expect(await app.openTicket(ticketId)).toMatchObject({ ok: true, state: 'shipped' });
    expect(await account.readDeal(dealId, ['terms_expedite_status'])).toMatchObject({
      terms_expedite_status: 'requested',
    });
  });
});

describe('a request', () => {
  it('is not taken at a loss without an approval of these very terms at this cost', async () => {
    const app = runExpedite(account, { secrets: { POLICY_EDIT_KEY: 'cuckoo' } });
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 9000, reason: 'Night shift' });
    const take = () => app.ask(dealId, { action: 'accept', revision: 2, by: 'Oliver Hughes' });
    expect(await take()).toMatchObject({
      ok: false,
      code: 'over_limit',
      approval: { excess: [{ limit: 'gain', allowed: 0, currency: 'EUR' }], changed: null },
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({ terms_expedite_status: 'countered' });

    const offer = async (parameters: object) =>
      app.main(offerTerms)({ propertiesToSend: await app.attest(dealId), parameters });
    const decide = async (parameters: object) =>
      app.main(decideOffer)({
        propertiesToSend: await app.attest(dealId),
        parameters: { ...parameters, by: 'Grace Whitfield', key: 'cuckoo', userId: '94', reason: '' },
      });
    const countered = { paymentPlan: 'on delivery', daysSaved: 14, forecast: false, discount: 0.02 };
    // Other terms than those of the counter-offer: their approval is none of it.
    await offer({ action: 'ask', terms: { ...countered, daysSaved: 0 }, revision: 0, by: 'Oliver Hughes' });
    expect(await decide({ action: 'approve', revision: 1 })).toMatchObject({ ok: true });
    expect(await take()).toMatchObject({ ok: false, code: 'over_limit' });

    await offer({ action: 'ask', terms: countered, revision: 2, by: 'Oliver Hughes' });
    expect(await take()).toMatchObject({ ok: false, code: 'over_limit' });
    expect(await decide({ action: 'approve', revision: 3 })).toMatchObject({ ok: true });
    expect(await take()).toMatchObject({ ok: true, state: 'held', request: { cost: 9000 } });
    // Sent again, as after a lost answer, it is the same yes.
    expect(await take()).toMatchObject({ ok: true, state: 'held' });
    expect(await app.marta(ticketId, 3, { action: 'release', reason: 'Machine down' })).toMatchObject({ ok: true });
  });

  it.each([
    ['today’s terms', { terms_payment_plan: 'net 60' }, 'today'],
    ['an answer', { terms_urgency: 'some' }, 'urgency'],
    ['the amount', { amount: '61000' }, 'amount'],
  ])('is not taken at a loss once %s changed since the approval', async (_, properties, changed) => {
    const app = runExpedite(account, { secrets: { POLICY_EDIT_KEY: 'cuckoo' } });
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 9000, reason: 'Night shift' });
    const terms = { paymentPlan: 'on delivery', daysSaved: 14, forecast: false, discount: 0.02 };
    await app.main(offerTerms)({
      propertiesToSend: await app.attest(dealId),
      parameters: { action: 'ask', terms, revision: 0, by: 'Oliver Hughes' },
    });
    const approval = { action: 'approve', revision: 1, by: 'Grace Whitfield', key: 'cuckoo', userId: '94', reason: '' };
    expect(
      await app.main(decideOffer)({ propertiesToSend: await app.attest(dealId), parameters: approval }),
    ).toMatchObject({ ok: true });
    await account.updateDeal(dealId, properties);
    expect(await app.ask(dealId, { action: 'accept', revision: 2, by: 'Oliver Hughes' })).toMatchObject({
      ok: false,
      code: 'over_limit',
      approval: { excess: [{ limit: 'gain' }], changed: [changed] },
    });
  });

  it.each([
    ['the amount is taken away', { amount: '' }, { code: 'missing_amount' }],
    [
      'the customer is said to be unable',
      { terms_constraints: 'no_shorter_terms' },
      { code: 'over_limit', approval: { excess: [{ limit: 'gain', allowed: 0 }] } },
    ],
    [
      'later terms of today are typed than those it gives',
      { terms_payment_plan: 'order' },
      { code: 'over_limit', approval: { excess: [{ limit: 'gain', allowed: 0 }] } },
    ],
  ])('is not taken at a loss nobody can see: %s', async (_, properties, expected) => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 9000, reason: 'Night shift' });
    await account.updateDeal(dealId, properties);
    expect(await app.ask(dealId, { action: 'accept', revision: 2, by: 'Oliver Hughes' })).toMatchObject({
      ok: false,
      ...expected,
    });
  });

  it('is weighed at the margin records or the policy know, not at a lower one by which a forecast saves more', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal({ terms_gross_margin: '0.02' });
    const made = await app.request(dealId, { forecast: true });
    const ticketId = (made.ok && made.request?.ticketId) || '';
    const take = () => app.ask(dealId, { action: 'accept', revision: 2, by: 'Oliver Hughes' });
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 7000, reason: 'Night shift' });
    expect(await app.openTicket(ticketId)).toMatchObject({ request: { gain: 265.59 } });
    expect(await take()).toMatchObject({
      ok: false,
      code: 'over_limit',
      approval: { excess: [{ limit: 'gain', allowed: 0, offered: expect.closeTo(-508.41, 2) as number }] },
    });
  });

  it('changes what the rep has to offer when operations name a higher cost or cannot', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    expect(await app.openTicket(ticketId, { date: '2026-12-28', cost: 5000 })).toMatchObject({
      ok: true,
      trade: { date: '2026-12-28', daysSaved: 14, cost: 5000, week: '2026-W53' },
    });
    expect(
      await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 5000, reason: 'Night shift' }),
    ).toMatchObject({ ok: true, state: 'countered', request: { daysPromised: 14, week: null } });
    const countered = await account.readDeal(dealId, expediteCopy);
    expect(countered).toMatchObject({
      terms_expedite_status: 'countered',
      terms_expedite_date: '2026-12-28',
      terms_expedite_days_saved: '14',
      terms_expedite_cost: '5000',
    });
    expect(countered['terms_best_package']).not.toBe('on_delivery/21/none');
    // The rep takes it: first come, first served.
    expect(await app.ask(dealId, { action: 'accept', revision: 2, by: 'Oliver Hughes' })).toMatchObject({
      ok: true,
      state: 'held',
      request: { week: '2026-W53', cost: 5000 },
    });
    expect(await app.marta(ticketId, 3, { action: 'release', reason: 'Machine <down>' })).toMatchObject({
      ok: true,
      state: 'requested',
      request: { promisedDate: null, week: null },
    });
    expect((await account.notes()).map(({ properties }) => properties['hs_note_body'])).toContain(
      'Marta Keller took the promise back.<br>Reason: Machine &lt;down&gt;',
    );
    expect((await account.slots()).filter((key) => key.includes('W53'))).toEqual([]);
    expect(await app.marta(ticketId, 4, { action: 'decline', reason: 'No lorry' })).toMatchObject({
      ok: true,
      state: 'declined',
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'declined',
      terms_expedite_days_saved: '21',
      terms_expedite_cost: null,
      terms_best_package: 'on_delivery/14/none',
    });
  });

  it('is changed and taken back by the rep, its slot given back', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { ...accept, date: '2026-12-14' });
    expect(await account.slots()).toContain('slot/2026-W51/1');
    expect(
      await app.ask(dealId, {
        action: 'update',
        terms: { ...terms, daysSaved: 14, neededBy: '2026-12-28', discount: 0.01 },
        revision: 2,
        by: 'Oliver Hughes',
      }),
    ).toMatchObject({
      ok: true,
      state: 'requested',
      request: {
        ticketId,
        revision: 3,
        daysSaved: 14,
        week: null,
        costEstimate: 1930,
        gives: 'Pays on delivery instead of 90 days after delivery, for a 1% discount.',
      },
    });
    expect(await account.slots()).not.toContain('slot/2026-W51/1');
    expect(await app.ask(dealId, { action: 'withdraw', revision: 3, by: 'Oliver Hughes' })).toMatchObject({
      ok: true,
      state: 'withdrawn',
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'none',
      terms_expedite_days_saved: null,
    });
    expect(await app.ask(dealId, { action: 'withdraw', revision: 4, by: 'Oliver Hughes' })).toMatchObject({
      ok: false,
      code: 'not_possible',
      expedite: { state: 'withdrawn' },
    });
  });

  it('expires when somebody looks after its offer has, and frees its slot', async () => {
    const dealId = await account.promoDeal();
    const app = runExpedite(account);
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { ...accept, date: '2026-12-07', cost: 100 });
    const later = runExpedite(account, { clock: () => Date.parse('2026-11-28T08:00:00Z') });
    expect(await later.open(dealId)).toMatchObject({
      ok: true,
      state: 'expired',
      request: { status: 'expired', week: null },
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'expired',
      terms_best_package: 'on_delivery/14/none',
    });
    expect(await later.open(dealId)).toMatchObject({ ok: true, state: 'expired', request: { revision: 3 } });
    expect(await later.marta(ticketId, 3, accept)).toMatchObject({
      ok: false,
      code: 'not_possible',
      expedite: { state: 'expired' },
    });
  });

  it('is expired too when the rep asks anew before anybody has looked', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await runExpedite(account).made(dealId);
    const later = runExpedite(account, { clock: () => Date.parse('2026-11-28T08:00:00Z') });
    expect(await later.request(dealId, { offerExpires: '2026-12-05' })).toMatchObject({
      ok: true,
      state: 'requested',
      request: { attempt: 2 },
    });
    expect(await later.openTicket(ticketId)).toMatchObject({ ok: true, request: { status: 'expired', revision: 2 } });
    expect(await account.readDeal(dealId, ['terms_expedite_status'])).toMatchObject({
      terms_expedite_status: 'requested',
    });
  });

  it('follows its ticket when somebody moves it on the board', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await account.moveToColumn(ticketId, 'Declined');
    expect(await app.open(dealId)).toMatchObject({ ok: true, state: 'declined' });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'declined',
      terms_best_package: 'on_delivery/14/none',
    });
    const requests = app.requests().length;
    await app.open(dealId);
    expect(
      app
        .requests()
        .slice(requests)
        .some((request) => request.startsWith('PATCH')),
    ).toBe(false);
  });

  it('holds a slot for a promise made on the board, as soon as somebody looks', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await account.moveToColumn(ticketId, 'Accepted, slot held');
    expect(await app.openTicket(ticketId)).toMatchObject({
      ok: true,
      state: 'held',
      request: {
        week: '2026-W52',
        promisedDate: '2026-12-21',
        daysPromised: 21,
        cost: 2770,
        holdUntilMs: Date.parse('2026-11-27T23:00:00Z'),
      },
    });
    expect(await account.readDeal(dealId, expediteCopy)).toMatchObject({
      terms_expedite_status: 'held',
      terms_expedite_date: '2026-12-21',
      terms_expedite_cost: '2770',
    });
    expect(await app.marta(ticketId, 1, { action: 'confirm' })).toMatchObject({ ok: true, state: 'approved' });
  });

  it('is one ticket however often it is sent, its answer lost after the write', async () => {
    const dealId = await account.promoDeal();
    const app = runExpedite(account, { budgetMs: 1_500 });
    account.injectFault((request) =>
      request.method === 'POST' && request.url.endsWith('/objects/tickets')
        ? account.emulator.fetch(request).then(() => new Promise<Response>(() => {}))
        : null,
    );
    expect(await app.request(dealId)).toMatchObject({ ok: false, code: 'deadline' });
    account.injectFault(null);
    const again = runExpedite(account);
    expect(await again.request(dealId)).toMatchObject({ ok: true, state: 'requested', request: { attempt: 1 } });
    expect(await again.request(dealId)).toMatchObject({ ok: true, request: { attempt: 1, revision: 1 } });
    expect(
      (await account.tickets()).filter(({ properties }) =>
        properties['expedite_request_key']?.startsWith(`${dealId}/`),
      ),
    ).toHaveLength(1);
    expect(await account.readDeal(dealId, ['terms_expedite_status'])).toMatchObject({
      terms_expedite_status: 'requested',
    });
    expect(await again.request(dealId, { daysSaved: 7 })).toMatchObject({
      ok: false,
      code: 'already_decided',
      expedite: { by: 'Oliver Hughes' },
    });
  });

  it('is one ticket when two ask at once', async () => {
    const dealId = await account.promoDeal();
    account.emulator.holdUntil({ method: 'POST', path: /objects\/tickets$/, count: 2 });
    const replies = await Promise.all([
      runExpedite(account).request(dealId, {}, 'Oliver Hughes'),
      runExpedite(account).request(dealId, {}, 'Grace Whitfield'),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'made' : reply.code)).sort()).toEqual(['already_decided', 'made']);
    expect(
      (await account.tickets()).filter(({ properties }) =>
        properties['expedite_request_key']?.startsWith(`${dealId}/`),
      ),
    ).toHaveLength(1);
  });

  it('of two people at once that is the same, or another: the second hears whose it is', async () => {
    const dealId = await account.promoDeal();
    account.emulator.holdUntil({ method: 'POST', path: /objects\/tickets$/, count: 2 });
    const same = await Promise.all([runExpedite(account).request(dealId), runExpedite(account).request(dealId)]);
    expect(same.map((reply) => reply.ok)).toEqual([true, true]);
    const other = await account.promoDeal();
    account.emulator.holdUntil({ method: 'POST', path: /objects\/tickets$/, count: 2 });
    const replies = await Promise.all([
      runExpedite(account).request(other, {}, 'Oliver Hughes'),
      runExpedite(account).request(other, {}, 'Grace Whitfield'),
    ]);
    const [first, second] = replies[0].ok ? replies : [replies[1], replies[0]];
    expect(second).toMatchObject({
      code: 'already_decided',
      expedite: { by: first.ok && first.request?.requestedBy },
    });
  });

  it('is made although HubSpot answers 409 once, and unavailable, not decided, when it always does', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const refuse = (times: number) => {
      let left = times;
      account.injectFault((request) =>
        request.method === 'POST' && request.url.endsWith('/objects/tickets') && (left -= 1) >= 0
          ? Response.json({ status: 'error', message: 'busy', category: 'CONFLICT' }, { status: 409 })
          : null,
      );
    };
    refuse(1);
    expect(await app.request(dealId)).toMatchObject({ ok: true, request: { attempt: 1 } });
    const other = await account.promoDeal();
    refuse(Infinity);
    expect(await app.request(other)).toMatchObject({ ok: false, code: 'unavailable' });
    account.injectFault(null);
    expect(await app.request(other)).toMatchObject({ ok: true, request: { attempt: 1 } });
  });

  it.each(['kept', 'freed'] as const)('is made anew when its ticket was deleted, its key %s', async (behaviour) => {
    account.emulator.behaviour.set({ archivedUniqueValues: behaviour });
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    await account.api('DELETE', `/crm/v3/objects/tickets/${ticketId}`);
    const attempt = behaviour === 'kept' ? 2 : 1;
    expect(await app.request(dealId)).toMatchObject({ ok: true, state: 'requested', request: { attempt } });
    expect(await app.open(dealId)).toMatchObject({ ok: true, request: { attempt } });
    account.emulator.behaviour.set({ archivedUniqueValues: 'kept' });
  });

  it.each([
    [{ daysSaved: 43 }, 'daysSaved'],
    [{ neededBy: '2026-11-22' }, 'neededBy'],
    [{ offerExpires: '2026-11-22' }, 'offerExpires'],
    [{ paymentPlan: 'some day' }, 'paymentPlan'],
    [{ offerExpires: '9999-12-31' }, 'offerExpires'],
    [{ neededBy: '9999-12-31' }, 'neededBy'],
  ])('is not made of %j', async (changes, field) => {
    const dealId = await account.promoDeal();
    expect(await runExpedite(account).request(dealId, changes)).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field }],
    });
  });

  it('may save the whole lead time, and no day more', async () => {
    expect(await runExpedite(account).request(await account.promoDeal(), { daysSaved: 42 })).toMatchObject({
      ok: true,
    });
  });

  it('needs an amount', async () => {
    expect(await runExpedite(account).request(await account.promoDeal({ amount: '' }))).toMatchObject({
      ok: false,
      code: 'missing_amount',
    });
  });
});

describe('a decision', () => {
  it('is taken of one of two who decide at once; the other is told', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await runExpedite(account).made(dealId);
    account.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
    const [yes, no] = await Promise.all([
      runExpedite(account).decide(ticketId, {
        decision: { action: 'counter', date: '2026-12-22', cost: 3000, reason: '' },
        revision: 1,
        by: 'Marta Keller',
      }),
      runExpedite(account).decide(ticketId, {
        decision: { action: 'decline', reason: 'No lorry' },
        revision: 1,
        by: 'Henrik Vogel',
      }),
    ]);
    const [winner, loser] = yes.ok ? [yes, no] : [no, yes];
    expect(winner).toMatchObject({ ok: true, request: { revision: 2 } });
    expect(loser).toMatchObject({
      ok: false,
      code: 'already_decided',
      expedite: { by: winner.ok ? winner.request?.decidedBy : '' },
    });
    expect(
      (await account.tasks()).filter(({ associations }) => associations?.['tickets']?.results[0]?.id === ticketId),
    ).toHaveLength(1);
  });

  it('is finished by a repeat when its answer was lost, and told once', async () => {
    const dealId = await account.promoDeal();
    const ticketId = await runExpedite(account).made(dealId);
    const app = runExpedite(account, { budgetMs: 1_500 });
    account.injectFault((request) =>
      request.method === 'PATCH' && request.url.includes('/objects/tickets/')
        ? account.emulator.fetch(request).then(() => new Promise<Response>(() => {}))
        : null,
    );
    expect(await app.marta(ticketId, 1, accept)).toMatchObject({ ok: false, code: 'deadline' });
    account.injectFault(null);
    const again = runExpedite(account);
    for (let times = 0; times < 2; times += 1)
      expect(await again.marta(ticketId, 1, accept)).toMatchObject({
        ok: true,
        state: 'held',
        request: { revision: 2 },
      });
    expect(await again.decide(ticketId, { decision: accept, revision: 1, by: 'Henrik Vogel' })).toMatchObject({
      ok: false,
      code: 'already_decided',
      expedite: { by: 'Marta Keller' },
    });
    expect(await account.readDeal(dealId, ['terms_expedite_status'])).toMatchObject({ terms_expedite_status: 'held' });
    const about = (found: Awaited<ReturnType<ExpediteAccount['notes']>>) =>
      found.filter(({ associations }) => associations?.['tickets']?.results[0]?.id === ticketId);
    expect([about(await account.notes()).length, about(await account.tasks()).length]).toEqual([1, 1]);
  });

  it('is of a date that is sooner, and on a ticket that is a request of the deal it names', async () => {
    const app = runExpedite(account);
    const dealId = await account.promoDeal();
    const ticketId = await app.made(dealId);
    expect(await app.marta(ticketId, 1, { ...accept, date: '2027-01-11' })).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field: 'date', message: 'that is no sooner than the usual delivery' }],
    });
    expect(await app.marta(ticketId, 1, { ...accept, date: '2026-11-22' })).toMatchObject({
      ok: false,
      code: 'invalid_field',
      fields: [{ field: 'date', message: 'the date is past' }],
    });
    expect(await app.marta(ticketId, 1, { ...accept, date: '9999-12-31' })).toMatchObject({
      ok: false,
      code: 'invalid_field',
    });
    expect(await app.openTicket(ticketId, { date: '9999-12-31', cost: 1 })).toMatchObject({
      ok: true,
      trade: { gain: null },
    });
    await account.moveTicket(ticketId, {
      expedite_offer_expires: '9999-12-31',
      expedite_needed_by: '9999-12-31',
      expedite_promised_date: '9999-12-31',
    });
    expect(await app.openTicket(ticketId)).toMatchObject({ ok: true, state: 'requested' });
    expect(await app.marta(ticketId, 1, accept)).toMatchObject({ ok: true, request: { holdUntilMs: null } });
    await account.moveTicket(ticketId, { expedite_request_key: `${await account.promoDeal()}/1` });
    expect(await app.marta(ticketId, 1, accept)).toMatchObject({ ok: false, code: 'unknown_ticket' });
    expect(await app.marta('999', 1, accept)).toMatchObject({ ok: false, code: 'unknown_ticket' });
    expect(await app.marta('9/9', 1, accept)).toMatchObject({ ok: false, code: 'unknown_ticket' });
  });
});

describe('the slots of a week', () => {
  it('are five: the sixth is refused and told the next free week; one of two takers has the last', async () => {
    const full = await startExpediteAccount();
    try {
      const app = runExpedite(full);
      const ticketIds: string[] = [];
      for (let number = 0; number < 6; number += 1) ticketIds.push(await app.made(await full.promoDeal()));
      for (const ticketId of ticketIds.slice(0, 4))
        expect(await app.marta(ticketId, 1, accept)).toMatchObject({ ok: true });
      const [fifth = '', sixth = ''] = ticketIds.slice(4);
      full.emulator.holdUntil({ method: 'POST', path: /objects\/p_terms_ledger$/, count: 2 });
      const replies = await Promise.all([
        runExpedite(full).marta(fifth, 1, accept),
        runExpedite(full).marta(sixth, 1, accept),
      ]);
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
      const refused = { ok: false, code: 'week_full', expedite: { week: '2026-W52', nextFree: '2026-W53' } };
      expect(replies.find(({ ok }) => !ok)).toMatchObject(refused);
      expect(await full.slots()).toEqual([1, 2, 3, 4, 5].map((place) => `slot/2026-W52/${place}`));
      const loser = replies[0].ok ? sixth : fifth;
      expect(await app.marta(loser, 1, accept)).toMatchObject(refused);
      expect(await app.openTicket(loser)).toMatchObject({
        ok: true,
        weeks: [
          { week: '2026-W52', used: 5, slots: 5 },
          ...['2026-W53', '2027-W01', '2027-W02', '2027-W03', '2027-W04', '2027-W05'].map((week) => ({
            week,
            used: 0,
          })),
          ...['2027-W06', '2027-W07', '2027-W08', '2027-W09', '2027-W10'].map((week) => ({ week, used: 0 })),
        ],
      });
      // An offer that ran out frees its slot for whoever comes next, before anybody has tidied up.
      const later = runExpedite(full, { clock: () => Date.parse('2026-11-28T08:00:00Z') });
      const dealId = await full.promoDeal();
      const made = await later.ask(dealId, {
        action: 'request',
        terms: { ...terms, offerExpires: '2026-12-05' },
        by: 'Oliver Hughes',
      });
      const ticketId = (made.ok && made.request?.ticketId) || '';
      expect(await later.marta(ticketId, 1, accept)).toMatchObject({
        ok: true,
        state: 'held',
        weeks: [{ week: '2026-W52', used: 1 }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
      });
      // The five whose offers ran out have used their places up; the sixth is taken behind them.
      expect(await full.slots()).toEqual(['slot/2026-W52/6']);
    } finally {
      await full.stop();
    }
  });
});
