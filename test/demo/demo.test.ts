import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCustomerProfile } from '@deal-terms/core/crm';
import { AccountKindError, startAppWorkbench } from '../../commands/start/app-workbench.ts';
import type { AppWorkbench, AppWorkbenchOptions } from '../../commands/start/app-workbench.ts';
import { runInstall } from '../../commands/start/run-install.ts';
import { localKeys } from '../../commands/start/service-keys.ts';

// The built app in a real account: `npm test` builds first.
const dataFolder = mkdtempSync(join(tmpdir(), 'workbench-demo-'));
const dayMs = 86_400_000;
/** Functions run by the real clock; the account may not be behind it. */
let nowMs = Date.now();
const progress: string[] = [];
const start = (options: Partial<AppWorkbenchOptions> = {}) =>
  startAppWorkbench({
    root: process.cwd(),
    dataFolder,
    port: 0,
    reset: false,
    isEmpty: false,
    generatedDeals: 0,
    hasHistory: false,
    clock: () => nowMs,
    onProgress: (what, done, total) => {
      if (done >= total) progress.push(`${total} ${what}`);
    },
    ...options,
  });

let workbench: AppWorkbench;
beforeAll(async () => {
  workbench = await start();
});
afterAll(async () => {
  await workbench.close();
  rmSync(dataFolder, { recursive: true });
});

