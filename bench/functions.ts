import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionBytesOf, functionBytes } from '../commands/deploy/budgets.ts';
import { demoSecrets } from '../commands/start/demo-secrets.ts';
import { startAccount } from './account.ts';
import type { Account } from './account.ts';
import { actionsIn } from './actions.ts';
import type { Action } from './actions.ts';
import { median } from './measure.ts';
import type { Row } from './measure.ts';

const runs = 15;
const kilobyte = 1024;
const withSdk = "new (require('@hubspot/api-client').Client)({ accessToken: 'x' }).crm.deals.basicApi;";

/** What no function can do without: Node's HTTP, a hash, four calls one after the other, and the date in the account's time zone. */
const nodeAlone = `
const http = require('node:http'); require('node:https'); require('node:crypto');
const agent = new http.Agent({ keepAlive: true }), headers = { authorization: 'Bearer ' + process.env.PRIVATE_APP_ACCESS_TOKEN };
const call = () => new Promise((resolve, reject) => http.get(process.env.HUBSPOT_API_ORIGIN + '/crm/v3/owners', { agent, headers }, (answer) => { answer.resume().on('end', resolve); }).on('error', reject));
call().then(call).then(call).then(call).then(() => new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin' }).format());`;

type Run = { readonly ms: number; /** What the process wrote. */ readonly output: string };

/** One Node process from its start to its end. */
function runProcess(code: string, environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['-e', code], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text; });
    child.on('error', reject).on('close', (status) => {
      if (status === 0) resolve({ ms: performance.now() - start, output });
      else reject(new Error(`the process ended with ${String(status)}: ${output}`));
    });
  });
}

async function medianMs(run: () => Promise<Run>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < runs; time += 1) taken.push((await run()).ms);
  return median(taken);
}

function environmentOf(account: Account): Record<string, string> {
  return { ...demoSecrets, PRIVATE_APP_ACCESS_TOKEN: account.token, HUBSPOT_API_ORIGIN: account.origin };
}

async function nodeAloneRow(account: Account, emptyMs: number): Promise<Row> {
  const runAlone = (isReplayed: boolean) => {
    account.expectProcess(isReplayed);
    return runProcess(nodeAlone, environmentOf(account));
  };
  await runAlone(false);
  const overMs = (await medianMs(() => runAlone(true))) - emptyMs;
  return { what: 'cold start of Node alone: its HTTP modules, four calls, a date in a time zone', figure: `${overMs.toFixed(0)} ms over node -e 0 (${emptyMs.toFixed(0)} ms)`, baseline: '–', ratio: '–', goal: 'what is left of 40 ms', met: null };
}

/** The function once as HubSpot would run it, in a process of its own that fails unless the function succeeds. */
function runOnce(account: Account, bundle: string, context: object, before: string, isReplayed: boolean): Promise<Run> {
  account.expectProcess(isReplayed);
  const code = `${before}require(${JSON.stringify(bundle)}).main(${JSON.stringify(context)}).then((reply) => { if (!reply.ok) throw new Error(JSON.stringify(reply)); })`;
  return runProcess(code, environmentOf(account));
}

/** The calls one action makes in the emulator, then starts of its function that get the same answers from memory. */
async function actionRows(account: Account, { what, file, context, floor, why }: Action, functions: string, emptyMs: number): Promise<Row[]> {
  const bundle = join(functions, file);
  const handed = await context();
  const { output } = await runOnce(account, bundle, handed, '', false);
  const { apiCalls } = JSON.parse(output) as { apiCalls: number };
  const overMs = (await medianMs(() => runOnce(account, bundle, handed, '', true))) - emptyMs;
  const sdkMs = (await medianMs(() => runOnce(account, bundle, handed, withSdk, true))) - emptyMs;
  return [
    { what: `API calls: ${what}`, figure: String(apiCalls), baseline: `${floor}: ${why}`, ratio: `${(apiCalls / floor).toFixed(2)}×`, goal: 'the floor', met: apiCalls <= floor },
    {
      what: `cold start to answer: ${what} (${file})`, figure: `${overMs.toFixed(0)} ms over node -e 0 (${emptyMs.toFixed(0)} ms)`, baseline: `with the SDK unbundled: ${sdkMs.toFixed(0)} ms over it`,
      ratio: `${(overMs / sdkMs).toFixed(2)}×`, goal: '≤ 40 ms and ≤ 0.25×', met: overMs <= 40 && overMs <= 0.25 * sdkMs,
    },
  ];
}

function sizeRow(file: string, what: string, goalBytes: number): Row {
  const code = readFileSync(file);
  const kilobytes = gzipSync(code).length / kilobyte;
  const goalKilobytes = goalBytes / kilobyte;
  return { what: `size of ${what}`, figure: `${kilobytes.toFixed(1)} KB gzip`, baseline: `${(code.length / kilobyte).toFixed(0)} KB minified`, ratio: `${((kilobytes * kilobyte) / code.length).toFixed(2)}×`, goal: `≤ ${goalKilobytes} KB`, met: kilobytes <= goalKilobytes };
}

/** Calls, starts and sizes of what `npm run build` wrote. */
export async function bundleRows(build: string): Promise<Row[]> {
  const functions = join(build, 'hubspot', 'src', 'app', 'functions');
  const index = JSON.parse(readFileSync(join(build, 'extensions', 'index.json'), 'utf8')) as { uid: string; location: string; file: string }[];
  const account = await startAccount();
  const emptyMs = await medianMs(() => runProcess('0'));
  const rows = [await nodeAloneRow(account, emptyMs)];
  for (const action of await actionsIn(account)) rows.push(...(await actionRows(account, action, functions, emptyMs)));
  await account.stop();
  return [
    ...rows.sort((one, other) => one.what.localeCompare(other.what)),
    ...readdirSync(functions).filter((name) => name.endsWith('.js')).map((name) => sizeRow(join(functions, name), name, functionBytes)),
    ...index.map(({ uid, location, file }) => sizeRow(join(build, 'extensions', file), uid, extensionBytesOf(location === 'pages' ? 'page' : 'card'))),
  ];
}
