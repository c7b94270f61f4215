import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOwnerReplySchema } from '@deal-terms/core/contracts';
import { messageOwner } from '../../serverless/functions/message-owner.ts';
import { nowMs, runApp } from './account.ts';
import { startOfferAccount } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

let account: OfferAccount;
beforeAll(async () => {
  account = await startOfferAccount();
});
afterAll(() => account.stop());

const scored = {
  terms_scored_at: '2026-11-22T10:00:00Z',
  terms_best_trade: 'Ask for payment on delivery & offer delivery 21 days sooner.',
};
const message = async (dealId: string, by: string, clock = () => nowMs) =>
  messageOwnerReplySchema.parse(
    JSON.parse(JSON.stringify(await runApp(account, { clock }).page(messageOwner)({ parameters: { dealId, by } }))),
  );

describe('message-owner', () => {
  it('puts the deal on its owner’s list, with the advice it carries, and answers nothing of it', async () => {
    const dealId = await account.promoDeal(scored);
    expect(await message(dealId, 'Grace Whitfield')).toEqual({ ok: true, isFirst: true, by: 'Grace Whitfield' });
    expect(await account.tasks(dealId)).toEqual([
      expect.objectContaining({
        hs_task_subject: 'Push today: Christmas market promotion',
        hs_task_body:
          'Grace Whitfield asks you to call the customer today.<br>Ask for payment on delivery &amp; offer delivery 21 days sooner.',
        hubspot_owner_id: '501',
      }),
    ]);
    expect(await account.notes(dealId)).toEqual([]);
  });

  it('says no more than who asks where there is no advice yet', async () => {
    const dealId = await account.promoDeal();
    await message(dealId, 'Grace Whitfield');
    expect((await account.tasks(dealId)).map((task) => task['hs_task_body'])).toEqual([
      'Grace Whitfield asks you to call the customer today.',
    ]);
  });

  it('makes one task a deal and day, however often and by whomever it is asked', async () => {
    const dealId = await account.promoDeal();
    const [one, other] = await Promise.all([message(dealId, 'Grace Whitfield'), message(dealId, 'Lena Brandt')]);
    expect([one, other].filter((reply) => reply.ok && reply.isFirst)).toHaveLength(1);
    const first = one.ok && one.isFirst ? 'Grace Whitfield' : 'Lena Brandt';
    expect(await message(dealId, 'Marta Keller')).toEqual({ ok: true, isFirst: false, by: first });
    expect(await message(dealId, first)).toEqual({ ok: true, isFirst: true, by: first });
    expect(await account.tasks(dealId)).toHaveLength(1);
    // 23:30 in Berlin is still the same day, 0:30 is not.
    expect(await message(dealId, 'Marta Keller', () => Date.parse('2026-11-23T22:30:00Z'))).toMatchObject({
      isFirst: false,
    });
    expect(await message(dealId, 'Marta Keller', () => Date.parse('2026-11-23T23:30:00Z'))).toMatchObject({
      isFirst: true,
    });
    expect(await account.tasks(dealId)).toHaveLength(2);
  });

  it('makes the task a first try did not come to', async () => {
    const dealId = await account.promoDeal();
    account.emulator.faults.inject({ kind: 'server_error', pathHas: '/objects/tasks', times: 1 });
    expect(await message(dealId, 'Grace Whitfield')).toMatchObject({ ok: false, code: 'unavailable' });
    expect(await account.tasks(dealId)).toHaveLength(0);
    expect(await message(dealId, 'Grace Whitfield')).toMatchObject({ ok: true, isFirst: true });
    expect(await account.tasks(dealId)).toHaveLength(1);
  });

  it('finds the task whose answer was lost, and makes no second', async () => {
    const dealId = await account.promoDeal();
    account.emulator.faults.inject({ kind: 'reset_after', pathHas: '/objects/tasks', times: 1 });
    expect(await message(dealId, 'Grace Whitfield')).toMatchObject({ ok: false, code: 'unavailable' });
    expect(await message(dealId, 'Grace Whitfield')).toMatchObject({ ok: true, isFirst: true });
    expect(await message(dealId, 'Grace Whitfield')).toMatchObject({ ok: true, isFirst: true });
    expect(await account.tasks(dealId)).toHaveLength(1);
  });

  it('makes none for a deal that is closed, nobody’s or unknown', async () => {
    expect(await message(await account.promoDeal({ dealstage: 'closedlost' }), 'Grace')).toMatchObject({
      ok: false,
      code: 'not_possible',
    });
    expect(await message(await account.promoDeal({ hubspot_owner_id: '' }), 'Grace')).toMatchObject({
      ok: false,
      code: 'not_possible',
    });
    expect(await message('987654321', 'Grace')).toMatchObject({ ok: false, code: 'unknown_deal' });
  });
});
