import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childMessageSchema } from './child-messages.ts';
import type { Job, Outcome } from './child-messages.ts';

/** Two folders below the root, as the bundled start command (`build/commands`) also is: the same URL finds the file from both. */
const script = fileURLToPath(new URL('../../workbench/functions/child.mjs', import.meta.url));

/** A process that runs one function call at a time. */
export type FunctionChild = {
  /** Whether the process can take a call, or has ended without getting there. */
  readonly ready: Promise<boolean>;
  readonly exited: Promise<void>;
  readonly run: (job: Job, onLog: (line: string) => void) => Promise<Outcome>;
  /** Ends the process at once; a running call fails. */
  readonly kill: () => void;
  /** Whether the process can still take calls. */
  readonly isUsable: () => boolean;
};

type Running = {
  readonly id: string;
  readonly onLog: (line: string) => void;
  readonly end: (outcome: Outcome) => void;
};

/**
 * @param memoryMb - heap the process may use before it is ended
 */
export function startChild(memoryMb: number): FunctionChild {
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lastWords = tail(child);
  let crash: string | null = null;
  let running: Running | null = null;
  let isReady: (ready: boolean) => void;
  const ready = new Promise<boolean>((resolve) => (isReady = resolve));
  const end = (outcome: Outcome) => {
    const call = running;
    running = null;
    call?.end(outcome);
  };

  child.on('message', (raw) => {
    const message = childMessageSchema.parse(raw);
    if (message.type === 'ready') isReady(true);
    else if (message.type === 'crashed') crash = message.message;
    else if (running?.id !== message.id) return;
    else if (message.type === 'log') running.onLog(message.line);
    else
      end(
        message.type === 'done'
          ? { ok: true, json: message.json }
          : { ok: false, timedOut: false, message: message.message },
      );
  });
  const exited = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      end({
        ok: false,
        timedOut: false,
        message: crash ?? epitaph(lastWords(), memoryMb, signal ?? `status ${code ?? 'unknown'}`),
      });
      isReady(false);
      resolve();
    });
  });
  child.on('error', (error) => {
    crash = error.message;
  });

  const run = (job: Job, onLog: Running['onLog']) => {
    if (running !== null) throw new Error(`a function child takes one call at a time, ${running.id} is running`);
    return new Promise<Outcome>((resolve) => {
      running = { id: job.id, onLog, end: resolve };
      if (child.connected) child.send(job);
      else end({ ok: false, timedOut: false, message: crash ?? 'Runtime exited before the call' });
    });
  };
  return {
    ready,
    exited,
    run,
    kill: () => void child.kill('SIGKILL'),
    isUsable: () => child.connected && !child.killed && crash === null,
  };
}

function epitaph(lastWords: string, memoryMb: number, how: string): string {
  return lastWords.includes('heap out of memory')
    ? `Runtime exited: out of memory (${memoryMb} MB)`
    : `Runtime exited with ${how}`;
}

/** Nothing of ours reaches a function: UTC as in HubSpot's runtime; Windows needs SystemRoot for sockets. */
function environment(): Record<string, string> {
  const systemRoot = process.env['SystemRoot'];
  return { TZ: 'UTC', ...(systemRoot === undefined ? {} : { SystemRoot: systemRoot }) };
}

/** The end of what the runtime itself printed, which is where it says why it gave up. */
function tail(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4_000);
  });
  return () => text;
}
