import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm start` as a process of its own, in a folder of its own. */
export type StartedWorkbench = {
  /** Resolves once what it printed matches; null when it ended before. */
  readonly says: (what: RegExp) => Promise<RegExpExecArray | null>;
  readonly printed: () => string;
  /** Ends it at once, as a power cut does for a process. */
  readonly kill: () => Promise<void>;
  /** Its status once it ends of itself. */
  readonly ended: Promise<number | null>;
};

/** A folder that `npm start` takes for the repository, with the built files of this one. */
export function createHome(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-home-'));
  symlinkSync(join(process.cwd(), 'build'), join(folder, 'build'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * @param mostBlocks - largest file it may write, in blocks of 1,024 bytes: a disk that is full
 */
export function startIn(folder: string, args: readonly string[], mostBlocks?: number): StartedWorkbench {
  const script = join(folder, 'build', 'commands', 'start.mjs');
  const command = [process.execPath, script, '--port', '0', ...args];
  const limited =
    mostBlocks === undefined ? command : ['bash', '-c', `ulimit -f ${mostBlocks}; exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = limited;
  const child = spawn(program, rest, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let tell: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      tell();
    });
  let isOver = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (status) => {
      isOver = true;
      tell();
      resolve(status);
    }),
  );
  return {
    says: (what) =>
      new Promise((resolve) => {
        tell = () => {
          const found = what.exec(printed);
          if (found !== null || isOver) resolve(found);
        };
        tell();
      }),
    printed: () => printed,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}
