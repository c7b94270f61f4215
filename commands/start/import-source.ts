import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ImportFileError } from '../../import/import-error.ts';
import type { ImportSource } from '../../import/read-deals-file.ts';
import { invoices, lineItems } from '../../import/related-columns.ts';
import type { StartArguments } from './start-options.ts';

/**
 * Reads the files to import. Their times are taken to be in this machine's time zone, where whoever exported them most likely works.
 *
 * @param path - of the deals, as typed
 * @param folder - where it was typed
 * @throws {ImportFileError} when there is no such file or it may not be read
 */
export function importSource(
  path: string,
  folder: string,
  { notation, lineItemsFile, invoicesFile }: Pick<StartArguments, 'notation' | 'lineItemsFile' | 'invoicesFile'>,
): ImportSource {
  const related = [
    { kind: lineItems, path: lineItemsFile },
    { kind: invoices, path: invoicesFile },
  ].flatMap(({ kind, path: beside }) => (beside === null ? [] : [{ kind, ...fileAt(resolve(folder, beside)) }]));
  return {
    ...fileAt(resolve(folder, path)),
    notation,
    related,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function fileAt(file: string): { readonly name: string; readonly bytes: Uint8Array } {
  try {
    return { name: basename(file), bytes: readFileSync(file) };
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new ImportFileError(
        `Cannot read ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
        { cause: error },
      );
    throw error;
  }
}
