import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ensureChromium } from './test/chromium.ts';

/**
 * `npm test`: everything CI runs — types, lint, then unit, service, fault and browser tests. `test unit`, `test faults` and `test browser` run one part, `test endurance` what takes too long for CI.
 * Ends with one line `N passed, N failed`.
 */
const reportFile = join('build', 'test-report.json');
const reportSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number(), success: z.boolean() });

function node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env }).status === 0;
}

function check(what: string, script: string, ...args: string[]): boolean {
  console.log(`\n${what} …`);
  const passed = node(script, args);
  if (!passed) console.log(`${what}: failed`);
  return passed;
}

function checkSources(): boolean {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const typed = ['.', 'src', 'extensions'].map((project) => check(`Types of ${project}`, tsc, '--noEmit', '-p', project)).every(Boolean);
  return check('Lint', join('node_modules', 'eslint', 'bin', 'eslint.js'), '.') && typed;
}

/** Nothing the tests start may reach an account by accident. */
function testEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HUBSPOT_')));
}

function runTests(projects: readonly string[]): boolean {
  const env = testEnvironment();
  if (projects.includes('browser')) env['CHROMIUM_PATH'] = ensureChromium();
  rmSync(reportFile, { force: true });
  const selected = projects.flatMap((project) => ['--project', project]);
  const passed = node(join('node_modules', 'vitest', 'vitest.mjs'), ['run', ...selected, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`], env);
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  console.log(`\n${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return passed && report.success && report.numPassedTests > 0;
}

const [part] = process.argv.slice(2);
const parts: Readonly<Record<string, readonly string[]>> = { unit: ['unit'], faults: ['faults'], browser: ['browser'], endurance: ['endurance'] };
const sourcesPass = part === undefined ? checkSources() : true;
const testsPass = runTests(part === undefined ? ['unit', 'service', 'faults', 'browser'] : (parts[part] ?? []));
process.exitCode = sourcesPass && testsPass ? 0 : 1;
