import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountState } from '../faults/account-state.ts';
import { functionCalls } from '../faults/function-calls.ts';
import type { Account } from './account.ts';
import { runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';
import { beyond, runOffers, startOfferAccount } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

/** What cannot be done without an entry of its own. */
const withoutEntries: Readonly<Record<string, string>> = {
  save_policy: 'unavailable',
  plan_scenarios: 'unavailable',
  save_themes: 'unavailable',
  message_owner: 'unavailable',
  'record_meeting, a decision': 'unavailable',
  'record_meeting, what was talked about': 'unavailable',
  'record_meeting, a decision carried out': 'unavailable',
  'request_expedite, update': 'unavailable',
  'request_expedite, take the counter-offer': 'unavailable',
  'decide_expedite, accept': 'unavailable',
  'decide_expedite, decline a promise': 'unavailable',
  'offer_terms, ask': 'unavailable',
  'decide_offer, approve': 'unavailable',
};

describe('an account whose entry of the installation is gone', () => {
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    'is told so by $name, which writes nothing',
    async ({ made }) => {
      const { account, attest, call } = await made.prepare();
      await account.deleteLedger('account');
      const before = await accountState(account);
      expect(await call(await attest())).toMatchObject({ ok: false, code: 'not_installed' });
      expect(await accountState(account)).toEqual(before);
      await account.stop();
    },
  );
});

/** But for the entries that count tries of the approval code. */
async function refuseEntry(account: Account, request: Request): Promise<Response> {
  const body = await request.clone().text();
  return body.includes('"attempt/')
    ? account.emulator.fetch(request)
    : Response.json({ status: 'error', message: 'busy', category: 'CONFLICT' }, { status: 409 });
}

describe('while HubSpot refuses each new entry of the ledger, though nobody has it', () => {
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    '$name says that it is not done, or does without one',
    async ({ name, made }) => {
      const { account, attest, call } = await made.prepare();
      account.injectFault((request) => {
        if (request.method !== 'POST' || !request.url.endsWith('/p_terms_ledger')) return null;
        return refuseEntry(account, request);
      });
      const reply = await call(await attest());
      expect([name, reply.ok ? 'ok' : reply.code]).toEqual([name, withoutEntries[name] ?? 'ok']);
      account.injectFault(null);
      await account.stop();
    },
  );
});

describe('a deal that can no longer be weighed', () => {
  let expediteAccount: ExpediteAccount;
  let offerAccount: OfferAccount;
  beforeAll(async () => {
    [expediteAccount, offerAccount] = await Promise.all([startExpediteAccount(), startOfferAccount()]);
  });
  afterAll(() => Promise.all([expediteAccount.stop(), offerAccount.stop()]));

  it.each([
    [{ amount: '' }, { code: 'missing_amount' }],
    [
      { terms_payment_plan: 'some day' },
      {
        code: 'invalid_field',
        fields: [{ field: 'paymentPlan', message: expect.stringContaining('“some”') as unknown }],
      },
    ],
  ])('takes no request, no change of one, no counter-offer and no offer with %j', async (changes, refusal) => {
    const app = runExpedite(expediteAccount);
    const dealId = await expediteAccount.promoDeal();
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 5000, reason: 'Night shift' });
    const other = await expediteAccount.promoDeal();
    for (const id of [dealId, other]) await expediteAccount.updateDeal(id, changes);
    const by = 'Oliver Hughes';
    expect(await app.request(other)).toMatchObject({ ok: false, ...refusal });
    expect(await app.ask(dealId, { action: 'update', revision: 2, terms, by })).toMatchObject({
      ok: false,
      ...refusal,
    });
    expect(await app.ask(dealId, { action: 'accept', revision: 2, by })).toMatchObject({ ok: false, ...refusal });

    const offers = runOffers(offerAccount);
    const offered = await offerAccount.promoDeal();
    await offers.oliver(offered, 0, { action: 'ask', terms: beyond });
    await offerAccount.updateDeal(offered, changes);
    expect(await offers.grace(offered, 1, { action: 'counter', discount: 0.03, reason: 'Not more' })).toMatchObject({
      ok: false,
      ...refusal,
    });
    expect(await offers.oliver(offered, 1, { action: 'offer', terms: beyond })).toMatchObject({
      ok: false,
      ...refusal,
    });
  });
});
