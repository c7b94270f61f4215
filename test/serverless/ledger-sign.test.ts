import { describe, expect, it } from 'vitest';
import { keyPurposes } from '../../commands/crm/scopes.ts';
import { signLedger } from '../../commands/ledger/sign-ledger.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { createSealer } from '../../serverless/ports/seal.ts';
import { nowMs } from './account.ts';
import { runOffers, startOfferAccount } from './offer-account.ts';
import { typeCommand } from './type-command.ts';

const body = JSON.stringify({ version: 1, model: { backlog: { unfundedCost: 250_000 } }, app: { maxDiscount: 0.03 } });

describe('npm run ledger:sign', () => {
  it('signs entries from before and those of an old key, and leaves forged ones as they are', async () => {
    const own = await startOfferAccount();
    try {
      const entry = (key: string, seal?: string) =>
        own.api('POST', '/crm/v3/objects/p_terms_ledger', {
          properties: {
            entry_key: key,
            kind: key.split('/')[0] ?? '',
            body,
            author: 'Ann Archer',
            ...(seal === undefined ? {} : { seal }),
          },
        });
      const sealOf = (secret: string, key: string) =>
        createSealer(secret).sealOf({ key, kind: 'policy', body, author: 'Ann Archer' }, nowMs);
      await entry('policy/1');
      await entry('policy/2', sealOf('old-key', 'policy/2'));
      await entry('policy/3', sealOf('new-key', 'policy/3'));
      await entry('policy/4', sealOf('stranger', 'policy/4'));
      await entry('slot/2026-W50/1');
      const keys = ({ signed, forged }: Awaited<ReturnType<typeof signLedger>>) =>
        [signed, forged].map((entries) => entries.map((named) => named.split(' ')[0]).sort());
      const sign = (isCheck: boolean) => signLedger(own.installer(), 'new-key old-key', isCheck, nowMs);
      const expected = [['policy/1', 'policy/2', 'policy/current'], ['policy/4']];
      expect(keys(await sign(true))).toEqual(expected);
      // As it is typed, with the key of the guide.
      const typed = (...args: string[]) =>
        typeCommand('ledger-sign', args, {
          HUBSPOT_API_ORIGIN: own.origin,
          HUBSPOT_ACCESS_TOKEN: own.emulator.issueToken({
            scopes: [...keyPurposes.installation.scopes],
            sees: 'all',
            label: 'service key',
          }),
          LEDGER_KEY: 'new-key old-key',
        });
      const checked = await typed('--check');
      expect(checked).toMatchObject({ code: 1, stdout: '{"unsigned":3,"forged":1}\n' });
      expect(checked.stderr.split('\n')).toEqual(
        expect.arrayContaining([
          '! policy/4 by Ann Archer, undated carries a seal that is not of this key: it counts for nothing.',
          '  policy/1 by Ann Archer, undated',
        ]),
      );
      // What is mistyped signs nothing.
      expect(await typed('--chek')).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /'--chek'.*\nUsage: LEDGER_KEY=… npm run ledger:sign \[-- --check\]\n$/,
        ) as string,
      });
      expect(keys(await sign(true))).toEqual(expected);
      expect(await typed()).toMatchObject({ code: 1, stdout: '{"signed":3,"forged":1}\n' });
      expect(keys(await sign(false))).toEqual([[], ['policy/4']]);
      const app = runOffers(own, { secrets: { LEDGER_KEY: 'new-key' } });
      expect(await app.page(readPolicy)({ parameters: {} })).toMatchObject({
        policy: { version: 3, warning: null },
        history: [{ version: 4, isForged: true }, { isForged: false }, { isForged: false }, { isForged: false }],
      });
    } finally {
      await own.stop();
    }
  });
});
