import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAppWorkbench } from '../../commands/start/app-workbench.ts';
import type { AppWorkbench } from '../../commands/start/app-workbench.ts';
import { createDemoClock } from '../../demo/demo-clock.ts';
import { runLives } from '../../demo/history/lives.ts';
import type { Life } from '../../demo/history/lives.ts';

// The demo as `npm start` opens it, two years of it made by the app's own steps. `npm test` builds first.
const dataFolder = mkdtempSync(join(tmpdir(), 'workbench-history-'));
const dayMs = 86_400_000;
let startedMs: number;
const progress: string[] = [];
const start = () =>
  startAppWorkbench({
    root: process.cwd(),
    dataFolder,
    port: 0,
    reset: false,
    isEmpty: false,
    generatedDeals: 0,
    hasHistory: true,
    clock: Date.now,
    onProgress: (what, done, total) => {
      if (done >= total) progress.push(what);
    },
  });

type Row = { readonly id: string; readonly properties: Readonly<Record<string, string | null>> };
type Page = { readonly results: readonly Row[]; readonly paging?: { readonly next?: { readonly after: string } } };
type Event = {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly answer?: string;
  readonly outcome?: { readonly deliveredOn: string | null; readonly paidOn: string | null };
};

let workbench: AppWorkbench;
let deals: readonly Row[];
let tickets: readonly Row[];
const ask = async (path: string, body: unknown, token = 'pat-local-workbench'): Promise<unknown> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return (await fetch(workbench.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};
async function every(type: string, properties: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined = '0'; after !== undefined;) {
    const page = (await ask(`/crm/v3/objects/${type}/search`, {
      filterGroups: [],
      properties,
      limit: 200,
      after,
    })) as Page;
    rows.push(...page.results);
    after = page.paging?.next?.after;
  }
  return rows;
}
const logOf = ({ properties }: Row) => JSON.parse(properties['terms_offer_log'] || '[]') as readonly Event[];
const counted = (values: readonly (string | null | undefined)[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value ?? '', values.filter((one) => one === value).length]));

beforeAll(async () => {
  workbench = await start();
  startedMs = Date.now();
  deals = await every('deals', [
    'dealname',
    'closedate',
    'hs_is_closed',
    'dealstage',
    'hubspot_owner_id',
    'terms_offer_log',
    'terms_offer_status',
    'terms_offered_at',
    'terms_concessions',
    'terms_customer_why',
    'terms_themes',
    'terms_verdict',
    'terms_evidence',
    'terms_expedite_status',
    'terms_expedite_date',
  ]);
  tickets = await every('tickets', ['hs_pipeline_stage']);
}, 180_000);
afterAll(async () => {
  await workbench.close();
  rmSync(dataFolder, { recursive: true });
});

