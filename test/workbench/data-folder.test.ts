import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FolderInUseError, openDataFolder } from '../../workbench/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = { reset: false };
const contents = z.object({ deals: z.number() });

describe('openDataFolder', () => {
  it('keeps an account that was set up to its end', () => {
    const first = openDataFolder(join(folder, 'new'), contents, keep);
    expect(first.contents()).toBeNull();
    writeFileSync(first.file, 'records');
    first.save({ deals: 300 });
    first.release();
    const second = openDataFolder(join(folder, 'new'), contents, keep);
    expect(second.contents()).toEqual({ deals: 300 });
    expect(readFileSync(second.file, 'utf8')).toBe('records');
    second.release();
  });

  it('throws away half an account, and a whole one when asked to', () => {
    const half = openDataFolder(folder, contents, keep);
    writeFileSync(half.file, 'half the records');
    half.release();
    const whole = openDataFolder(folder, contents, keep);
    expect(existsSync(whole.file)).toBe(false);
    writeFileSync(whole.file, 'records');
    whole.save({ deals: 0 });
    whole.release();
    const fresh = openDataFolder(folder, contents, { reset: true });
    expect([fresh.contents(), existsSync(fresh.file)]).toEqual([null, false]);
    fresh.release();
  });

  it('takes away what was begun, and nothing else', () => {
    const own = openDataFolder(join(folder, 'own'), contents, keep);
    writeFileSync(own.file, 'half the records');
    own.discard();
    own.release();
    expect(existsSync(join(folder, 'own'))).toBe(false);
    const shared = openDataFolder(folder, contents, keep);
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    shared.discard();
    shared.release();
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('not ours');
  });

  it('is for one running workbench, and not held by one that was killed', () => {
    const lock = join(folder, 'in-use-by');
    writeFileSync(lock, String(process.ppid));
    expect(() => openDataFolder(folder, contents, { reset: true })).toThrow(
      new FolderInUseError(`Another workbench (process ${process.ppid}) is using ${folder}. Stop it first.`),
    );
    writeFileSync(lock, '999999999');
    openDataFolder(folder, contents, keep).release();
    expect(existsSync(lock)).toBe(false);
  });
});
