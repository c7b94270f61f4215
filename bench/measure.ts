import { readFileSync } from 'node:fs';

/** One measured line: what was done, the figure with its unit, what it is compared to, the ratio to that, and the goal it is held against: met or not, null for a line without one. */
export type Row = {
  readonly what: string;
  readonly figure: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
  readonly met: boolean | null;
};

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What 95 of 100 stay within. */
export function p95(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Milliseconds of each of `runs` runs. */
export function timed(runs: number, work: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/**
 * Milliseconds of processor time of each of `runs` runs: what neighbours on the machine take does not count. The engine's own
 * threads, which compile and collect garbage, do.
 */
export function timedOnProcessor(runs: number, work: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
}

/** Milliseconds the calling thread has had a processor; where the system does not tell, those of the whole process. */
function onThreadMs(): number {
  if (process.platform === 'linux')
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time of the thread that works: how long somebody waits where no neighbour does. To be used for some
 * hundred milliseconds and more: the system counts in steps of a few.
 */
export function timedOnThread(runs: number, work: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const start = onThreadMs();
    work();
    return onThreadMs() - start;
  });
}
