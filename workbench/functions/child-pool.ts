import type { Job, Outcome } from './child-messages.ts';
import { startChild } from './function-child.ts';
import type { FunctionChild } from './function-child.ts';

/** HubSpot stops a function after 15 s in its dev runner; 10 s is what production is documented to allow for older functions. */
export type PoolLimits = {
  readonly processes: number;
  readonly memoryMb: number;
  readonly warnAfterMs: number;
  readonly stopAfterMs: number;
};

/** When this many in a row end before they are ready, more will too. */
const mostFailedStarts = 5;

/** Processes that take calls in the order they come; each one that ends or is stopped is replaced. */
export type ChildPool = {
  readonly run: (job: Job, onLog: (line: string) => void) => Promise<Outcome>;
  /** Ends every process; running calls fail. */
  readonly close: () => Promise<void>;
};

export function createChildPool(limits: PoolLimits): ChildPool {
  const children = new Set<FunctionChild>();
  const idle: FunctionChild[] = [];
  const waiting: ((child: FunctionChild) => void)[] = [];
  let closed = false;
  let failedStarts = 0;

  const release = (child: FunctionChild) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(child);
    else next(child);
  };
  const add = () => {
    const child = startChild(limits.memoryMb);
    children.add(child);
    void child.exited.then(() => {
      children.delete(child);
      const place = idle.indexOf(child);
      if (place >= 0) idle.splice(place, 1);
      if (closed) return;
      if (failedStarts < mostFailedStarts) add();
      else fail(child);
    });
    void child.ready.then((isReady) => {
      failedStarts = isReady ? 0 : failedStarts + 1;
      if (isReady) release(child);
    });
  };
  /** A call that waits is given an ended process, which fails it. */
  const fail = (ended: FunctionChild) => {
    for (const next of waiting.splice(0)) next(ended);
  };
  for (let started = 0; started < limits.processes; started += 1) add();

  const take = () => {
    const child = idle.shift();
    return child === undefined
      ? new Promise<FunctionChild>((resolve) => waiting.push(resolve))
      : Promise.resolve(child);
  };
  return {
    run: async (job, onLog) => {
      if (closed || children.size === 0)
        throw new Error(`the function pool has no process for ${job.id}: it is closed, or none could be started`);
      const child = await take();
      const outcome = await runWithin(child, job, onLog, limits);
      if (child.isUsable()) release(child);
      return outcome;
    },
    close: async () => {
      closed = true;
      const ending = [...children];
      for (const child of ending) child.kill();
      await Promise.all(ending.map(({ exited }) => exited));
      if (ending[0] !== undefined) fail(ending[0]);
    },
  };
}

/** The clock starts when a ready process gets the call, so that our own start-up is not counted against the function. */
async function runWithin(
  child: FunctionChild,
  job: Job,
  onLog: (line: string) => void,
  { warnAfterMs, stopAfterMs }: PoolLimits,
): Promise<Outcome> {
  const stopped = { timedOut: false };
  const warning = setTimeout(
    () => onLog(`! Still running after ${seconds(warnAfterMs)}: HubSpot may stop it here.`),
    warnAfterMs,
  );
  const stop = setTimeout(() => {
    stopped.timedOut = true;
    child.kill();
  }, stopAfterMs);
  const outcome = await child.run(job, onLog);
  clearTimeout(warning);
  clearTimeout(stop);
  return stopped.timedOut && !outcome.ok
    ? {
        ok: false,
        timedOut: true,
        message: `${new Date().toJSON()} ${job.id} Task timed out after ${seconds(stopAfterMs)}`,
      }
    : outcome;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} seconds`;
}
