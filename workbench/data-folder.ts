import { mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';

/** The folder a workbench keeps its account in, with a note on what was put into the account; one workbench at a time. */
export type DataFolder<Contents> = {
  /** SQLite file of the emulated account. */
  readonly file: string;
  /** Null until an account has been set up to its end: half of one is thrown away when the folder is opened. */
  readonly contents: () => Contents | null;
  readonly save: (contents: Contents) => void;
  /** Lets another workbench use the folder. */
  readonly release: () => void;
  /** Throws away the account, and the folder where nothing else is in it. */
  readonly discard: () => void;
};

/** Another workbench is using the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** What is kept in the folder was not written by this version. */
export class UnreadableFolderError extends Error {
  override readonly name = 'UnreadableFolderError';
}

function readContents<Contents>(text: string, note: string, schema: z.ZodMiniType<Contents>): Contents {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new UnreadableFolderError(
      `${note} is not what this version keeps. npm start -- --reset starts over with a new account.`,
      { cause: error },
    );
  }
}

/**
 * Opens the folder, created when missing.
 *
 * @param folder - path
 * @param schema - of the note on the account's contents
 * @param options - `reset` throws away what is in it
 * @throws {FolderInUseError}
 * @throws {UnreadableFolderError}
 */
export function openDataFolder<Contents>(
  folder: string,
  schema: z.ZodMiniType<Contents>,
  { reset }: { readonly reset: boolean },
): DataFolder<Contents> {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'in-use-by');
  takeLock(lock, folder);
  const file = join(folder, 'account.sqlite');
  const note = join(folder, 'contents.json');
  const read = () => {
    const text = readIfThere(note);
    return text === null ? null : readContents(text, note, schema);
  };
  const empty = () => {
    for (const path of [note, file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
  };
  if (reset || read() === null) empty();
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  return {
    file,
    contents: read,
    save: (contents) => writeFileSync(note, `${JSON.stringify(contents)}\n`),
    release: () => {
      process.off('exit', unlock);
      unlock();
    },
    discard: () => {
      empty();
      unlock();
      if (readdirSync(folder).length === 0) rmdirSync(folder);
    },
  };
}

/** The lock names its process, so that one left behind by a killed process is known for what it is. */
function takeLock(lock: string, folder: string): void {
  const holder = Number(readIfThere(lock) ?? Number.NaN);
  if (holder !== process.pid && isRunning(holder))
    throw new FolderInUseError(`Another workbench (process ${holder}) is using ${folder}. Stop it first.`);
  writeFileSync(lock, String(process.pid));
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId)) return false;
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // EPERM: there is such a process, of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
