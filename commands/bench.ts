import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { browserRows } from '../bench/browser.ts';
import { bundleRows } from '../bench/functions.ts';
import { npmTestRow } from '../bench/npm-test.ts';
import { rescoreRows } from '../bench/rescore.ts';
import { scoringRows } from '../bench/scoring.ts';

/** `npm run bench`: measures on this machine, prints a table and writes `bench/results.json`. Nothing here is timed in CI. Needs Chromium (`CHROMIUM_PATH`, or the system's). */
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const load = loadavg()[0] ?? 0;
const rows = [];
for (const [name, measure] of [
  ['scoring', scoringRows],
  ['API calls, cold starts and sizes', () => bundleRows(join(process.cwd(), 'build'))],
  ['rescore', rescoreRows],
  ['in the browser', browserRows],
  ['npm test', async () => [await npmTestRow()]],
] as const) {
  console.error(`measuring ${name}`);
  rows.push(...(await measure()));
}
console.log(
  `${machine}, load ${load.toFixed(1)} at the start\n\n| what | figure | baseline in the same run | ratio | goal | met |\n|---|---|---|--:|---|---|`,
);
for (const { what, figure, baseline, ratio, goal, met } of rows)
  console.log(
    `| ${what} | ${figure} | ${baseline} | ${ratio} | ${goal} | ${met === null ? '–' : met ? 'yes' : 'no'} |`,
  );
writeFileSync(join('bench', 'results.json'), `${JSON.stringify({ machine, load, rows }, null, 2)}\n`);
