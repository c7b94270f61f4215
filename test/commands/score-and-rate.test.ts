import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  await build({ entryPoints: ['commands/score.ts', 'commands/rate.ts'], outdir: folder, bundle: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } });
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, input: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, `${command}.mjs`), ...args], { input, encoding: 'utf8' });
  return { stdout, stderr, status };
}
const deal = { amount: 60_000, grossMargin: 0.45, leadTimeDays: 42, payments: [{ share: 1, anchor: 'delivery', days: 60 }] };

describe('score', () => {
  it('answers every line in its place, goes on after a bad one and exits with 1', () => {
    const lines = [`\uFEFF${JSON.stringify({ id: 'one', deal })}`, '', 'not json', JSON.stringify({ id: 'two', deal: { ...deal, amount: -1 } }), '[]', JSON.stringify({ id: 'three', deal })];
    const { stdout, status } = run('score', lines.join('\r\n'));
    const answers = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id, line, error }) => [id, line, (error as { path: string } | undefined)?.path])).toEqual([
      ['one', undefined, undefined], [null, 3, ''], ['two', 4, 'deal.amount'], [null, 5, ''], ['three', undefined, undefined],
    ]);
    expect(status).toBe(1);
  });
  it('writes the keys of a result in the model’s order and exits with 0', () => {
    const { stdout, status } = run('score', JSON.stringify({ id: 'one', deal }));
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'id', 'costOfCash', 'negotiability', 'expectedGain', 'answersKnown', 'band', 'verdict', 'before', 'packagesConsidered', 'valueOfInformation', 'nextQuestion', 'offers',
    ]);
    expect(status).toBe(0);
  });
  it('has nothing to say to no input', () => {
    expect(run('score', '')).toEqual({ stdout: '', stderr: '', status: 0 });
  });
});

describe('rate', () => {
  // OpenStax, Principles of Finance 2e, 19.2: 2/10 net 30 costs 36.73 % simple on 360 days; compounded on 365 days 44.59 %.
  it('gives the annual rate of 2/10 net 30', () => {
    const { stdout, status } = run('rate', '', '2/10 net 30');
    const rate = JSON.parse(stdout) as Record<string, number>;
    expect(Object.keys(rate)).toEqual(['discount', 'daysEarlier', 'simple360', 'simple365', 'effective360', 'effective365']);
    expect(rate).toMatchObject({ discount: 0.02, daysEarlier: 20 });
    expect(rate['simple360']).toBeCloseTo(0.36734694, 8);
    expect(rate['simple365']).toBeCloseTo(0.37244898, 8);
    expect(rate['effective365']).toBeCloseTo(0.44585, 5);
    expect(status).toBe(0);
  });
  it.each(['', '2/10', '2/30 net 30', '0/10 net 30', '100/10 net 30', '2/10 gross 30'])('says what is wrong with %j and exits with 1', (notation) => {
    const { stdout, stderr, status } = run('rate', '', notation);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^rate: expected .+, got .+\n$/);
    expect(status).toBe(1);
  });
});
