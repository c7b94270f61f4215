import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountState } from '../faults/account-state.ts';
import { functionCalls } from '../faults/function-calls.ts';
import { runExpedite, startExpediteAccount, terms } from './expedite-account.ts';
import type { ExpediteAccount } from './expedite-account.ts';
import { beyond, runOffers, startOfferAccount } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

describe('an account whose entry of the installation is gone', () => {
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    'is told so by $name, which writes nothing',
    async ({ made }) => {
      const { account, attest, call } = await made.prepare();
      const { results } = (await account.api(
        'GET',
        '/crm/v3/objects/p_terms_ledger?limit=100&properties=entry_key',
      )) as unknown as { results: { id: string; properties: { entry_key: string } }[] };
      const entry = results.find(({ properties: { entry_key: key } }) => key === 'account');
      await account.api('DELETE', `/crm/v3/objects/p_terms_ledger/${entry?.id ?? ''}`);
      const before = await accountState(account);
      expect(await call(await attest())).toMatchObject({ ok: false, code: 'not_installed' });
      expect(await accountState(account)).toEqual(before);
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
