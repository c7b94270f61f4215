import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { starterAppSettings } from '@deal-terms/core/crm';
import { nowMs } from './account.ts';
import { defaultPolicy } from '@deal-terms/core/policy';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { createSealer } from '../../serverless/ports/seal.ts';
import { beyond, runOffers, startOfferAccount, within } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

const secrets = { POLICY_EDIT_KEY: 'cuckoo clocks', LEDGER_KEY: 'a-key-of-some-length' };
const sealer = createSealer(secrets.LEDGER_KEY);
const limits = { maxDiscount: 0.03, minMargin: 0.2, approverIds: ['504'] };
const stored = (version: number, app: object = limits) =>
  JSON.stringify({ version, model: { backlog: { unfundedCost: 250_000 } }, app });

let account: OfferAccount;
beforeAll(async () => {
  account = await startOfferAccount();
  await forge(sealed('policy/current', stored(3)));
});
afterEach(() => account.injectFault(null));
afterAll(() => account.stop());

type Entry = { readonly key: string; readonly body: string; readonly seal?: string };

/** What somebody who may write the ledger's object can do to it. */
async function forge({ key, body, seal }: Entry): Promise<void> {
  await account.putLedger(key, {
    kind: key.split('/')[0] ?? '',
    body,
    author: 'Grace Whitfield',
    ...(seal === undefined ? {} : { seal }),
  });
}
const sealed = (key: string, body: string): Entry => ({
  key,
  body,
  seal: sealer.sealOf({ key, kind: key.split('/')[0] ?? '', body, author: 'Grace Whitfield' }, nowMs),
});
const deals = async (app = runOffers(account, { secrets })) => ({
  app,
  dealId: await account.promoDeal(),
});
const opened = async (app: ReturnType<typeof runOffers>, dealId: string) => {
  const reply = await app.main(openDeal)({ propertiesToSend: await app.attest(dealId), parameters: {} });
  if (!reply.ok) throw new Error(reply.code);
  return reply.policy;
};

