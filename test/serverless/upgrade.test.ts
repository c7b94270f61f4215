import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealProperties, ledgerProperties, listedAdditions, starterAppSettings } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { keyPurposes } from '../../commands/crm/scopes.ts';
import type { RescoreOptions } from '../../commands/rescore/options.ts';
import { rescoreAll } from '../../commands/rescore/run.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { planScenarios } from '../../serverless/functions/plan-scenarios.ts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { saveThemes } from '../../serverless/functions/save-themes.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { first, firstKinds } from '../crm/first-version.ts';
import { nowMs, runApp } from './account.ts';
import { beyond, runOffers, startOfferAccount, within } from './offer-account.ts';
import type { OfferAccount } from './offer-account.ts';

const firstQuestions = ['cashPosition', 'termsImportance', 'urgency'];

let account: OfferAccount;
beforeAll(async () => {
  account = await startOfferAccount();
  await makeOlder();
});
afterAll(() => account.stop());

/** Takes away what came after 0.1.0, the property for seals and the list in the account entry too. */
async function makeOlder(): Promise<void> {
  for (const { name } of dealProperties)
    if (!first.includes(name)) await account.api('DELETE', `/crm/v3/properties/deals/${name}`);
  await account.api('DELETE', '/crm/v3/properties/p_terms_ledger/seal');
  const keepChoices = (objectType: string, definition: object | undefined, name: string, kept: readonly string[]) =>
    account.api('PATCH', `/crm/v3/properties/${objectType}/${name}`, {
      options: ((definition as { options?: { value: string; label: string }[] } | undefined)?.options ?? [])
        .filter(({ value }) => kept.includes(value))
        .map(({ value, label }, displayOrder) => ({ value, label, displayOrder, hidden: false })),
    });
  const question = dealProperties.find(({ name }) => name === 'terms_next_question');
  await keepChoices('deals', question, 'terms_next_question', firstQuestions);
  const kind = ledgerProperties.find(({ name }) => name === 'kind');
  await keepChoices('p_terms_ledger', kind, 'kind', firstKinds);
  const entry = await account.api('GET', '/crm/v3/objects/p_terms_ledger/account?idProperty=entry_key&properties=body');
  const { additions, ...before } = JSON.parse(entry.properties['body'] ?? '') as Record<string, unknown>;
  expect(additions).toEqual(listedAdditions);
  await account.api('PATCH', `/crm/v3/objects/p_terms_ledger/${entry.id}`, {
    properties: { body: JSON.stringify(before) },
  });
}

const told: CustomerProfile = { ...emptyProfile, cashPosition: 'abundant' };
const save = async (dealId: string, captured: CustomerProfile) => {
  const app = runApp(account);
  const propertiesToSend = await app.attest(dealId);
  const loaded = await app.captured(dealId);
  return app.main(scoreDeal)({ propertiesToSend, parameters: { loaded, captured, readsEvidence: true } });
};

/** `npm run rescore` with the key of the guide, `LEDGER_KEY` left out. */
async function rescoreAs({ origin, emulator }: OfferAccount, options: RescoreOptions) {
  const notes: string[] = [];
  const accessToken = emulator.issueToken({ scopes: [...keyPurposes.rescoring.scopes], sees: 'all', label: 'rescore' });
  const { scored, changed, failed } = await rescoreAll({
    origin,
    accessToken,
    ledgerKey: null,
    options,
    nowMs: () => nowMs,
    onProgress: () => undefined,
    onProblem: () => undefined,
    onNote: (note) => notes.push(note),
    checkpoint: { read: () => ({ found: 'none' }), save: () => undefined, done: () => undefined },
  });
  return { scored, changed, failed, notes };
}