describe('a demo company with two years behind it', () => {
  it('had offers answered in every quarter of them, by every owner, in every way', () => {
    const events = deals.flatMap(logOf);
    const answers = events.filter(({ action }) => action === 'answer');
    expect(answers.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(counted(answers.map(({ answer }) => answer))).sort()).toEqual([
      'accepted',
      'no_answer',
      'refused_price',
      'refused_terms',
      'wanted_more',
    ]);
    const quartersAgo = answers.map(({ at }) => Math.floor((startedMs - Date.parse(at)) / (dayMs * 91.5)));
    expect(Object.keys(counted(quartersAgo.map(String))).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(Object.keys(counted(answers.map(({ by }) => by))).sort()).toEqual([
      'Lena Brandt',
      'Mason Reed',
      'Oliver Hughes',
    ]);
    for (const deal of deals) {
      const times = logOf(deal).map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(times.every((at) => Date.parse(at) <= Date.now())).toBe(true);
    }
  });

  it('delivered and was paid, and did not always get what it gave for', () => {
    const outcomes = deals.flatMap((deal) => logOf(deal).flatMap(({ outcome }) => outcome ?? []));
    const settled = deals.filter((deal) =>
      logOf(deal).some(({ outcome }) => (outcome?.deliveredOn ?? null) !== null && outcome?.paidOn !== null),
    );
    expect(outcomes.length).toBeGreaterThan(settled.length);
    expect(settled.length).toBeGreaterThanOrEqual(10);
    const concessions = counted(settled.map(({ properties }) => properties['terms_concessions']));
    expect(concessions['earned']).toBeGreaterThan(concessions['not_earned'] ?? 0);
    expect(concessions['not_earned']).toBeGreaterThanOrEqual(3);
    expect(deals.filter(({ properties }) => properties['dealstage'] === 'closedlost').length).toBeGreaterThan(5);
  });

  it('has work for today: approvals, offers without an answer for a week, deals past their close date', () => {
    const open = deals.filter(({ properties }) => properties['hs_is_closed'] === 'false');
    const status = counted(open.map(({ properties }) => properties['terms_offer_status']));
    expect(status).toMatchObject({ awaiting_approval: 3, offered: 4, agreed: 2, wanted_more: 1, refused: 2 });
    const old = open.filter(
      ({ properties }) =>
        properties['terms_offer_status'] === 'offered' &&
        startedMs - Date.parse(properties['terms_offered_at'] ?? '') > 7 * dayMs,
    );
    expect(old).toHaveLength(3);
    expect(open.filter(({ properties }) => Date.parse(properties['closedate'] ?? '') < startedMs)).toHaveLength(3);
  });

  it('knows what customers are after: reasons in several languages, and what they are about', () => {
    const said = deals.flatMap(({ properties }) => properties['terms_customer_why'] ?? []);
    expect(said.length).toBeGreaterThanOrEqual(40);
    expect(said.some((why) => why.includes('Aktionswoche'))).toBe(true);
    const themes = new Set(deals.flatMap(({ properties }) => properties['terms_themes']?.split(';') ?? []));
    expect([...themes].sort()).toEqual(
      expect.arrayContaining(['payment_runs', 'promotion_dates', 'stock_outs', 'storage']),
    );
  });

  it('met about it, and knows what became of what was decided', async () => {
    const { response } = (await ask('/workbench/api/functions/open_meeting', { parameters: {} }, 'user-grace')) as {
      response: {
        tasks: Readonly<Record<string, string>>;
        record: { decisions: readonly { id: string; outcome: string; subject: { kind: string; id: string } }[] };
      };
    };
    const { tasks, record } = response;
    expect(record.decisions.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['safety-stock', 'done'],
      ['second-warehouse', 'dropped'],
      ['invoice-days', 'done'],
      ['press-week', 'open'],
      ['saturday-shift', 'open'],
    ]);
    expect(tasks).toEqual({ 'press-week': 'open', 'saturday-shift': 'open' });
    const gift = deals.find(({ properties }) => properties['dealname'] === 'Harrow & Pine – Heritage gift hall');
    expect(record.decisions.at(-1)?.subject).toEqual({ kind: 'deal', id: gift?.id });
  });

  it('has requests for speed in every state, and a week that is full', () => {
    expect(counted(deals.map(({ properties }) => properties['terms_expedite_status']))).toMatchObject({
      requested: 2,
      held: 2,
      countered: 1,
      approved: 2,
      declined: expect.any(Number) as number,
      shipped: expect.any(Number) as number,
    });
    expect(tickets.length).toBeGreaterThanOrEqual(14);
    const nextWeeks = deals.flatMap(({ properties: { terms_expedite_status: status, terms_expedite_date: date } }) =>
      (status === 'held' || status === 'approved') && date != null ? [date] : [],
    );
    // Two slots a week, and two deliveries promised for one day of it.
    expect(Math.max(...Object.values(counted(nextWeeks)))).toBe(2);
  });

  it('scored every deal that can be scored, without anybody typing', () => {
    const unscored = deals.filter(
      ({ properties }) => properties['hs_is_closed'] === 'false' && properties['terms_verdict'] === null,
    );
    expect(unscored.map(({ properties }) => properties['dealname']).sort()).toEqual([
      'Alpenglück Handels GmbH – Private label enquiry',
      'Sakura Department Store – European Christmas floor',
    ]);
  });

  it('knows by a property of its own how much a customer may owe', () => {
    const deal = deals.find(({ properties }) => properties['dealname']?.endsWith('Cuckoo clocks for river ships'));
    expect(JSON.parse(deal?.properties['terms_evidence'] ?? '{}')).toMatchObject({
      creditLimit: { value: 50_000, source: 'property', label: 'Insured credit limit' },
    });
  });

  it('is kept: a second start makes nothing of it again', async () => {
    expect(progress).toContain('deals of two years');
    await workbench.close();
    progress.length = 0;
    workbench = await start();
    expect(progress).toEqual([]);
    expect(await every('deals', [])).toHaveLength(deals.length);
  });
});

describe('runLives', () => {
  it('lets lives go on side by side in the order of their times, never back, and leaves out what is still to come', async () => {
    const clock = createDemoClock(() => 1_000);
    const happened: string[] = [];
    async function* life(name: string, times: readonly number[]): Life {
      for (const atMs of times) {
        yield atMs;
        await Promise.resolve();
        happened.push(`${name} ${clock.nowMs()}`);
      }
    }
    const ended: number[] = [];
    await runLives([life('one', [10, 50, 2_000]), life('two', [20, 15, 60])], clock, 1_000, (count) => {
      ended.push(count);
    });
    expect(happened).toEqual(['one 10', 'two 20', 'two 20', 'one 50', 'two 60']);
    expect(ended).toEqual([1, 2]);
    expect(clock.nowMs()).toBe(1_000);
  });
});
