import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Row } from './measure.ts';

const goalS = 480;

/** `npm test` as it is typed where everything is installed and built. */
export async function npmTestRow(): Promise<Row> {
  const start = performance.now();
  const status = await new Promise((resolve) =>
    spawn(process.execPath, [join('commands', 'run.mjs'), 'test'], { stdio: 'ignore' }).once('exit', resolve),
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    what: 'npm test, installed and built',
    figure: `${seconds.toFixed(0)} s${status === 0 ? '' : ', failed'}`,
    baseline: '–',
    ratio: '–',
    goal: `≤ ${goalS} s, passed`,
    met: status === 0 && seconds <= goalS,
  };
}