describe('on an account the version before set up', () => {
  it('answers and score are stored but for what there is no property or choice for', async () => {
    const dealId = await account.createDeal({ amount: '60000', closedate: '2026-11-30T12:00:00Z' });
    const reply = await save(dealId, { ...told, statedLossPerDay: 100, themes: ['storage'] });
    expect(reply).toMatchObject({ ok: true, captured: told });
    expect(await account.readDeal(dealId)).toMatchObject({
      terms_cash_position: 'abundant',
      terms_answers_known: '1',
      terms_verdict: 'explore',
    });
  });

  it('the card is told what the account lacks', async () => {
    const app = runApp(account);
    const dealId = await account.createDeal({ amount: '60000' });
    const reply = await app.main(openDeal)({ propertiesToSend: await app.attest(dealId), parameters: {} });
    expect(reply).toMatchObject({ ok: true, evidence: {} });
    expect(reply.ok && reply.account.additions).toBeUndefined();
  });

  it('offers are recorded, and the amount is not overwritten before there is a place for the one before', async () => {
    const app = runOffers(account);
    const dealId = await account.promoDeal();
    expect(await app.oliver(dealId, 0, { action: 'offer', terms: within })).toMatchObject({ ok: true });
    await app.oliver(dealId, 1, { action: 'answer', answer: 'accepted', answeredOn: '2026-11-23', note: '' });
    expect(await account.readDeal(dealId)).toMatchObject({ terms_offer_status: 'agreed' });
    expect(await app.oliver(dealId, 2, { action: 'set_amount', to: 'agreed' })).toMatchObject({
      ok: false,
      code: 'not_installed',
    });
    expect(await account.readDeal(dealId)).toMatchObject({ amount: '60000' });
  });

  it('the ledger keeps what is of a kind it has no choice for yet, without one', async () => {
    const kindOf = async (key: string) => {
      const path = `/crm/v3/objects/p_terms_ledger/${encodeURIComponent(key)}`;
      return (await account.api('GET', `${path}?idProperty=entry_key&properties=kind`)).properties['kind'];
    };
    const inputs = {
      figures: { borrowingRate: 0.09, unfundedCost: 1_000, contributionMargin: 0.2, certainty: 0.6 },
      excluded: [],
      countsOverdue: false,
    };
    const keep = { action: 'keep', scenario: { name: 'Low', inputs }, replaces: null, by: 'Ann Archer' };
    expect(await runApp(account).page(planScenarios)({ parameters: keep })).toMatchObject({ ok: true });
    expect(await kindOf('scenario/1')).toBeNull();
    const add = { basedOn: 0, change: { action: 'add', name: 'Lost pallets' }, by: 'Ann Archer' };
    expect(await runApp(account).page(saveThemes)({ parameters: add })).toMatchObject({ ok: true });
    expect(await kindOf('themes/current')).toBeNull();
    const app = runOffers(account);
    const dealId = await account.promoDeal();
    await app.oliver(dealId, 0, { action: 'ask', terms: beyond });
    expect(await app.oliver(dealId, 1, { action: 'remind' })).toMatchObject({ ok: true, reminder: 'sent' });
    const guess = {
      action: 'approve',
      reason: 'known',
      revision: 1,
      by: 'Grace Whitfield',
      key: 'swiss clocks',
      userId: '94',
    } as const;
    expect(await app.decide(dealId, guess)).toMatchObject({ ok: false, code: 'wrong_key' });
    expect(await app.grace(dealId, 1, { action: 'approve', reason: 'known' })).toMatchObject({ ok: true });
    expect(await kindOf(`offer/${dealId}/1`)).toBe('offer');
  });

  it('with a key for seals deals are scored, nothing that grants is recorded, and the settings say what is to be done', async () => {
    const secrets = { POLICY_EDIT_KEY: 'cuckoo clocks', LEDGER_KEY: 'a-key-of-some-length' };
    const app = runOffers(account, { secrets });
    const dealId = await account.promoDeal();
    const saved = await app.main(scoreDeal)({
      propertiesToSend: await app.attest(dealId),
      parameters: { loaded: await app.captured(dealId), captured: await app.captured(dealId), readsEvidence: true },
    });
    expect(saved).toMatchObject({ ok: true });
    // A policy without a seal counts for nothing, and there is no place yet for the seal of another.
    expect(await app.oliver(dealId, 0, { action: 'offer', terms: within })).toMatchObject({ code: 'limits_unknown' });
    const current = async () => {
      const path = '/crm/v3/objects/p_terms_ledger/policy%2Fcurrent?idProperty=entry_key&properties=body,author';
      return (await account.api('GET', path)).properties;
    };
    const before = await current();
    const save = { key: 'cuckoo clocks', basedOn: 0, author: 'Ann Archer' };
    const settings = { model: defaultPolicy, app: starterAppSettings };
    expect(await app.page(savePolicy)({ parameters: { ...save, settings } })).toMatchObject({
      ok: false,
      code: 'not_installed',
      message: 'The app is not set up in this account. Run crm:install.',
    });
    expect(await current()).toEqual(before);
  });

  it('npm run rescore says what it leaves out', async () => {
    const dealId = await account.promoDeal();
    const { scored, failed, notes } = await rescoreAs(account, { all: true, dryRun: false, ids: [dealId] });
    expect({ scored, failed }).toEqual({ scored: 1, failed: 0 });
    expect(notes[0]).toBe(
      'The app was updated, and this account lacks what came with it: terms_evidence, terms_figures_assumed, terms_assumed_figures, terms_list_amount, terms_next_question=trial, terms_themes, terms_stated_cost_of_cash, terms_stated_loss_per_day, terms_break_even_rate, terms_gain_at_bank_rate. None of it is written. Run npm run crm:install, then this again.',
    );
  });

  it('a rescore goes through, and once the app is installed again brings what was left out', async () => {
    const app = runApp(account);
    const dealId = await account.promoDeal();
    const rescore = () => app.page(rescoreDeals)({ parameters: { dealIds: [dealId] } });
    expect(await rescore()).toMatchObject({ ok: true, scored: 1, failed: 0, unscored: [] });
    expect(await account.readDeal(dealId)).toMatchObject({
      terms_best_package: 'on_delivery/21/none',
      // A trial question is no choice yet.
      terms_next_question: null,
    });
    expect((await account.install()).complete).toBe(true);
    // As it runs every night: only what is stale, with nothing but what the guide grants it.
    expect(await rescoreAs(account, { all: false, dryRun: false, ids: [] })).toMatchObject({
      failed: 0,
      notes: ['Whether the app wrote the policy was not checked: set LEDGER_KEY to the secret of that name.'],
    });
    expect(await account.readDeal(dealId)).toMatchObject({
      terms_gain_at_bank_rate: '-2376.78',
      terms_next_question: 'trial',
      terms_figures_assumed: '1',
    });
    const stated = await save(dealId, { ...(await app.captured(dealId)), statedLossPerDay: 100 });
    expect(stated).toMatchObject({ ok: true, captured: { statedLossPerDay: 100 } });
  });
});
