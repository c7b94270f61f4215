import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  await build({
    entryPoints: ['commands/score.ts', 'commands/rate.ts', 'commands/terms.ts', 'commands/plan.ts'],
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, input: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, `${command}.mjs`), ...args], {
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}
const deal = {
  amount: 60_000,
  grossMargin: 0.45,
  leadTimeDays: 42,
  payments: [{ share: 1, anchor: 'delivery', days: 60 }],
};

describe('plan', () => {
  it('counts a deal once, and names the line that has it again', () => {
    const once = ['a', 'b'].map((id) => JSON.stringify({ id, deal }));
    const again = run('plan', [...once, JSON.stringify({ id: 'a', deal: { ...deal, amount: 1 } })].join('\n'));
    const { errors, ...plan } = JSON.parse(again.stdout) as Record<string, unknown>;
    expect(errors).toEqual([
      { id: 'a', line: 3, error: { path: 'id', message: 'expected each deal once, got "a" of line 1 again' } },
    ]);
    expect(again.status).toBe(1);
    expect({ ...plan, errors: [] }).toEqual(JSON.parse(run('plan', once.join('\n')).stdout));
  });

  it('says what is wrong with a policy, without a stack trace', () => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, Buffer.from('\uFEFF{}', 'utf16le'));
    expect(run('plan', '', '--policy', file)).toMatchObject({
      stderr: `plan: cannot use the policy ${file}: it is not JSON in UTF-8\n`,
      status: 1,
    });
  });
});

describe('score', () => {
  it('answers every line in its place, goes on after a bad one and exits with 1', () => {
    const lines = [
      `\uFEFF${JSON.stringify({ id: 'one', deal })}`,
      '',
      'not json',
      JSON.stringify({ id: 'two', deal: { ...deal, amount: -1 } }),
      '[]',
      JSON.stringify({ id: 'three', deal }),
    ];
    const { stdout, status } = run('score', lines.join('\r\n'));
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id, line, error }) => [id, line, (error as { path: string } | undefined)?.path])).toEqual([
      ['one', undefined, undefined],
      [null, 3, ''],
      ['two', 4, 'deal.amount'],
      [null, 5, ''],
      ['three', undefined, undefined],
    ]);
    expect(status).toBe(1);
  });
  it('writes the keys of a result in the model’s order and exits with 0', () => {
    const { stdout, status } = run('score', JSON.stringify({ id: 'one', deal }));
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'id',
      'costOfCash',
      'negotiability',
      'expectedGain',
      'answersKnown',
      'answersContradict',
      'band',
      'verdict',
      'before',
      'packagesConsidered',
      'valueOfInformation',
      'trial',
      'nextQuestion',
      'offers',
    ]);
    expect(status).toBe(0);
  });
  it('cuts lines at line feeds alone: the other separators of Unicode may stand inside JSON', () => {
    const text = `${JSON.stringify({ id: 'a\u2028b\u2029c', deal })}\n{"id":"d",\r"deal":${JSON.stringify(deal)}}\n`;
    const { stdout, status } = run('score', text);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['a\u2028b\u2029c', 'd']);
    expect(status).toBe(0);
  });
  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [join(folder, 'score.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of ['first', 'second']) {
      child.stdin.write(`${JSON.stringify({ id, deal })}\n`);
      const answer = (await answers.next()) as IteratorYieldResult<string>;
      // Three speeds of today's terms and four speeds of each of the five options that are not.
      expect(JSON.parse(answer.value)).toMatchObject({ id, packagesConsidered: 23 });
    }
    child.stdin.end();
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });
  it('reads more than its memory holds, and no faster than its answers are taken', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=32', join(folder, 'score.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const line = `"${'é'.repeat(2_000)}"\n`;
    const feeding = pipeline(Readable.from(Array.from({ length: 25_000 }, () => line)), child.stdin);
    let answered = 0;
    for await (const answer of createInterface({ input: child.stdout })) {
      answered += 1;
      if (answered === 25_000)
        expect(JSON.parse(answer)).toMatchObject({ id: null, line: 25_000, error: { path: '' } });
    }
    await feeding;
    if (child.exitCode === null) await once(child, 'exit');
    expect(answered).toBe(25_000);
    expect(child.exitCode).toBe(1);
  });
  it('ends quietly when nobody reads on', () => {
    const lines = Array.from({ length: 300 }, (_, index) => JSON.stringify({ id: String(index), deal })).join('\n');
    const shell = spawnSync('sh', ['-c', `"${process.execPath}" "${join(folder, 'score.mjs')}" | head -n 1`], {
      input: lines,
      encoding: 'utf8',
    });
    expect(shell.stdout.split('\n')).toHaveLength(2);
    expect(shell.stderr).toBe('');
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
    expect(Object.keys(rate)).toEqual([
      'discount',
      'daysEarlier',
      'simple360',
      'simple365',
      'effective360',
      'effective365',
    ]);
    expect(rate).toMatchObject({ discount: 0.02, daysEarlier: 20 });
    expect(rate['simple360']).toBeCloseTo(0.36734694, 8);
    expect(rate['simple365']).toBeCloseTo(0.37244898, 8);
    expect(rate['effective365']).toBeCloseTo(0.44585, 5);
    expect(status).toBe(0);
  });
  it.each([
    [' 2 / 10 , NET 30 ', 0.02, 20],
    ['1.5/10 n/45', 0.015, 35],
    ['.5%/0 net 7', 0.005, 7],
    ['2% 10 Net 30', 0.02, 20],
    ['2 % 10, net-30 days', 0.02, 20],
    ['14 Tage 2,5 % Skonto, 30 Tage netto', 0.025, 16],
  ])('reads %j', (notation, discount, daysEarlier) => {
    expect(JSON.parse(run('rate', '', notation).stdout)).toMatchObject({ discount, daysEarlier });
  });
  it('takes the notation in one argument or in several', () => {
    expect(run('rate', '', '2/10', 'net', '30')).toEqual(run('rate', '', '2/10 net 30'));
  });
  it.each([
    '',
    '2/10',
    '-2/10 net 30',
    '2/10 net 10',
    `2/10 net ${'9'.repeat(400)}`,
    '99.9/0 net 1',
    '2/30 net 30',
    '0/10 net 30',
    '100/10 net 30',
    '2/10 gross 30',
  ])('says what is wrong with %j and exits with 1', (notation) => {
    const { stdout, stderr, status } = run('rate', '', notation);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^rate: expected .+, got .+\n$/);
    expect(status).toBe(1);
  });
});

describe('terms', () => {
  it('gives a plan with what it says and takes for granted, and exits with 0', () => {
    const { stdout, status } = run('terms', '', '30', 'jours', 'fin', 'de', 'mois');
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      plan: [{ share: 1, anchor: 'delivery', days: 45 }],
      reading: 'at the end of the month of the day 30 days after delivery',
      note: 'Month-end terms: on average over a month 45 days after delivery; with a delivery date they are counted to the day.',
    });
    expect(status).toBe(0);
    expect(JSON.parse(run('terms', '', 'COD').stdout)).toEqual({
      ok: true,
      plan: [{ share: 1, anchor: 'delivery', days: 0 }],
      reading: 'on delivery',
    });
  });
  it('answers what cannot be used with a sentence', () => {
    expect(JSON.parse(run('terms', '', 'order -5').stdout)).toEqual({
      ok: false,
      message:
        'Nobody pays before the order. Enter payment with the order, or days after it. For example: “net 5”, “on delivery” or “30% deposit, balance on delivery”.',
    });
    expect(JSON.parse(run('terms', '').stdout)).toMatchObject({ ok: false });
  });
});
