import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rescoreDealsReplySchema } from '@deal-terms/core/contracts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
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
    'scores a hundred deals in three calls over the %s paths, counts and ids without a score in the answer',
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
      expect(app.requests()).toHaveLength(3);
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
});