describe('an approval', () => {
  it('somebody wrote into the ledger counts for nothing', async () => {
    const { app, dealId } = await deals();
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    await forge({
      key: `offer/${dealId}/2`,
      body: JSON.stringify({ wanted: { action: 'approve', reason: '' }, event: { action: 'approve', reason: '' } }),
    });
    expect(await app.oliver(dealId, 2, { action: 'offer', terms: beyond })).toMatchObject({ code: 'over_limit' });
    // It has its place in the row, and changes nothing: the approver decides after it.
    expect(await app.grace(dealId, 2, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
    expect(await app.oliver(dealId, 3, { action: 'offer', terms: beyond })).toMatchObject({ ok: true });
  });

  it('is refused after too many tries with the code, until a stated time, however many are sent at once', async () => {
    const { app, dealId } = await deals();
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    const later = Date.parse('2026-11-24T10:00:30Z');
    const at = (nowMs: number) => runOffers(account, { secrets, clock: () => nowMs });
    const guess = (key: string, nowMs = later) =>
      at(nowMs).decide(dealId, { action: 'approve', reason: '', revision: 1, by: 'Oliver Hughes', key, userId: '94' });
    const replies = await Promise.all(Array.from({ length: 30 }, (_, index) => guess(`guess ${index}`)));
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code));
    expect(codes.filter((code) => code === 'wrong_key')).toHaveLength(8);
    expect(codes.filter((code) => code === 'wait')).toHaveLength(22);
    expect(await guess('cuckoo clocks')).toMatchObject({ code: 'wait', until: '2026-11-24T10:01:00.000Z' });
    const next = at(later + 30_000);
    expect(await next.grace(dealId, 1, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
    // Right ones use no tries up, however many there are in a minute.
    for (let times = 0; times < 10; times += 1)
      expect(await next.grace(dealId, 1, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
    expect(next.log.join()).not.toMatch(/cuckoo|attempt|wrong|wait/);
  });
});

describe('the policy in force', () => {
  it('that is damaged gives way to the newest version that can be read, and limits hold', async () => {
    await forge(sealed('policy/1', stored(1)));
    await forge(sealed('policy/2', stored(2, { ...limits, maxDiscount: 0.04 })));
    await forge(sealed('policy/3', '{"version":3,'));
    await forge(sealed('policy/current', '{"version":3,'));
    const { app, dealId } = await deals();
    expect(await opened(app, dealId)).toMatchObject({
      version: 2,
      warning: 'The policy in force cannot be used. It is not JSON. Version 2, the newest that can be used, stands in.',
      app: { maxDiscount: 0.04 },
    });
    expect(await app.oliver(dealId, 0, { action: 'offer', terms: beyond })).toMatchObject({ code: 'over_limit' });
    expect(await app.oliver(dealId, 0, { action: 'offer', terms: { ...beyond, discount: 0.04 } })).toMatchObject({
      ok: true,
    });
  });

  it('that somebody forged counts for nothing, nor does a forged version; administrators are told which', async () => {
    await forge({ key: 'policy/4', body: stored(4, { ...limits, maxDiscount: 0.9 }) });
    await forge({ key: 'policy/current', body: stored(4, { ...limits, maxDiscount: 0.9 }), seal: '12345678:forged' });
    const { app, dealId } = await deals();
    expect(await opened(app, dealId)).toMatchObject({
      version: 2,
      warning: 'The policy in force was not written by the app. Version 2, the newest that can be used, stands in.',
    });
    expect(await app.oliver(dealId, 0, { action: 'offer', terms: beyond })).toMatchObject({ code: 'over_limit' });
    expect(await app.page(readPolicy)({ parameters: {} })).toMatchObject({
      isProtected: true,
      policy: { version: 2 },
      history: [
        { version: 4, isForged: true },
        { version: 3, isForged: false },
        { isForged: false },
        { isForged: false },
      ],
    });
    // Without the secret nobody can tell: it works as before, and says so.
    const open = runOffers(account);
    expect(await open.page(readPolicy)({ parameters: {} })).toMatchObject({
      isProtected: false,
      history: [{ version: 4, isForged: false }, {}, {}, {}],
    });
  });

  it('outlives a change of the key as long as the old one is listed', async () => {
    const both = runOffers(account, {
      secrets: { ...secrets, LEDGER_KEY: `new-key-of-the-year ${secrets.LEDGER_KEY}` },
    });
    await forge(sealed('policy/current', stored(2)));
    const { dealId } = await deals();
    expect((await opened(both, dealId)).warning).toBeNull();
    const other = runOffers(account, { secrets: { ...secrets, LEDGER_KEY: 'new-key-of-the-year' } });
    expect((await opened(other, dealId)).warning).toMatch(/^The policy in force was not written by the app\./);
  });

  it('cannot be put back to an older version whose seal is right, while a newer one is kept', async () => {
    let now = nowMs;
    const own = await startOfferAccount({ clock: () => now });
    try {
      const at = () => runOffers(own, { secrets, clock: () => now });
      const path = '/crm/v3/objects/p_terms_ledger/policy%2Fcurrent?idProperty=entry_key';
      const current = async () => (await own.api('GET', `${path}&properties=body,author,seal`)).properties;
      const save = async (basedOn: number, maxDiscount: number) =>
        at().page(savePolicy)({
          parameters: {
            key: 'cuckoo clocks',
            basedOn,
            settings: { model: defaultPolicy, app: { ...starterAppSettings, ...limits, maxDiscount } },
            author: 'Ann Archer',
          },
        });
      expect(await save(0, 0.5)).toEqual({ ok: true, version: 1 });
      const generous = await current();
      now += 60_000;
      expect(await save(1, 0.03)).toEqual({ ok: true, version: 2 });
      const dealId = await own.promoDeal();
      expect(await opened(at(), dealId)).toMatchObject({ version: 2, warning: null, app: { maxDiscount: 0.03 } });
      now += 60_000;
      // Also with the time of writing it over.
      const { body, author, seal } = generous;
      await own.api('PATCH', path, { properties: { body, author, seal, written_at: new Date(now).toISOString() } });
      expect(await opened(at(), dealId)).toMatchObject({
        version: 2,
        app: { maxDiscount: 0.03 },
        warning:
          'Somebody put version 1 of the policy back in HubSpot, outside of the settings. Version 2, the newest that can be used, stands in.',
      });
      expect(await at().oliver(dealId, 0, { action: 'offer', terms: beyond })).toMatchObject({ code: 'over_limit' });
      // Looking at the settings puts the newest in force again.
      expect(await at().page(readPolicy)({ parameters: {} })).toMatchObject({ policy: { version: 2 } });
      expect(JSON.parse((await current())['body'] ?? '')).toMatchObject({ version: 2 });
    } finally {
      await own.stop();
    }
  });

  it('that nobody can read, though one was saved, lets nothing be recorded that needs a limit', async () => {
    for (const version of [1, 2, 4]) await forge({ key: `policy/${version}`, body: stored(version), seal: '' });
    await forge({ key: 'policy/current', body: stored(2), seal: '' });
    const { app, dealId } = await deals();
    const unknown = await opened(app, dealId);
    expect([unknown.version, unknown.limitsUnknown]).toEqual([0, true]);
    for (const action of ['offer', 'ask'] as const)
      expect(await app.oliver(dealId, 0, { action, terms: within })).toMatchObject({ code: 'limits_unknown' });
    // Saving anew ends it, and from then on a missing policy is known to be a fault.
    const settings = { model: defaultPolicy, app: { ...unknown.app, ...limits } };
    expect(
      await app.page(savePolicy)({ parameters: { key: 'cuckoo clocks', basedOn: 4, settings, author: 'Ann Archer' } }),
    ).toEqual({ ok: true, version: 5 });
    expect(await opened(app, dealId)).toMatchObject({ version: 5, warning: null });
    for (const version of [1, 2, 3, 4]) await account.deleteLedger(`policy/${version}`);
    await forge(sealed('policy/5', stored(5)));
    await forge(sealed('policy/current', stored(5)));
  });

  it('that was deleted gives way to the newest version; once a policy was saved, none at all is a fault', async () => {
    const { app, dealId } = await deals();
    expect(await opened(app, dealId)).toMatchObject({ version: 5, warning: null });
    await account.deleteLedger('policy/current');
    expect(await opened(app, dealId)).toMatchObject({
      version: 5,
      warning: 'The policy in force was deleted. Version 5, the newest that can be used, stands in.',
    });
    expect(await app.page(readPolicy)({ parameters: {} })).toMatchObject({ ok: true, policy: { version: 5 } });
    await account.deleteLedger('policy/5');
    expect(await opened(app, dealId)).toMatchObject({ version: 0, limitsUnknown: true });
  });
});
