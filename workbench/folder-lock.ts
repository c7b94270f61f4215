import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';

/** Another workbench is using the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** Files of the lock, which mean nothing while nobody holds it. */
const lockFile = 'in-use.sqlite';
const holderFile = 'in-use-by';

/**
 * Takes a folder for this process. The lock is the operating system's, by way of SQLite: it ends with its process, however that ends, and no process
 * that was given the same number later can be taken for it. The number beside it is for people.
 *
 * @returns gives the folder back
 * @throws {FolderInUseError}
 */
export function lockFolder(folder: string): () => void {
  const holder = join(folder, holderFile);
  const lock = new Libsql(join(folder, lockFile));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error;
    throw new FolderInUseError(`Another workbench${nameOf(holder)} is using ${folder}. Stop it first.`, {
      cause: error,
    });
  }
  writeFileSync(holder, String(process.pid));
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    rmSync(holder, { force: true });
    lock.exec('ROLLBACK');
    lock.close();
  };
}

/** The lock's own file may go with a folder that is taken away; nobody may be waiting for it then. */
export function forgetLock(folder: string): void {
  rmSync(join(folder, lockFile), { force: true });
}

function nameOf(holder: string): string {
  try {
    return ` (process ${Number(readFileSync(holder, 'utf8'))})`;
  } catch {
    // The holder has not written its number yet, or somebody took the file away; the lock says enough.
    return '';
  }
}
