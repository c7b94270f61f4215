import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, openDataFolder } from '../../workbench/demo/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = { reset: false };

describe('openDataFolder', () => {
  it('keeps an account that was set up to its end', () => {
    const first = openDataFolder(join(folder, 'new'), keep);
    expect(first.contents()).toBeNull();
    writeFileSync(first.file, 'records');
    first.save({ kind: 'demo', generatedDeals: 300, storyDealIds: ['1', '2'] });
    first.release();
    const second = openDataFolder(join(folder, 'new'), keep);
    expect(second.contents()).toEqual({ kind: 'demo', generatedDeals: 300, storyDealIds: ['1', '2'] });
    expect(readFileSync(second.file, 'utf8')).toBe('records');
    second.release();
  });

  it('throws away half an account, and a whole one when asked to', () => {
    const half = openDataFolder(folder, keep);
    writeFileSync(half.file, 'half the records');
    half.release();
    const whole = openDataFolder(folder, keep);
    expect(existsSync(whole.file)).toBe(false);
    writeFileSync(whole.file, 'records');
    whole.save({ kind: 'empty', generatedDeals: 0, storyDealIds: [] });
    whole.release();
    const fresh = openDataFolder(folder, { reset: true });
    expect([fresh.contents(), existsSync(fresh.file)]).toEqual([null, false]);
    fresh.release();
  });

  it('is for one running workbench, and not held by one that was killed', () => {
    const lock = join(folder, 'in-use-by');
    writeFileSync(lock, String(process.ppid));
    expect(() => openDataFolder(folder, { reset: true })).toThrow(
      new FolderInUseError(`Another workbench (process ${process.ppid}) is using ${folder}. Stop it first.`),
    );
    writeFileSync(lock, '999999999');
    openDataFolder(folder, keep).release();
    expect(existsSync(lock)).toBe(false);
  });
});
