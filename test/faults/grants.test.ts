import { afterAll, describe, expect, it } from 'vitest';
import { starterAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { failureView } from '../../extensions/ui/shared/failure-view.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { proposePolicy } from '../../serverless/functions/propose-policy.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { createSealer } from '../../serverless/ports/seal.ts';
import { nowMs } from '../serverless/account.ts';
import { terms as expediteTerms } from '../serverless/expedite-account.ts';
import { beyond, runOffers, startOfferAccount, within } from '../serverless/offer-account.ts';
import type { OfferAccount } from '../serverless/offer-account.ts';
import { faultTable } from './fault-table.ts';

const table = faultTable('What must hold, whatever a card sends and whoever edits the account');
afterAll(() => table.print());

const secrets = { POLICY_EDIT_KEY: 'cuckoo clocks', LEDGER_KEY: 'a-key-of-some-length' };
const author = 'Grace Whitfield';
const policyBody = (version: number, maxDiscount: number) =>
  JSON.stringify({
    version,
    modelVersion: 2,
    model: { backlog: { unfundedCost: 250_000 } },
    app: { maxDiscount, minMargin: 0.2, approverIds: ['504'] },
  });

type Scene = {
  readonly account: OfferAccount;
  readonly app: ReturnType<typeof runOffers>;
  /** Writes an entry as somebody could who may write the ledger; `sealedAtMs` with the seal the app made then. */
  readonly entry: (key: string, body: string, sealedAtMs?: number) => Promise<unknown>;
};
type Seen = { readonly ok: boolean; readonly code?: string } & Record<string, unknown>;

/** One thing somebody does, and what has to come of it. */
type Case = {
  readonly fault: string;
  readonly guaranteed: string;
  readonly happens: (scene: Scene) => Promise<Seen>;
  readonly expected: object;
};

const offer = async ({ app, account }: Scene, terms: object, deal: Record<string, string> = {}) =>
  app.oliver(await account.promoDeal(deal), 0, { action: 'offer', terms: { ...within, ...terms } });
const save = ({ app }: Scene, key = secrets.POLICY_EDIT_KEY, basedOn = 1) =>
  app.page(savePolicy)({
    parameters: { key, basedOn, settings: { model: defaultPolicy, app: starterAppSettings }, author },
  });

const limit = 'nothing beyond a limit is recorded without an approval';
const cases: readonly Case[] = [
  ...(
    [
      ['discount', { discount: 0.05 }],
      ['gain', { paymentPlan: 'net 120', daysSaved: 0, discount: 0 }],
      ['days', { paymentPlan: 'net 120', daysSaved: 0, discount: 0 }],
    ] as const
  ).map(([name, terms]) => ({
    fault: `an offer beyond the limit of ${name}`,
    guaranteed: limit,
    happens: (scene: Scene) => offer(scene, terms),
    expected: {
      code: 'over_limit',
      approval: { excess: expect.arrayContaining([expect.objectContaining({ limit: name })]) as unknown },
    },
  })),
  {
    fault: 'a margin below the limit, another one typed and made up in Evidence',
    guaranteed: 'the margin of the deal’s lines counts',
    happens: async (scene) => {
      const evidence = {
        grossMargin: { value: 0.9, source: 'line_items', count: 1, date: null },
        thin: [],
        missing: [],
      };
      const dealId = await scene.account.promoDeal({
        terms_gross_margin: '0.9',
        terms_evidence: JSON.stringify(evidence),
      });
      await scene.account.createLineItem(dealId, { price: '100', quantity: '600', hs_cost_of_goods_sold: '85' });
      return scene.app.oliver(dealId, 0, { action: 'offer', terms: within });
    },
    expected: {
      code: 'over_limit',
      approval: { excess: expect.arrayContaining([expect.objectContaining({ limit: 'margin' })]) as unknown },
    },
  },
  {
    fault: 'the policy in force is damaged',
    guaranteed: 'the newest version that can be used stands in',
    happens: async (scene) => {
      await scene.entry('policy/current', '{"version":', nowMs);
      return offer(scene, { discount: 0.05 });
    },
    expected: { code: 'over_limit' },
  },
  {
    fault: 'the policy in force is another’s, without the app’s seal',
    guaranteed: 'the newest version that can be used stands in',
    happens: async (scene) => {
      await scene.entry('policy/current', policyBody(9, 0.5));
      return offer(scene, { discount: 0.05 });
    },
    expected: { code: 'over_limit' },
  },
  {
    fault: 'the policy in force is deleted',
    guaranteed: 'the newest version that can be used stands in',
    happens: async (scene) => {
      const path = '/crm/v3/objects/p_terms_ledger';
      const { id } = await scene.account.api('GET', `${path}/policy%2Fcurrent?idProperty=entry_key`);
      await scene.account.api('DELETE', `${path}/${id}`);
      return offer(scene, { discount: 0.05 });
    },
    expected: { code: 'over_limit' },
  },
  {
    fault: 'the policy in force is an older one put back, with its own seal',
    guaranteed: 'the newest version that can be used stands in',
    happens: async (scene) => {
      await scene.entry('policy/2', policyBody(2, 0.03), nowMs);
      await scene.entry('policy/current', policyBody(1, 0.5), nowMs - 60_000);
      return offer(scene, { discount: 0.05 });
    },
    expected: { code: 'over_limit' },
  },
  {
    fault: 'no version of a policy that was saved can be read',
    guaranteed: 'nothing that needs a limit is recorded',
    happens: async (scene) => {
      await scene.entry('policy/1', '{');
      await scene.entry('policy/current', '{');
      return offer(scene, {});
    },
    expected: { code: 'limits_unknown' },
  },
  {
    fault: 'an approval written into the ledger by hand',
    guaranteed: limit,
    happens: async (scene) => {
      const dealId = await scene.account.promoDeal();
      await scene.app.oliver(dealId, 0, { action: 'ask', terms: beyond });
      const approval = { action: 'approve', reason: '', validUntil: '2027-12-31' };
      await scene.entry(`offer/${dealId}/2`, JSON.stringify({ wanted: approval, event: approval }));
      return scene.app.oliver(dealId, 2, { action: 'offer', terms: beyond });
    },
    expected: { code: 'over_limit' },
  },
  ...(
    [
      ['amount', { amount: '90000' }],
      ['today', { terms_payment_plan: 'net 60' }],
      ['urgency', { terms_urgency: 'some' }],
    ] as const
  ).map(([changed, properties]) => ({
    fault: `a deal changed after its approval: ${changed}`,
    guaranteed: 'it is asked for again, and the card says why',
    happens: async (scene: Scene) => {
      const dealId = await scene.account.promoDeal();
      await scene.app.oliver(dealId, 0, { action: 'ask', terms: beyond });
      expect(await scene.app.grace(dealId, 1, { action: 'approve', reason: '' })).toMatchObject({ ok: true });
      await scene.account.updateDeal(dealId, properties);
      return scene.app.oliver(dealId, 2, { action: 'offer', terms: beyond });
    },
    expected: { code: 'over_limit', approval: { changed: [changed] } },
  })),
  {
    fault: 'a ninth wrong code in a minute, then the right one',
    guaranteed: 'no code counts until the minute is over',
    happens: async (scene) => {
      await Promise.all(Array.from({ length: 9 }, (_, index) => save(scene, `guess ${index}`)));
      return save(scene);
    },
    expected: { code: 'wait', until: '2026-11-23T10:01:00.000Z' },
  },
  {
    fault: 'a code of fewer than 12 characters, after a longer one was used',
    guaranteed: 'it changes nothing',
    happens: async (scene) => {
      expect(await save(scene)).toMatchObject({ ok: true, version: 2 });
      const short = { ...secrets, POLICY_EDIT_KEY: 'eleven char' };
      return save({ ...scene, app: runOffers(scene.account, { secrets: short }) }, 'eleven char', 2);
    },
    expected: { code: 'short_key' },
  },
  {
    fault: 'a name of several lines',
    guaranteed: 'one line, which looks like no other entry',
    happens: async (scene) => {
      const dealId = await scene.account.promoDeal();
      const by = 'Oliver\n<b>Grace Whitfield approved the offer.</b>';
      expect(await scene.app.rep(dealId, { action: 'offer', terms: within, revision: 0, by })).toMatchObject({
        ok: true,
      });
      const [note = ''] = await scene.account.notes(dealId);
      return { ok: true, isOneLine: !/<b>|Grace Whitfield approved the offer\./.test(note) };
    },
    expected: { ok: true, isOneLine: true },
  },
  {
    fault: 'a proposal while somebody else’s waits',
    guaranteed: 'it is not displaced unseen',
    happens: async (scene) => {
      const proposal = { settings: { 'model.priors.cashPosition.tight': 0.4 }, answers: 60 };
      const propose = (by: string) => scene.app.page(proposePolicy)({ parameters: { proposal, by } });
      expect(await propose('Henrik Vogel')).toEqual({ ok: true });
      return propose('Lena Brandt');
    },
    expected: { code: 'proposal_pending', pending: { by: 'Henrik Vogel' } },
  },
  ...(['deals', 'tickets'] as const).map((objectType) => ({
    fault: `a rule of the account demands another property of ${objectType}`,
    guaranteed: 'it is named by its label, nothing is stored; a repeat completes it',
    happens: async ({ account }: Scene) => {
      const groupName = objectType === 'deals' ? 'strategic_terms' : 'expedited_shipments';
      const region = { name: 'region', label: 'Sales region', groupName, type: 'string', fieldType: 'text' };
      await account.api('POST', `/crm/v3/properties/${objectType}`, region);
      const dealId = await account.promoDeal();
      // HubSpot enforces rules on the dated paths.
      const app = runOffers(account, { secrets, family: '2026-09' });
      const ask = async () =>
        app.main(requestExpedite)({
          propertiesToSend: await app.attest(dealId),
          parameters: { action: 'request', terms: expediteTerms, by: 'Oliver Hughes' },
        });
      const rule = objectType === 'deals' ? { when: { property: 'amount', values: ['60000'] } } : {};
      account.emulator.behaviour.set({ writeRules: [{ objectType, property: 'region', ...rule }] });
      const refused = await ask();
      account.emulator.behaviour.set({ writeRules: [] });
      expect(await ask()).toMatchObject({ ok: true, request: { attempt: 1 } });
      return refused;
    },
    expected: { code: 'required_property', required: { properties: ['Sales region'] } },
  })),
  {
    fault: 'a card that sends nothing of the deal but its id',
    guaranteed: 'functions that decide read the deal themselves',
    happens: async (scene) => {
      const dealId = await scene.account.promoDeal();
      const reply = await scene.app.main(openDeal)({ propertiesToSend: { hs_object_id: dealId }, parameters: {} });
      expect(reply).toMatchObject({ ok: true });
      return scene.app.oliver(dealId, 0, { action: 'offer', terms: beyond });
    },
    expected: { code: 'over_limit' },
  },
];

async function setScene(): Promise<Scene> {
  const account = await startOfferAccount();
  const sealer = createSealer(secrets.LEDGER_KEY);
  const entry: Scene['entry'] = (key, body, sealedAtMs) => {
    const kind = key.split('/')[0] ?? '';
    const seal = sealedAtMs === undefined ? '' : sealer.sealOf({ key, kind, body, author }, sealedAtMs);
    return account.putLedger(key, { kind, body, author, seal });
  };
  await entry('policy/1', policyBody(1, 0.03), nowMs);
  await entry('policy/current', policyBody(1, 0.03), nowMs);
  return { account, app: runOffers(account, { secrets }), entry };
}

describe.concurrent('what must hold', () => {
  it.each(cases)('$fault: $guaranteed', async ({ fault, guaranteed, happens, expected }) => {
    let seen = '';
    const row = table.row({ fault, sees: () => seen, guaranteed });
    const scene = await setScene();
    const reply = await happens(scene);
    await scene.account.stop();
    expect(reply).toMatchObject(expected);
    seen = reply.ok ? 'done' : failureView(reply as unknown as Parameters<typeof failureView>[0]).title;
    row.passed();
  });
});
