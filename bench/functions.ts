import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, timed } from './measure.ts';
import type { Row } from './measure.ts';

const runs = 15;
const kilobyte = 1024;

function wallMs(code: string): number {
  return median(timed(runs, () => {
    const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', env: { PATH: process.env['PATH'], PRIVATE_APP_ACCESS_TOKEN: 'bench' } });
    if (status !== 0) throw new Error(stderr);
  }));
}

/** Cold start without an API call: process start, load, and the answer to a call without a deal. */
function coldStartRows(folder: string, names: readonly string[]): Row[] {
  const empty = wallMs('0');
  const sdk = wallMs("new (require('@hubspot/api-client').Client)({ accessToken: 'x' }).crm.deals.basicApi");
  return names.map((name) => {
    const over = wallMs(`require(${JSON.stringify(join(folder, name))}).main({ propertiesToSend: {}, parameters: {} })`) - empty;
    return {
      what: `cold start of ${name}, no API call`, figure: `${over.toFixed(0)} ms over node -e 0 (${empty.toFixed(0)} ms)`, baseline: `SDK unbundled ${(sdk - empty).toFixed(0)} ms over it`,
      ratio: `${(over / (sdk - empty)).toFixed(2)}×`, goal: '≤ 40 ms and ≤ 0.25×', met: over <= 40 && over <= 0.25 * (sdk - empty),
    };
  });
}

function sizeRow(file: string, what: string, goalKilobytes: number): Row {
  const code = readFileSync(file);
  const kilobytes = gzipSync(code).length / kilobyte;
  return { what: `size of ${what}`, figure: `${kilobytes.toFixed(1)} KB gzip`, baseline: `${(code.length / kilobyte).toFixed(0)} KB minified`, ratio: `${((kilobytes * kilobyte) / code.length).toFixed(2)}×`, goal: `≤ ${goalKilobytes} KB`, met: kilobytes <= goalKilobytes };
}

/** Start and size of what `npm run build` wrote. */
export function bundleRows(build: string): Row[] {
  const functions = join(build, 'hubspot', 'src', 'app', 'functions');
  const names = readdirSync(functions).filter((name) => name.endsWith('.js'));
  const index = JSON.parse(readFileSync(join(build, 'extensions', 'index.json'), 'utf8')) as { uid: string; file: string }[];
  return [
    ...coldStartRows(functions, names),
    ...names.map((name) => sizeRow(join(functions, name), name, 40)),
    ...index.map(({ uid, file }) => sizeRow(join(build, 'extensions', file), uid, 60)),
  ];
}
