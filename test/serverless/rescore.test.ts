import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../commands/rescore/checkpoint.ts';
import type { RescoreOptions } from '../../commands/rescore/options.ts';
import { rescoreAll } from '../../commands/rescore/run.ts';
import { nowMs, startAccount } from './account.ts';
import type { Account } from './account.ts';

const deals = 450;
let account: Account;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rescore-'));
  account = await startAccount();
  const inputs = Array.from({ length: deals }, (_, index) => ({
    properties: { dealname: `Deal ${index}`, dealstage: 'appointmentscheduled', pipeline: 'default', closedate: '2026-12-01T00:00:00Z', ...(index % 50 === 0 ? {} : { amount: String(10_000 + index) }), terms_cash_position: 'abundant', terms_payment_plan: 'net 60' },
  }));
  for (let start = 0; start < deals; start += 100) await account.api('POST', '/crm/v3/objects/deals/batch/create', { inputs: inputs.slice(start, start + 100) });
}, 60_000);
afterEach(async () => {
  await account.stop();
  rmSync(folder, { recursive: true });
});

const everything: RescoreOptions = { all: true, dryRun: false, ids: [] };
const onlyStale: RescoreOptions = { ...everything, all: false };

async function run(options: RescoreOptions, onProgress: () => void = () => undefined) {
  const accessToken = account.emulator.issueToken({ scopes: ['crm.objects.deals.read', 'crm.objects.deals.write', 'crm.objects.custom.read'], sees: 'all', label: 'rescore' });
  const problems: string[] = [];
  const { apiCalls, deals: seen, scored, changed, skipped, failed } = await rescoreAll({
    origin: account.origin, accessToken, options, nowMs: () => nowMs, onProgress, onProblem: (_, reason) => problems.push(reason), checkpoint: openCheckpoint(folder, [String(options.all), ...options.ids]),
  });
  return { apiCalls, deals: seen, scored, changed, skipped, failed, problems, requests: account.emulator.requestLog.entries(accessToken).map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`) };
}

/** Every deal's score, as stored. */
async function scores(): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let after = '0'; found.length < deals; after = String(Number(after) + 200)) {
    const page = (await account.api('POST', '/crm/v3/objects/deals/search', { limit: 200, after, sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }], properties: ['terms_negotiability', 'terms_score_inputs', 'terms_best_trade'] })) as unknown as { results: { properties: Record<string, string> }[] };
    found.push(...page.results.map(({ properties: { terms_negotiability, terms_score_inputs, terms_best_trade } }) => [terms_negotiability, terms_score_inputs, terms_best_trade]));
  }
  return found;
}

describe('rescoreAll', () => {
  it('scores every open deal with the fewest calls, and changes nothing the second time', async () => {
    const first = await run(everything);
    expect(first).toMatchObject({ deals: 450, scored: 441, changed: 441, skipped: 9, failed: 0 });
    expect(first.problems).toEqual(Array.from({ length: 9 }, () => 'it has no amount'));
    // The floor for 450 deals: 3 searches, 5 batch reads, 5 batch updates, and one read of the ledger.
    expect(first.apiCalls).toBe(14);
    const second = await run(everything);
    expect(second).toMatchObject({ deals: 450, scored: 441, changed: 0 });
    expect(second.requests.filter((request) => request.includes('batch/update'))).toEqual([]);
  }, 60_000);

  it('takes only stale and unscored deals unless told otherwise', async () => {
    await run(onlyStale);
    const [{ id }] = (await account.api('POST', '/crm/v3/objects/deals/search', { limit: 1, filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ', value: '10007' }] }] }) as unknown as { results: [{ id: string }] }).results;
    await account.updateDeal(id, { amount: '20000' });
    expect(await run(onlyStale)).toMatchObject({ deals: 450, scored: 1, changed: 1 });
  }, 60_000);

  it('writes nothing on a dry run, and only named deals when named', async () => {
    expect(await run({ ...everything, dryRun: true })).toMatchObject({ changed: 441 });
    const { results } = (await account.api('POST', '/crm/v3/objects/deals/search', { limit: 2, filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'HAS_PROPERTY' }, { propertyName: 'terms_scored_at', operator: 'NOT_HAS_PROPERTY' }] }] })) as unknown as { results: { id: string }[] };
    expect(results).toHaveLength(2);
    const named = await run({ ...everything, ids: [...results.map(({ id }) => id), '999999999999'] });
    expect(named).toMatchObject({ deals: 3, changed: 2, failed: 1, problems: ['there is no such deal'] });
  }, 60_000);

  it('goes on where it was killed, and ends as if it had not been', async () => {
    let pages = 0;
    await expect(run(everything, () => {
      pages += 1;
      if (pages === 2) throw new Error('killed');
    })).rejects.toThrow('killed');
    const resumed = await run(everything);
    expect(resumed).toMatchObject({ deals: 450, changed: 441 });
    expect(resumed.requests.filter((request) => request.endsWith('/search'))).toHaveLength(1);
    const afterKill = await scores();
    expect((await run(everything)).changed).toBe(0);
    expect(await scores()).toEqual(afterKill);
  }, 60_000);

  it('writes the others when HubSpot refuses one, and says which', async () => {
    account.injectFault(null);
    const { results } = (await account.api('POST', '/crm/v3/objects/deals/search', { limit: 1, filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ', value: '10001' }] }] })) as unknown as { results: [{ id: string }] };
    const refused = results[0].id;
    account.injectFault((request) => {
      if (!request.url.endsWith('/batch/update')) return null;
      return request.clone().text().then((body) => (body.includes(`"${refused}"`)
        ? Response.json({ status: 'error', message: 'Property values were not valid', correlationId: 'c', category: 'VALIDATION_ERROR' }, { status: 400 })
        : account.emulator.fetch(request)));
    });
    expect(await run(everything)).toMatchObject({ changed: 440, failed: 1, problems: expect.arrayContaining(['HubSpot refused it (validation)']) as unknown });
  }, 60_000);
});
