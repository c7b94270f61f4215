import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ensureChromium } from './test/chromium.ts';

/**
 * `npm test`: everything CI runs — types, lint, then unit, service, fault and browser tests. `test <part>` runs one part, `test endurance` what takes too long for CI,
 * `test hubspot` the browser's journeys with HubSpot's limits and a search that lags.
 * What waits for a browser or for a fault to pass leaves room for the rest, so the whole runs in two lanes. Ends with one line `N passed, N failed`.
 */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numTotalTests: z.number(),
  success: z.boolean(),
});
type Report = z.infer<typeof reportSchema>;

/** Lanes speak a piece at a time; one alone has the terminal. */
function node(
  script: string,
  args: readonly string[],
  isAlone: boolean,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env,
  });
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  return new Promise((resolve) =>
    child.once('close', (status) => {
      resolve(status === 0);
    }),
  );
}

async function check(what: string, script: string, ...args: string[]): Promise<boolean> {
  const passed = await node(script, args, false);
  console.log(`${what}: ${passed ? 'passed' : 'failed'}`);
  return passed;
}

async function checkSources(): Promise<boolean> {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  let passed = await check('Format', join('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '.');
  passed = (await check('Lint', join('node_modules', 'eslint', 'bin', 'eslint.js'), '.')) && passed;
  for (const project of ['.', 'src', 'extensions'])
    passed = (await check(`Types of ${project}`, tsc, '--noEmit', '-p', project)) && passed;
  return passed;
}

/** Nothing the tests start may reach an account by accident. */
function testEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HUBSPOT_')));
}

async function runTests(projects: readonly string[], isAlone: boolean, more: NodeJS.ProcessEnv = {}): Promise<Report> {
  const env = { ...testEnvironment(), ...more };
  if (projects.includes('browser')) env['CHROMIUM_PATH'] = ensureChromium();
  const reportFile = join('build', `test-report-${projects.join('-')}.json`);
  rmSync(reportFile, { force: true });
  const selected = projects.flatMap((project) => ['--project', project]);
  const passed = await node(
    join('node_modules', 'vitest', 'vitest.mjs'),
    ['run', ...selected, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    isAlone,
    env,
  );
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  return { ...report, success: passed && report.success && report.numPassedTests > 0 };
}

function closingLine(reports: readonly Report[]): string {
  const sum = (count: (report: Report) => number) => reports.reduce((total, report) => total + count(report), 0);
  const [passed, failed] = [sum(({ numPassedTests }) => numPassedTests), sum(({ numFailedTests }) => numFailedTests)];
  const skipped = sum(({ numTotalTests }) => numTotalTests) - passed - failed;
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What waits most goes beside the browser, what computes most comes last. */
async function testThenCheck(): Promise<{ readonly report: Report; readonly sourcesPass: boolean }> {
  return { report: await runTests(['unit', 'service', 'faults'], false), sourcesPass: await checkSources() };
}

async function testAll(): Promise<{ readonly sourcesPass: boolean; readonly reports: readonly Report[] }> {
  const [{ report, sourcesPass }, browser] = await Promise.all([testThenCheck(), runTests(['browser'], false)]);
  return { sourcesPass, reports: [report, browser] };
}

const parts: readonly string[] = ['unit', 'service', 'faults', 'browser', 'endurance', 'hubspot'];
const [part] = process.argv.slice(2);
if (part !== undefined && !parts.includes(part)) {
  console.error(`There is no part ${part} of the tests; there are ${parts.join(', ')}.`);
  process.exit(2);
}

function runPart(name: string): Promise<Report> {
  return name === 'hubspot' ? runTests(['browser'], true, { AS_HUBSPOT: '1' }) : runTests([name], true);
}

const { sourcesPass, reports } =
  part === undefined ? await testAll() : { sourcesPass: true, reports: [await runPart(part)] };
console.log(`\n${closingLine(reports)}`);
process.exitCode = sourcesPass && reports.every(({ success }) => success) ? 0 : 1;
