import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import * as z from 'zod/mini';
import { forgetLock, lockFolder } from './folder-lock.ts';
import { storageFault } from './storage-fault.ts';

/** The folder a workbench keeps its account in, with a note on what was put into the account; one workbench at a time. */
export type DataFolder<Contents> = {
  /** SQLite file of the emulated account. */
  readonly file: string;
  /**
   * `new`: there is no account, or half of one, which is thrown away. `lost`: there is a whole account, and the note on it is missing or cannot be read.
   */
  readonly kept: () => { readonly kind: 'new' | 'lost' } | { readonly kind: 'noted'; readonly contents: Contents };
  readonly save: (contents: Contents) => void;
  /** Secrets made with the account, by name; none of an account from before there were any. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Where a damaged account was put that used to be here; null when none was. */
  readonly setAside: string | null;
  /** Lets another workbench use the folder. */
  readonly release: () => void;
  /** Throws away the account, and the folder where nothing else is in it. */
  readonly discard: () => void;
};

type Paths = {
  readonly file: string;
  readonly note: string;
  readonly secrets: string;
  /** There from before an account is made until it is whole. */
  readonly unfinished: string;
};

export type FolderOptions = {
  /** Throws away what is in it. */
  readonly reset: boolean;
  /** Names of secrets a new account is made with: random texts that are kept beside it. */
  readonly madeSecrets?: readonly string[];
};

/**
 * Opens the folder, created when missing. A damaged account is put aside, never thrown away.
 *
 * @param folder - path
 * @param schema - of the note on the account's contents
 * @throws {FolderInUseError}
 * @throws {StorageError} when the folder cannot be used
 */
export function openDataFolder<Contents>(
  folder: string,
  schema: z.ZodMiniType<Contents>,
  options: FolderOptions,
): DataFolder<Contents> {
  const paths = {
    file: join(folder, 'account.sqlite'),
    note: join(folder, 'contents.json'),
    secrets: join(folder, 'secrets.json'),
    unfinished: join(folder, 'unfinished'),
  };
  try {
    mkdirSync(folder, { recursive: true });
    const release = lockFolder(folder);
    try {
      return openLocked(folder, paths, schema, options, release);
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    throw storageFault(error, folder);
  }
}

function openLocked<Contents>(
  folder: string,
  paths: Paths,
  schema: z.ZodMiniType<Contents>,
  { reset, madeSecrets = [] }: FolderOptions,
  release: () => void,
): DataFolder<Contents> {
  const { file, note, unfinished } = paths;
  if (reset || existsSync(unfinished)) empty(paths);
  const setAside = existsSync(file) && isDamaged(file) ? putAside(paths) : null;
  if (!existsSync(file)) {
    empty(paths);
    writeFileSync(unfinished, '');
    makeSecrets(paths.secrets, madeSecrets);
  }
  return {
    file,
    secrets: readNote(paths.secrets, secretsSchema) ?? {},
    setAside,
    kept: () => {
      if (existsSync(unfinished)) return { kind: 'new' };
      const contents = readNote(note, schema);
      return contents === null ? { kind: 'lost' } : { kind: 'noted', contents };
    },
    save: (contents) => {
      writeWhole(note, `${JSON.stringify(contents)}\n`);
      rmSync(unfinished, { force: true });
    },
    release,
    discard: () => {
      empty(paths);
      rmSync(paths.secrets, { force: true });
      release();
      if (readdirSync(folder).every((name) => name === 'in-use.sqlite')) {
        forgetLock(folder);
        rmdirSync(folder);
      }
    },
  };
}

const secretsSchema = z.record(z.string(), z.string());
const secretBytes = 32;

/** What is there already stays: an account that was put aside goes on with it. */
function makeSecrets(path: string, names: readonly string[]): void {
  if (names.length === 0 || readNote(path, secretsSchema) !== null) return;
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(secretBytes).toString('base64url')]));
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(made)}\n`, { mode: 0o600 });
}

function empty({ file, note, unfinished }: Paths): void {
  for (const path of [note, file, `${file}-wal`, `${file}-shm`, unfinished]) rmSync(path, { force: true });
}

/**
 * Asks SQLite, which reads all of the file for it: a page that is damaged is not met at the first customer who needs it. To SQLite an empty file is a sound
 * database; an account it is not.
 */
function isDamaged(file: string): boolean {
  if (!statSync(file).isFile()) return true;
  let database: Libsql.Database | null = null;
  try {
    database = new Libsql(file);
    const answers = database.prepare('PRAGMA quick_check(1)').all() as { readonly quick_check?: unknown }[];
    return (
      answers[0]?.quick_check !== 'ok' || database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').all().length === 0
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) return true;
    throw error;
  } finally {
    database?.close();
  }
}

function putAside({ file, note }: Paths): string {
  const name = file.replace(/\.sqlite$/, `-damaged-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`);
  for (const ending of ['', '-wal', '-shm']) if (existsSync(file + ending)) renameSync(file + ending, name + ending);
  rmSync(note, { force: true });
  return name;
}

function readNote<Contents>(note: string, schema: z.ZodMiniType<Contents>): Contents | null {
  try {
    return schema.parse(JSON.parse(readFileSync(note, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing || error instanceof SyntaxError || error instanceof z.core.$ZodError) return null;
    throw error;
  }
}

/** Whoever is interrupted leaves the old file or the new one, never half of one. */
function writeWhole(path: string, text: string): void {
  const next = `${path}.new`;
  const opened = openSync(next, 'w');
  try {
    writeFileSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(next, path);
}
