import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

/** HubSpot does what it was asked and answers with nothing. */
const silentOn = (method: string, path: RegExp) =>
  account.injectFault((request) =>
    request.method === method && path.test(request.url)
      ? account.emulator.fetch(request).then(() => new Response('', { status: 200 }))
      : null,
  );

describe.each(['v3', '2026-09'] as const)('an empty answer over the %s paths', (family) => {
  it('to the saving of answers is taken for what it is: stored', async () => {
    silentOn('PATCH', /\/deals\/\d+$/);
    const app = runApp(account, { family });
    const dealId = await account.createDeal({ amount: '60000' });
    const reply = await app.main(scoreDeal)({
      propertiesToSend: await app.attest(dealId),
      parameters: { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } },
    });
    expect(reply).toMatchObject({ ok: true, captured: { urgency: 'high' } });
    expect((await account.readDeal(dealId))['terms_urgency']).toBe('high');
  });

  it('to a read is asked for again, and told when it stays empty', async () => {
    const dealId = await account.createDeal({ amount: '60000', terms_cash_position: 'tight' });
    silentOn('POST', /\/deals\/batch\/read$/);
    const app = runApp(account, { family });
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [dealId] } })).toMatchObject({
      ok: false,
      code: 'unavailable',
    });
    account.injectFault(null);
    expect(await app.page(rescoreDeals)({ parameters: { dealIds: [dealId] } })).toMatchObject({ ok: true, changed: 1 });
  });
});

it('says which scope is missing to whoever sees the card', async () => {
  const dealId = await account.createDeal({ amount: '60000' });
  const app = runApp(account, { scopes: ['crm.objects.deals.read', 'crm.objects.custom.read'] });
  expect(
    await app.main(scoreDeal)({
      propertiesToSend: await app.attest(dealId),
      parameters: { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } },
    }),
  ).toMatchObject({ ok: false, code: 'forbidden', scopes: ['crm.objects.deals.write'] });
});
