import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { enterpriseLimits } from '../../workbench/emulator/index.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { runApp, startAccount } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';

let account: Account;
afterEach(() => account.stop());

describe('120 reps who save at once', () => {
  it('all end saved, within HubSpot’s limits, trying again when they are told to', async () => {
    account = await startAccount({ clock: Date.now });
    const app = runApp(account);
    const dealIds = await account.createDeals(120, { amount: '60000' });
    account.emulator.limitRates(enterpriseLimits);
    const refused = { count: 0 };
    const saveUntilDone = async (dealId: string): Promise<void> => {
      for (;;) {
        const reply = await app.main(scoreDeal)({
          propertiesToSend: await account.readDeal(dealId),
          parameters: { loaded: emptyProfile, captured: { ...emptyProfile, urgency: 'high' } },
        });
        if (reply.ok) return;
        // The card says: wait ten seconds and try again.
        expect(reply.code).toBe('rate_limited');
        refused.count += 1;
        await pause(10_000);
      }
    };
    await Promise.all(dealIds.map(saveUntilDone));
    const stored = await Promise.all(dealIds.map((id) => account.readDeal(id)));
    expect(stored.filter((deal) => deal['terms_urgency'] === 'high' && deal['terms_scored_at'] !== null)).toHaveLength(
      120,
    );
    // Three calls a save went through, and not one more; those turned away did nothing.
    const wentThrough = app.answered.filter(({ status }) => status < 300);
    expect(wentThrough.filter(({ method }) => method === 'PATCH')).toHaveLength(120);
    expect(wentThrough.length).toBeLessThanOrEqual(3 * 120 + 2 * refused.count);
    for (const { startedAt } of wentThrough)
      expect(
        wentThrough.filter((other) => other.startedAt >= startedAt && other.startedAt < startedAt + 10_000).length,
      ).toBeLessThanOrEqual(enterpriseLimits.perTenSecondsAndApp);
  }, 120_000);
});
