import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoardReplySchema } from '@deal-terms/core/contracts';
import { openBoard } from '../../serverless/functions/open-board.ts';
import { runApp, startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
  account.emulator.setUp({
    account: { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
    owners: [
      { id: '11', userId: 1, email: 'ann@example.com', firstName: 'Ann', lastName: 'Archer' },
      { id: '12', userId: 2, email: 'info@example.com', firstName: '', lastName: '' },
    ],
    pipelines: [
      {
        objectType: 'deals',
        id: 'default',
        label: 'Trade orders',
        stages: [
          { id: 'quote', label: 'Quote sent', metadata: { probability: '0.4', isClosed: 'false' } },
          { id: 'won', label: 'Won', metadata: { probability: '1.0', isClosed: 'true' } },
        ],
      },
    ],
  });
});
afterAll(() => account.stop());

describe.each(['v3', '2026-09'] as const)('open-board over the %s paths', (family) => {
  it('names people and stages, gives the policy, in three calls and without a write', async () => {
    const app = runApp(account, { family });
    const reply = await app.page(openBoard)({ parameters: {} });
    expect(openBoardReplySchema.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
    expect(reply).toMatchObject({
      ok: true,
      today: '2026-11-23',
      policy: { version: 0 },
      totals: null,
      owners: [
        { id: '11', name: 'Ann Archer', userId: '1' },
        { id: '12', name: 'info@example.com', userId: '2' },
      ],
      pipelines: [
        {
          id: 'default',
          name: 'Trade orders',
          stages: [
            { id: 'quote', name: 'Quote sent', isClosed: false },
            { id: 'won', name: 'Won', isClosed: true },
          ],
        },
      ],
    });
    expect(app.requests()).toHaveLength(3);
    expect(app.requests().filter((request) => !request.startsWith('GET'))).toEqual([
      expect.stringMatching(/^POST .*\/batch\/read$/),
    ]);
  });
});

describe('open-board', () => {
  it('gives the last totals once there are any', async () => {
    const totals = {
      countedAt: '2026-11-22T06:00:00.000Z',
      deals: 3,
      byBand: { high: 1, medium: 1, low: 0, unscored: 1 },
      expectedGain: 1200.5,
      cashDaysReleased: 90_000,
    };
    await account.writeLedger('totals', 'totals', JSON.stringify(totals));
    expect(await runApp(account).page(openBoard)({ parameters: {} })).toMatchObject({ ok: true, totals });
  });

  it('says which permission is missing, and that the app is not set up', async () => {
    const app = runApp(account, { scopes: ['crm.objects.custom.read'] });
    expect(await app.page(openBoard)({ parameters: {} })).toMatchObject({ ok: false, code: 'forbidden' });
    const bare = await startAccount({ installed: false });
    expect(await runApp(bare).page(openBoard)({ parameters: {} })).toMatchObject({ ok: false, code: 'not_installed' });
    await bare.stop();
  });

  it('takes no parameters', async () => {
    expect(await runApp(account).page(openBoard)({ parameters: { dealId: '1' } })).toMatchObject({
      ok: false,
      code: 'invalid_request',
    });
  });
});