const asAdmin = 'pat-local-workbench';
async function ask<T>(method: string, path: string, body?: unknown, token = asAdmin): Promise<T> {
  const answer = await fetch(workbench.origin + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}
type Page = {
  readonly total: number;
  readonly results: readonly { readonly id: string; readonly properties: Readonly<Record<string, string | null>> }[];
};
const search = (
  filters: readonly { propertyName: string; operator: string; value?: string }[],
  properties: readonly string[] = [],
  token = asAdmin,
) =>
  ask<Page>(
    'POST',
    '/crm/v3/objects/deals/search',
    { filterGroups: filters.length === 0 ? [] : [{ filters }], properties, limit: 100 },
    token,
  );

describe('startAppWorkbench', () => {
  it('says what it puts into a new account', () => {
    expect(progress).toEqual([
      '1 app set up',
      '24 customers',
      '60 deals',
      '18 invoices',
      '26 deals scored by the app',
      '7 offers recorded by the app',
    ]);
    expect(workbench.kind).toBe('demo');
  });

  it('keeps its policy sealed: what somebody types into the ledger counts for nothing', async () => {
    const [entry] = (
      await ask<Page>('POST', '/crm/v3/objects/p_terms_ledger/search', {
        filterGroups: [{ filters: [{ propertyName: 'entry_key', operator: 'EQ', value: 'policy/current' }] }],
        properties: ['body', 'author', 'seal'],
      })
    ).results;
    expect(entry!.properties).toMatchObject({
      author: 'Henrik Vogel',
      seal: expect.stringMatching(/^[0-9a-f]{8}:\d+:.{43}$/) as string,
    });
    const warnings = async (body: string) => {
      await ask('PATCH', `/crm/v3/objects/p_terms_ledger/${entry!.id}`, { properties: { body } });
      const { response } = await ask<{
        response: { policy: { warning: string | null; app: { maxDiscount: number } } };
      }>('POST', '/workbench/api/functions/open_board', { parameters: {} }, 'user-grace');
      return [response.policy.warning, response.policy.app.maxDiscount];
    };
    const body = entry!.properties['body'] ?? '';
    expect(await warnings(body.replace('0.05', '0.5'))).toEqual([
      'The policy in force was not written by the app. Version 1, the newest that can be used, stands in.',
      0.05,
    ]);
    expect(await warnings(body)).toEqual([null, 0.05]);
  });

  it('has colleagues’ deals scored, of every verdict and band', async () => {
    const { total, results } = await search(
      [{ propertyName: 'terms_verdict', operator: 'HAS_PROPERTY' }],
      ['terms_verdict', 'terms_negotiability_band', 'terms_policy_version'],
    );
    expect(total).toBe(26);
    expect([...new Set(results.map(({ properties }) => properties['terms_verdict']))].sort()).toEqual([
      'explore',
      'hold',
      'trade',
    ]);
    expect([...new Set(results.map(({ properties }) => properties['terms_negotiability_band']))].sort()).toEqual([
      'high',
      'low',
      'medium',
    ]);
    expect(new Set(results.map(({ properties }) => properties['terms_policy_version']))).toEqual(new Set(['1']));
  });

  it('shows each person what they may see', async () => {
    const [mine, all] = await Promise.all([search([], [], 'user-oliver'), search([], [], 'user-grace')]);
    expect([mine.total, all.total]).toEqual([20, 60]);
    const [lenas] = (await search([{ propertyName: 'hubspot_owner_id', operator: 'EQ', value: '880002' }])).results;
    const answer = await fetch(`${workbench.origin}/crm/v3/objects/deals/${lenas!.id}`, {
      headers: { authorization: 'Bearer user-oliver' },
    });
    expect(answer.status).toBe(404);
  });

  it('knows margin, terms, lateness and relationship of a customer with history before anybody types', async () => {
    const { results } = await ask<{ results: { name: string }[] }>('GET', '/crm/v3/properties/deals');
    const opened = async (name: string) => {
      const [deal] = (await search([{ propertyName: 'dealname', operator: 'EQ', value: name }])).results;
      const objectQuery = {
        objectId: deal!.id,
        objectTypeId: '0-3',
        objectPropertyNames: results.map((one) => one.name),
      };
      return ask('POST', '/workbench/api/functions/open_deal', { objectQuery, parameters: {} }, 'user-grace');
    };
    expect(await opened('Maison du Cadeau – Trade fair follow-up')).toMatchObject({
      response: {
        ok: true,
        evidence: {
          grossMargin: { value: 0.355556, source: 'line_items', count: 1 },
          paymentPlan: { value: 'net 30', source: 'invoices', count: 5 },
          daysBeyondTerms: { value: 24, source: 'invoices', count: 4 },
          relationship: { value: 'established', source: 'invoices', count: 4 },
          overdue: { value: 4200, count: 1 },
          missing: [],
        },
      },
    });
    expect(await opened('Rheinblick Flusskreuzfahrten – Summer festival merchandise')).toMatchObject({
      response: {
        evidence: {
          grossMargin: { value: 0.4025, count: 2 },
          lineAmount: { value: 24_000 },
          paymentPlan: { value: 'net 60', source: 'quote' },
          relationship: { value: 'established', source: 'deals', count: 1 },
        },
      },
    });
  });

  it('lets the app do only what its manifest asks for', async () => {
    const { results } = await ask<{ results: { name: string }[] }>('GET', '/crm/v3/properties/deals');
    const objectPropertyNames = results.map(({ name }) => name);
    const [promotion] = workbench.storyDealIds;
    const nobodys = { objectQuery: { objectId: promotion, objectTypeId: '0-3', objectPropertyNames }, parameters: {} };
    expect(await ask('POST', '/workbench/api/functions/open_deal', nobodys, 'user-lena')).toMatchObject({
      message: 'internal error',
    });
    expect(await ask('POST', '/workbench/api/functions/open_deal', nobodys, 'user-oliver')).toMatchObject({
      response: { ok: true, policy: { version: 1 }, account: { homeCurrency: 'EUR', timeZone: 'Europe/Berlin' } },
    });
  });

  it('scores the promo retailer as the model does once it is answered, and keeps it over a restart', async () => {
    const { results } = await ask<{ results: { name: string }[] }>('GET', '/crm/v3/properties/deals');
    const objectPropertyNames = results.map(({ name }) => name);
    const [promotion = ''] = workbench.storyDealIds;
    const facts = { paymentPlan: 'net 90', grossMargin: 0.45, leadTimeDays: 42 };
    const unanswered = { ...decodeCustomerProfile({}), ...facts };
    const { properties: deal } = await ask<Page['results'][number]>(
      'GET',
      `/crm/v3/objects/deals/${promotion}?properties=closedate`,
    );
    const neededBy = new Date(Date.parse(deal['closedate']!) + 21 * dayMs).toISOString().slice(0, 10);
    const captured = {
      ...unanswered,
      cashPosition: 'abundant',
      termsImportance: 'standard_clause',
      urgency: 'high',
      relationship: 'new',
      neededBy,
    };
    const call = {
      parameters: { loaded: unanswered, captured },
      objectQuery: { objectId: promotion, objectTypeId: '0-3', objectPropertyNames },
    };
    expect(await ask('POST', '/workbench/api/functions/score_deal', call, 'user-oliver')).toMatchObject({
      response: { ok: true },
    });
    const properties =
      'terms_best_package,terms_recommended_discount,terms_seller_gain,terms_customer_gain,terms_negotiability,terms_verdict';
    const expected = {
      terms_best_package: 'on_delivery/21/none',
      terms_recommended_discount: '0.02',
      terms_seller_gain: '3197.49',
      terms_customer_gain: '3785.34',
      terms_negotiability: '99.9969',
      terms_verdict: 'trade',
    };
    expect(await ask('GET', `/crm/v3/objects/deals/${promotion}?properties=${properties}`)).toMatchObject({
      properties: expected,
    });

    await workbench.close();
    nowMs += dayMs;
    workbench = await start({ generatedDeals: 150 });
    expect(workbench.storyDealIds[0]).toBe(promotion);
    expect(await ask('GET', `/crm/v3/objects/deals/${promotion}?properties=${properties}`)).toMatchObject({
      properties: expected,
    });
    expect((await search([])).total).toBe(210);
  });

  it('knows an account again whose note was lost', async () => {
    const { storyDealIds } = workbench;
    await workbench.close();
    const note = join(dataFolder, 'contents.json');
    const noted = JSON.parse(readFileSync(note, 'utf8')) as unknown;
    rmSync(note);
    workbench = await start();
    expect([workbench.kind, workbench.storyDealIds, workbench.setAside]).toEqual(['demo', storyDealIds, null]);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual(noted);
    expect((await search([])).total).toBe(210);
  });

  it('adds only the generated deals that are missing', async () => {
    await workbench.close();
    workbench = await start({ generatedDeals: 200 });
    expect((await search([])).total).toBe(260);
    await workbench.close();
    workbench = await start({ generatedDeals: 100 });
    expect((await search([])).total).toBe(260);
  });

  it('does not turn a demo account into an empty one unasked, nor sell to nobody', async () => {
    await workbench.close();
    await expect(start({ isEmpty: true })).rejects.toThrow(
      new AccountKindError('There is a demo account already. --reset --empty throws it away.'),
    );
    workbench = await start({ isEmpty: true, reset: true });
    expect([workbench.kind, (await search([])).total]).toEqual(['empty', 0]);
    expect(await ask('GET', '/crm/v3/objects/p_terms_ledger')).toMatchObject({ status: 'error' });
    const script = join('build', 'commands', 'crm-install.mjs');
    const { origin } = workbench;
    await expect(runInstall({ script, origin, token: localKeys.rescoring })).rejects.toThrow('The key lacks 4 scopes');
    await runInstall({ script, origin, token: localKeys.installation });
    expect(await ask('GET', '/crm/v3/objects/p_terms_ledger')).toMatchObject({ results: [{}] });
    await workbench.close();
    await expect(start({ generatedDeals: 5 })).rejects.toThrow(AccountKindError);
    workbench = await start();
    expect(workbench.kind).toBe('empty');
  });
});
