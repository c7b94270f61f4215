import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { bundleRows } from '../bench/functions.ts';
import { scoringRows } from '../bench/scoring.ts';

/** `npm run bench`: measures on this machine, prints a table and writes `bench/results.json`. Nothing here is timed in CI. */
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
const rows = [...scoringRows(), ...bundleRows(join(process.cwd(), 'build'))];
console.log(`${machine}\n\n| what | figure | baseline in the same run | ratio | goal | met |\n|---|---|---|--:|---|---|`);
for (const { what, figure, baseline, ratio, goal, met } of rows) console.log(`| ${what} | ${figure} | ${baseline} | ${ratio} | ${goal} | ${met ? 'yes' : 'no'} |`);
writeFileSync(join('bench', 'results.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
