import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ChosenNotation } from '../../import/file-notation.ts';
import { ImportFileError } from '../../import/import-error.ts';
import type { ImportSource } from '../../import/read-deals-file.ts';

/**
 * Reads the file to import. Its times are taken to be in this machine's time zone, where whoever exported it most likely works.
 *
 * @param path - as typed
 * @param folder - where it was typed
 * @param notation - how it writes numbers and dates, as far as that was said
 * @throws {ImportFileError} when there is no such file or it may not be read
 */
export function importSource(path: string, folder: string, notation: ChosenNotation): ImportSource {
  const file = resolve(folder, path);
  try {
    return {
      name: basename(file),
      bytes: readFileSync(file),
      notation,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new ImportFileError(
        `Cannot read ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
        { cause: error },
      );
    throw error;
  }
}
