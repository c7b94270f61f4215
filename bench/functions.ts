import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionBytesOf, functionBytesOf } from '../commands/deploy/budgets.ts';
import { demoSecrets } from '../commands/start/demo-secrets.ts';
import { startAccount } from './account.ts';
import type { Account } from './account.ts';
import { actionsIn } from './actions.ts';
import type { Action } from './action.ts';
import { median } from './measure.ts';
import type { Row } from './measure.ts';
import { buildUnbundled } from './unbundled.ts';

const rounds = 15;
const kilobyte = 1024;

/** What no function can do without: Node's HTTP, a random id, four calls one after the other, and a line of log. */
const nodeAlone = `
const http = require('node:http'); require('node:https'); require('node:crypto').randomUUID();
const agent = new http.Agent({ keepAlive: true }), headers = { authorization: 'Bearer ' + process.env.PRIVATE_APP_ACCESS_TOKEN };
const call = () => new Promise((resolve, reject) => http.get(process.env.HUBSPOT_API_ORIGIN + '/crm/v3/owners', { agent, headers }, (answer) => { answer.resume().on('end', resolve); }).on('error', reject));
call().then(call).then(call).then(call).then(() => console.log('{}'));`;

type Run = {
  /** From the start to the first thing it wrote, else to its end. */ readonly ms: number;
  /** What the process wrote. */ readonly output: string;
};

/** One Node process. A function writes its line of log when it has its answer. */
function runProcess(code: string, environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['-e', code], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let answeredMs: number | null = null;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      answeredMs ??= performance.now() - start;
      output += text;
    });
    child.on('error', reject).on('close', (status) => {
      if (status === 0) resolve({ ms: answeredMs ?? performance.now() - start, output });
      else reject(new Error(`the process ended with ${String(status)}: ${output}`));
    });
  });
}

/** Medians of what is run in turn, so that a machine that slows down slows all of them. */
async function mediansMs(...runs: readonly (() => Promise<Run>)[]): Promise<number[]> {
  const taken = runs.map((): number[] => []);
  for (let time = 0; time < rounds; time += 1)
    for (const [index, run] of runs.entries()) taken[index]?.push((await run()).ms);
  return taken.map(median);
}

const runEmpty = () => runProcess('0');

function environmentOf(account: Account): Record<string, string> {
  return { ...demoSecrets, PRIVATE_APP_ACCESS_TOKEN: account.token, HUBSPOT_API_ORIGIN: account.origin };
}

async function nodeAloneRow(account: Account): Promise<Row> {
  const runAlone = (isReplayed: boolean) => {
    account.expectProcess(isReplayed);
    return runProcess(nodeAlone, environmentOf(account));
  };
  await runAlone(false);
  const [empty = 0, alone = 0] = await mediansMs(runEmpty, () => runAlone(true));
  return {
    what: 'cold start of Node alone: its HTTP modules, four calls, a line of log',
    figure: `${(alone - empty).toFixed(0)} ms over node -e 0 (${empty.toFixed(0)} ms)`,
    baseline: '–',
    ratio: '–',
    goal: '–',
    met: null,
  };
}

/** The function once as HubSpot would run it, in a process of its own that fails unless the function succeeds. */
function runOnce(account: Account, file: string, context: object, isReplayed: boolean): Promise<Run> {
  account.expectProcess(isReplayed);
  const code = `require(${JSON.stringify(file)}).main(${JSON.stringify(context)}).then((reply) => { if (!reply.ok) throw new Error(JSON.stringify(reply)); })`;
  return runProcess(code, environmentOf(account));
}

/**
 * The calls one action makes in the emulator.
 *
 * @param functions - folder of the bundles
 * @param handed - what HubSpot hands to the function
 * @throws {Error} when the function does not succeed
 */
export async function apiCallsOf(account: Account, file: string, functions: string, handed: object): Promise<number> {
  const { output } = await runOnce(account, join(functions, file), handed, false);
  return (JSON.parse(output) as { apiCalls: number }).apiCalls;
}

/** The calls one action makes, then starts of its function that get the same answers from memory. */
async function actionRows(
  account: Account,
  { what, file, context, floor, why }: Action,
  functions: string,
  unbundled: string,
): Promise<Row[]> {
  const bundle = join(functions, file);
  const handed = await context();
  const apiCalls = await apiCallsOf(account, file, functions, handed);
  const [empty = 0, bundled = 0, apart = 0] = await mediansMs(
    runEmpty,
    () => runOnce(account, bundle, handed, true),
    () => runOnce(account, join(unbundled, file.replace(/js$/, 'cjs')), handed, true),
  );
  const [overMs, apartMs] = [bundled - empty, apart - empty];
  return [
    {
      what: `API calls: ${what}`,
      figure: String(apiCalls),
      baseline: `${floor}: ${why}`,
      ratio: `${(apiCalls / floor).toFixed(2)}×`,
      goal: 'the floor',
      met: apiCalls <= floor,
    },
    {
      what: `cold start to answer: ${what} (${file})`,
      figure: `${overMs.toFixed(0)} ms over node -e 0 (${empty.toFixed(0)} ms)`,
      baseline: `with its packages unbundled: ${apartMs.toFixed(0)} ms over it`,
      ratio: `${(overMs / apartMs).toFixed(2)}×`,
      goal: '≤ 0.5×',
      met: overMs <= 0.5 * apartMs,
    },
  ];
}

function sizeRow(file: string, what: string, goalBytes: number): Row {
  const code = readFileSync(file);
  const kilobytes = gzipSync(code).length / kilobyte;
  const goalKilobytes = goalBytes / kilobyte;
  return {
    what: `size of ${what}`,
    figure: `${kilobytes.toFixed(1)} KB gzip`,
    baseline: `${(code.length / kilobyte).toFixed(0)} KB minified`,
    ratio: `${((kilobytes * kilobyte) / code.length).toFixed(2)}×`,
    goal: `≤ ${goalKilobytes} KB`,
    met: kilobytes <= goalKilobytes,
  };
}

/** Calls, starts and sizes of what `npm run build` wrote. */
export async function bundleRows(build: string): Promise<Row[]> {
  const functions = join(build, 'hubspot', 'src', 'app', 'functions');
  const index = JSON.parse(readFileSync(join(build, 'extensions', 'index.json'), 'utf8')) as {
    uid: string;
    location: string;
    file: string;
  }[];
  const account = await startAccount();
  const actions = await actionsIn(account);
  const unbundled = await buildUnbundled(actions.map(({ file }) => file));
  const rows = [await nodeAloneRow(account)];
  for (const action of actions) rows.push(...(await actionRows(account, action, functions, unbundled)));
  await account.stop();
  rmSync(unbundled, { recursive: true });
  return [
    ...rows.sort((one, other) => one.what.localeCompare(other.what)),
    ...readdirSync(functions)
      .filter((name) => name.endsWith('.js'))
      .map((name) => sizeRow(join(functions, name), name, functionBytesOf(parse(name).name.replaceAll('-', '_')))),
    ...index.map(({ uid, location, file }) =>
      sizeRow(join(build, 'extensions', file), uid, extensionBytesOf(location === 'pages' ? 'page' : 'card')),
    ),
  ];
}
