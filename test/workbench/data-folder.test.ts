import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { FolderOptions } from '../../workbench/data-folder.ts';
import { openDataFolder } from '../../workbench/data-folder.ts';
import { createEmulator } from '../../workbench/emulator/index.ts';
import { FolderInUseError } from '../../workbench/folder-lock.ts';
import { StorageError, storageFault } from '../../workbench/storage-fault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keep = { reset: false };
const contents = z.object({ deals: z.number() });
const open = (path = folder, options: FolderOptions = keep) => openDataFolder(path, contents, options);
const makeAccount = (file: string) => createEmulator({ file, clock: Date.now }).close();
/** A folder with a whole account, closed again. */
function keepAccount(): void {
  const kept = open();
  makeAccount(kept.file);
  // All of it into the one file, as SQLite does by and by.
  const database = new Libsql(kept.file);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  kept.save({ deals: 300 });
  kept.release();
}

describe('openDataFolder', () => {
  it('keeps an account that was set up to its end', () => {
    const first = open(join(folder, 'new'));
    expect(first.kept()).toEqual({ kind: 'new' });
    makeAccount(first.file);
    first.save({ deals: 300 });
    first.release();
    const second = open(join(folder, 'new'));
    expect([second.kept(), second.setAside]).toEqual([{ kind: 'noted', contents: { deals: 300 } }, null]);
    second.release();
  });

  it('makes secrets with a new account that last as long as it is kept, for nobody else to read', () => {
    const path = join(folder, 'new');
    const wanted = { reset: false, madeSecrets: ['LEDGER_KEY'] };
    const made = open(path, wanted);
    expect(made.secrets).toEqual({ LEDGER_KEY: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600);
    makeAccount(made.file);
    made.save({ deals: 1 });
    made.release();
    const kept = open(path, wanted);
    expect(kept.secrets).toEqual(made.secrets);
    kept.release();
    const another = open(join(folder, 'another'), wanted);
    expect(another.secrets).not.toEqual(made.secrets);
    another.discard();
    expect(existsSync(join(folder, 'another'))).toBe(false);
  });

  it('makes no secret for an account that was kept without: what it holds was not sealed', () => {
    keepAccount();
    const before = open(folder, { reset: false, madeSecrets: ['LEDGER_KEY'] });
    expect(before.secrets).toEqual({});
    before.release();
  });

  it('throws away half an account, and a whole one when asked to', () => {
    const half = open();
    makeAccount(half.file);
    half.release();
    const whole = open();
    expect(existsSync(whole.file)).toBe(false);
    makeAccount(whole.file);
    whole.save({ deals: 0 });
    whole.release();
    const fresh = open(folder, { reset: true });
    expect([fresh.kept(), existsSync(fresh.file)]).toEqual([{ kind: 'new' }, false]);
    fresh.release();
  });

  it.each([
    ['is missing', (note: string) => rmSync(note)],
    ['is empty', (note: string) => writeFileSync(note, '')],
    ['is torn', (note: string) => writeFileSync(note, '{"deals":3')],
    ['is of another version', (note: string) => writeFileSync(note, '{"orders":3}')],
  ])('keeps an account whose note %s', (_, harm) => {
    keepAccount();
    const size = readFileSync(join(folder, 'account.sqlite')).length;
    harm(join(folder, 'contents.json'));
    const found = open();
    expect([found.kept(), readFileSync(found.file).length]).toEqual([{ kind: 'lost' }, size]);
    found.save({ deals: 7 });
    expect(found.kept()).toEqual({ kind: 'noted', contents: { deals: 7 } });
    found.release();
  });

  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'x'.repeat(20_000))],
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['lost its end', (file: string) => truncateSync(file, 20_000)],
    [
      'has a damaged page',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xab, 8_192, 16_384);
        writeFileSync(file, bytes);
      },
    ],
  ])('puts aside an account whose database %s', (_, harm) => {
    keepAccount();
    const file = join(folder, 'account.sqlite');
    harm(file);
    const damaged = readFileSync(file);
    const found = open();
    expect([found.kept(), existsSync(found.file)]).toEqual([{ kind: 'new' }, false]);
    expect(found.setAside).toMatch(/account-damaged-[\d-]+T[\d-]+Z\.sqlite$/);
    expect(readFileSync(found.setAside!).equals(damaged)).toBe(true);
    found.release();
  });

  it('puts a folder aside that stands where the database was', () => {
    keepAccount();
    const file = join(folder, 'account.sqlite');
    rmSync(file);
    mkdirSync(file);
    const found = open();
    expect([found.kept(), existsSync(found.file), statSync(found.setAside!).isDirectory()]).toEqual([
      { kind: 'new' },
      false,
      true,
    ]);
    found.release();
  });

  it('takes away what was begun, and nothing else', () => {
    const own = open(join(folder, 'own'));
    makeAccount(own.file);
    own.discard();
    expect(existsSync(join(folder, 'own'))).toBe(false);
    const shared = open();
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    shared.discard();
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('not ours');
  });

  it('is for one running workbench', () => {
    const first = open();
    expect(() => open()).toThrow(
      new FolderInUseError(`Another workbench (process ${process.pid}) is using ${folder}. Stop it first.`),
    );
    first.release();
    open().release();
  });

  it('is not held by whoever has the number of a workbench that was killed', async () => {
    // Of a process that lives and is no workbench, as numbers are given again.
    writeFileSync(join(folder, 'in-use-by'), String(process.ppid));
    open().release();
    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const db = new (require('libsql'))(process.argv[1]); db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)`,
        join(folder, 'in-use.sqlite'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(() => open()).toThrow(`Another workbench is using ${folder}. Stop it first.`);
    const ended = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await ended;
    open().release();
  });

  it('says in a sentence why a folder cannot be used, and throws nothing away', () => {
    const file = join(folder, 'in-the-way');
    writeFileSync(file, 'a file');
    expect(() => open(file)).toThrow(
      new StorageError(`${file} is no folder. Move away what stands in its place and start again.`),
    );
    expect(readdirSync(folder)).toEqual(['in-the-way']);
  });
});

describe('storageFault', () => {
  it.each([
    ['ENOSPC', 'There is no room left to write /data. Make some and start again: what was there before is untouched.'],
    [
      'SQLITE_FULL',
      'There is no room left to write /data. Make some and start again: what was there before is untouched.',
    ],
    ['EACCES', '/data cannot be written to. Give yourself the right to write there, or start from another folder.'],
    ['EROFS', '/data cannot be written to. Give yourself the right to write there, or start from another folder.'],
    [
      'SQLITE_READONLY',
      '/data cannot be written to. Give yourself the right to write there, or start from another folder.',
    ],
    [
      'SQLITE_IOERR_WRITE',
      'The disk refused to read or write /data: it is full, gone or broken. What was written before is untouched.',
    ],
  ])('%s', (code, sentence) => {
    expect(storageFault(Object.assign(new Error('no'), { code }), '/data')).toEqual(new StorageError(sentence));
  });

  it('leaves other errors as they are', () => {
    const error = Object.assign(new Error('no'), { code: 'EADDRINUSE' });
    expect(storageFault(error, '/data')).toBe(error);
  });
});
