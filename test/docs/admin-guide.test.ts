import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dealProperties, expediteTicketProperties, ledgerProperties, starterAppSettings } from '@deal-terms/core/crm';
import type { LedgerKind } from '@deal-terms/core/crm';
import { apiCalls } from '../../serverless/runtime/api-calls.ts';
import { welcome } from '../../commands/start/welcome.ts';

const guide = readFileSync('docs/admin.md', 'utf8').replaceAll('’', "'");
const jsonFiles = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('-hsmeta.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { readonly config: Record<string, unknown> })
    .map(({ config }) => config);

it('says how many properties an account needs room for', () => {
  const [, deals, tickets] = /room for about (\d+) deal and (\d+) ticket properties/.exec(guide) ?? [];
  const rounded = [dealProperties, expediteTicketProperties].map(({ length }) => Math.round(length / 10) * 10);
  expect([deals, tickets].map(Number)).toEqual(rounded);
});

it('names every card, and where it is added', () => {
  const placeOf: Readonly<Record<string, string>> = {
    'crm.record.tab of deals': 'a tab of deals',
    'crm.record.sidebar of deals': 'the sidebar of deals',
    'crm.record.tab of tickets': 'a tab of tickets',
    'helpdesk.sidebar of tickets': 'the sidebar of the help desk',
  };
  const rows = [...guide.matchAll(/^\| \*(.+)\* \| (an? .+|the .+) \|$/gm)].map(([, name, where]) => [name, where]);
  const cards = jsonFiles('extensions/cards').map(({ name, location, objectTypes }) => ({
    name,
    place: placeOf[`${String(location)} of ${String(objectTypes)}`],
  }));
  expect(cards).toHaveLength(4);
  for (const { name, place } of cards)
    expect(rows.filter(([named, where]) => named === name && where?.includes(place ?? '?'))).toHaveLength(1);
});

it('names every secret functions want', () => {
  const wanted = jsonFiles('serverless/functions').flatMap(({ secretKeys }) => secretKeys as string[]);
  const named = [...guide.matchAll(/hs secret add ([A-Z_]+)\)/g)].map(([, name]) => name);
  expect([...new Set(wanted)].sort()).toEqual([...named].sort());
});

it('calls properties by their labels', () => {
  const labels = dealProperties.map(({ label }) => label.replaceAll('’', "'"));
  for (const label of [
    'Evidence',
    'Figures assumed',
    'Which figures are assumed',
    'Policy version',
    'Terms offers: log',
    "Why: the customer's own words",
  ]) {
    expect(guide).toContain(`*${label}*`);
    expect(labels).toContain(label);
  }
});

it('says where every kind of ledger entry is kept', () => {
  const words: Readonly<Record<LedgerKind, string>> = {
    account: 'time zone and currency',
    policy: 'policy versions and proposals',
    decision: 'decisions on requests',
    slot: 'week slots',
    totals: 'totals',
    offer: '`offer/<deal>/<n>`',
    attempt: 'tries at the code',
    reminder: 'which tasks were given',
    task: 'which tasks were given',
    themes: 'themes',
    meeting: 'meetings',
    scenario: 'scenarios',
  };
  const kinds = ledgerProperties.flatMap((property) => (property.name === 'kind' ? property.options : []));
  expect(kinds.map(({ value }) => value).sort()).toEqual(Object.keys(words).sort());
  const data = guide.slice(guide.indexOf('## Where data lives'), guide.indexOf('## What HubSpot attests'));
  for (const text of Object.values(words)) expect(data).toContain(text);
});

it('says truly that extensions fetch from nowhere else, and that the app deletes nothing', () => {
  const { permittedUrls } = (
    JSON.parse(readFileSync('extensions/app-hsmeta.json', 'utf8')) as { config: { permittedUrls: object } }
  ).config;
  expect(permittedUrls).toEqual({ fetch: [], iframe: [], img: [] });
  expect(apiCalls.filter(({ call }) => /DELETE|archive/.test(call))).toEqual([]);
});

it('knows the limits that hold before anybody has saved a policy', () => {
  expect(guide).toContain('5 % discount, no loss, no payment later than today');
  expect(starterAppSettings).toMatchObject({ maxDiscount: 0.05, minMargin: null, minGain: 0, maxDaysLater: 0 });
});

it('is right that an empty account shows the commands with both service keys', () => {
  const text = welcome({
    origin: 'http://127.0.0.1:5000',
    kind: 'empty',
    storyDealIds: [],
    folder: '.workbench',
  });
  const commands = text.split('\n').filter((line) => line.includes('HUBSPOT_ACCESS_TOKEN='));
  expect(commands.map((line) => line.trim())).toEqual([
    'HUBSPOT_API_ORIGIN=http://127.0.0.1:5000 HUBSPOT_ACCESS_TOKEN=pat-local-installation npm run crm:install',
    'HUBSPOT_API_ORIGIN=http://127.0.0.1:5000 HUBSPOT_ACCESS_TOKEN=pat-local-nightly-scores npm run rescore',
  ]);
  expect(text).toContain('LEDGER_KEY in .workbench/secrets.json: the one crm:install shows is for HubSpot.');
});
