import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { scorePropertyNames } from '@deal-terms/core/crm';
import type { FaultKind } from '../../workbench/emulator/index.ts';
import { installScopes, startAccount } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';

export const kills = 3;
export const faultsInHundred = 2;

/** What HubSpot and the way to it do now and then. Without those after which somebody has to act first: a token refused, the day's calls used up. */
const passingFaults: readonly FaultKind[] = [
  'burst_limit',
  'secondly_limit',
  'locked',
  'migrating',
  'server_error',
  'bad_gateway',
  'unavailable',
  'partial_batch',
  'reset_before',
  'reset_after',
  'truncated',
  'slow',
];

async function accountWithDeals(deals: number): Promise<Account> {
  const account = await startAccount();
  const answers = [
    { terms_cash_position: 'abundant', terms_urgency: 'high' },
    { terms_importance: 'standard_clause' },
    { terms_cash_position: 'tight', terms_forecast: 'willing', terms_relationship: 'established' },
    {},
  ];
  await account.emulator.bulkLoad(
    'deals',
    Array.from({ length: deals }, (_, place) => ({
      properties: {
        dealname: `Deal ${place}`,
        dealstage: 'appointmentscheduled',
        pipeline: 'default',
        closedate: '2099-12-01T00:00:00Z',
        terms_payment_plan: 'net 60',
        ...(place % 50 === 0 ? {} : { amount: String(10_000 + place) }),
        ...answers[place % answers.length],
      },
    })),
  );
  return account;
}

/** The command as people start it, in a folder of its own; `done` is its exit code, null when it was killed. */
function startCommand(
  account: Account,
  folder: string,
): { readonly child: ChildProcess; readonly done: Promise<number | null> } {
  const token = account.emulator.issueToken({ scopes: installScopes, sees: 'all', label: 'rescore' });
  const env = { PATH: process.env['PATH'], HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_API_ORIGIN: account.origin };
  const child = spawn(process.execPath, [join(process.cwd(), 'build', 'commands', 'rescore.mjs')], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  return { child, done: once(child, 'exit').then(([code]) => code as number | null) };
}

/** Runs the command until it says that all is done. */
async function runUntilDone(account: Account, folder: string): Promise<number> {
  for (let runs = 1; ; runs += 1) {
    if ((await startCommand(account, folder).done) === 0) return runs;
    if (runs === 20) throw new Error('rescore does not come to an end');
  }
}

/** Numbers in [0, 1), the same ones each time (Lehmer 1951, with the multiplier of Park and Miller 1993). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** All that scoring wrote, by deal; when it was written apart. */
async function scores({ api }: Account): Promise<ReadonlyMap<string, unknown>> {
  const names = scorePropertyNames.filter((name) => name !== 'terms_scored_at');
  const found = new Map<string, unknown>();
  for (let after = '0'; ;) {
    const page = (await api('POST', '/crm/v3/objects/deals/search', {
      limit: 200,
      filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'GT', value: after }] }],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: names,
    })) as unknown as { results: { id: string; properties: Record<string, string | null> }[] };
    for (const { id, properties } of page.results)
      found.set(
        id,
        names.map((name) => properties[name] ?? null),
      );
    if (page.results.length < 200) return found;
    after = page.results.at(-1)?.id ?? after;
  }
}

async function totals({ api }: Account): Promise<object> {
  const entry = await api('GET', '/crm/v3/objects/p_terms_ledger/totals?idProperty=entry_key&properties=body');
  return { ...(JSON.parse(entry.properties['body'] ?? '{}') as object), countedAt: '' };
}

/** Has the account's calls fail at random, and kills `running()` a number of times in the middle of a batch, evenly spread over those there are to write. */
function disturb(
  account: Account,
  batches: number,
  running: () => ChildProcess | null,
): { readonly happened: () => number } {
  const random = pseudoRandom(6);
  let [updates, happened, killAt] = [0, 0, batches / (kills + 1)];
  account.injectFault((request) => {
    if (request.url.endsWith('deals/batch/update') && (updates += 1) >= killAt && running()?.kill('SIGKILL') === true)
      killAt += batches / (kills + 1);
    if (random() < faultsInHundred / 100) {
      happened += 1;
      account.emulator.faults.inject({
        kind: passingFaults[Math.floor(random() * passingFaults.length)] ?? 'server_error',
        times: 1,
      });
    }
    return null;
  });
  return { happened: () => happened };
}

/**
 * `npm run rescore` over many deals, with faults and killed three times, beside one over the same deals that nothing disturbs: fails unless both accounts
 * end with the same scores and totals.
 */
export async function rescoreKilled(deals: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rescore-'));
  const [disturbed, undisturbed] = [await accountWithDeals(deals), await accountWithDeals(deals)];
  try {
    let running: ChildProcess | null = null;
    const { happened } = disturb(disturbed, deals / 100, () => running);
    for (let killed = 0; killed < kills; killed += 1) {
      let code: number | null = 1;
      while (code !== null) {
        const { child, done } = startCommand(disturbed, folder);
        running = child;
        code = await done;
        expect(code, 'it ended before it was killed').not.toBe(0);
      }
    }
    running = null;
    await runUntilDone(disturbed, folder);
    expect(await runUntilDone(undisturbed, folder)).toBe(1);
    const [expected, found] = [await scores(undisturbed), await scores(disturbed)];
    expect(expected.size).toBe(deals);
    expect([...found].filter(([id, score]) => JSON.stringify(score) !== JSON.stringify(expected.get(id)))).toEqual([]);
    expect(await totals(disturbed)).toEqual(await totals(undisturbed));
    expect(happened()).toBeGreaterThan(0);
  } finally {
    await Promise.all([disturbed.stop(), undisturbed.stop()]);
    rmSync(folder, { recursive: true });
  }
}
