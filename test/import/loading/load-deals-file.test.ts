import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { dealsCsv, exportedPropertyNames } from '@deal-terms/core/insights';
import { importSummary } from '../../../commands/start/import-summary.ts';
import { openCheckpoint } from '../../../commands/rescore/checkpoint.ts';
import { rescoreAll } from '../../../commands/rescore/run.ts';
import { ImportFileError } from '../../../import/import-error.ts';
import { startAppWorkbench } from '../../../commands/start/app-workbench.ts';
import type { AppWorkbench } from '../../../commands/start/app-workbench.ts';

// The built app in an account of its own: `npm test` builds first.
const dataFolder = mkdtempSync(join(tmpdir(), 'workbench-import-'));
const asAdmin = 'pat-local-workbench';
let workbench: AppWorkbench | null = null;
const start = async (text: string) => {
  workbench = await startAppWorkbench({
    root: process.cwd(),
    dataFolder,
    port: 0,
    reset: false,
    isEmpty: false,
    generatedDeals: 0,
    clock: Date.now,
    onProgress: () => undefined,
    importFrom: { name: 'My deals.csv', bytes: new TextEncoder().encode(text), timeZone: 'Europe/Berlin' },
  });
  return workbench;
};
afterEach(async () => {
  await workbench?.close();
  workbench = null;
});
afterAll(() => rmSync(dataFolder, { recursive: true }));

type Deal = {
  readonly properties: Readonly<Record<string, string | null>>;
  readonly associations?: { readonly companies?: { readonly results: readonly { readonly id: string }[] } };
};
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${workbench?.origin ?? ''}${path}`, { headers: { authorization: `Bearer ${asAdmin}` } });
  return (await answer.json()) as T;
}
const dealsWith = async (properties: string) =>
  (await ask<{ results: Deal[] }>(`/crm/v3/objects/deals?limit=100&associations=companies&properties=${properties}`))
    .results;

const header =
  'Record ID;Deal Name;Pipeline;Deal Stage;Amount;Currency;Create Date;Close Date;Deal owner;Associated Company;Deal Type;Customer cash position;Payment terms today;Importance of payment terms;Champion’s words';
const file = `${header}
901;"Annual; range";Trade;Quote sent;60.000,50;EUR;2026-01-05 09:30;2099-06-30 00:00;Jane Doe;Alpha;New Business;Abundant;net 90;A standard clause;"we pay
whenever"
902;Restock;Trade;Quote sent;"1.500,00";EUR;2026-01-06 10:00;2099-07-01 00:00;Jane Doe;alpha;Renewal;;;;
903;No money;Trade;Won;plenty;EUR;;;;;;;;;
904;Odd;Trade;Quote sent;1;EUR;;;;;;Rich;;;
905;Short;Trade
`;

describe('an imported account', () => {
  it('holds the deals of the file, with all they belong to, and can be scored', async () => {
    const { kind, imported, folder } = await start(file);
    expect(kind).toBe('imported');
    expect(importSummary(imported!, folder)).toBe(`Imported 2 deals of 1 company.
3 rows were left out:
  Line 5: Amount: “plenty” is no number.
  Line 6: Customer cash position: “Rich” is none of Strained, Tight, Balanced, Positive, Abundant.
  Line 7: it has 3 fields where the header has 15.`);
    const deals = await dealsWith(
      'dealname,amount,closedate,dealstage,dealtype,terms_cash_position,terms_importance,imported_champion_s_words,imported_record_id_in_hubspot,hubspot_owner_id',
    );
    expect(deals.map(({ properties }) => properties)).toMatchObject([
      {
        dealname: 'Annual; range',
        amount: '60000.50',
        closedate: '2099-06-29T22:00:00.000Z',
        dealstage: 'quote_sent',
        dealtype: 'newbusiness',
        terms_cash_position: 'abundant',
        terms_importance: 'standard_clause',
        imported_champion_s_words: 'we pay\nwhenever',
        imported_record_id_in_hubspot: '901',
        hubspot_owner_id: '880003',
      },
      { dealname: 'Restock', amount: '1500.00', dealtype: 'Renewal', terms_cash_position: null },
    ]);
    expect(new Set(deals.map(({ associations }) => associations?.companies?.results[0]?.id)).size).toBe(1);

    const run = await rescoreAll({
      origin: workbench!.origin,
      accessToken: asAdmin,
      options: { all: false, dryRun: false, ids: [] },
      checkpoint: openCheckpoint(folder, []),
      nowMs: Date.now,
      onProgress: () => undefined,
      onProblem: () => undefined,
    });
    expect(run).toMatchObject({ deals: 2, scored: 2, changed: 2, skipped: 0, failed: 0 });
    await workbench!.close();
    expect((await start(file)).imported).toBeNull();
    expect((await dealsWith('terms_verdict')).every(({ properties }) => properties['terms_verdict'] !== null)).toBe(
      true,
    );
  });

  it('can be made of what the board exports of another one', async () => {
    await start(file);
    const names = `hs_object_id,${exportedPropertyNames.join(',')}`;
    const before = await dealsWith(names);
    const stages = new Map(
      (
        await ask<{ results: { stages: { id: string; label: string }[] }[] }>('/crm/v3/pipelines/deals')
      ).results.flatMap(({ stages: all }) => all.map(({ id, label }) => [id, label] as const)),
    );
    const csv = dealsCsv(
      before.map(({ properties }) => properties),
      { owner: () => 'Jane Doe', pipeline: () => 'Trade', stage: (id) => stages.get(id) ?? '', company: () => 'Alpha' },
      'Europe/Berlin',
    );
    await workbench!.close();
    expect((await start(csv)).imported).toMatchObject({ deals: 2, companies: 1, rejected: [], notes: [] });
    const comparable = ({ properties }: Deal) =>
      Object.fromEntries(
        Object.entries(properties)
          .filter(
            ([name]) =>
              !/^(hs_object_id|hs_lastmodifieddate|hs_primary_associated_company|terms_scored_at)$/.test(name),
          )
          .map(([name, value]) => [name, value !== null && /^\d+\.\d+$/.test(value) ? Number(value) : value]),
      );
    const asNumbers = (deals: readonly Deal[]) =>
      deals.map(comparable).map((deal) => ({
        ...deal,
        amount: Number(deal['amount']),
        amount_in_home_currency: Number(deal['amount_in_home_currency']),
      }));
    expect(asNumbers(await dealsWith(names))).toEqual(asNumbers(before));
  });

  it('is not made of a wrong file, and costs nobody an account', async () => {
    const before = readdirSync(join(dataFolder, 'imports'));
    await expect(start('First Name,Email\nA,B')).rejects.toThrow(ImportFileError);
    await expect(start('Deal Name,Deal Stage,Amount\nA,Won,lots')).rejects.toThrow(
      'There is no row that can be imported.\nLine 2: Amount: “lots” is no number.',
    );
    expect(readdirSync(join(dataFolder, 'imports'))).toEqual(before);
  });
});
