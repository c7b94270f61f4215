import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { ImportFileError } from './import-error.ts';

/** A row of the file; `line` is where it begins, counted from 1 as an editor does. */
export type Row = { readonly line: number; readonly cells: readonly string[] };
export type Table = { readonly header: readonly string[]; readonly rows: readonly Row[] };

const delimiters = [',', ';', '\t'] as const;
const options = { record_delimiter: '\n', relax_column_count: true, relax_quotes: true, skip_empty_lines: true };

/**
 * Reads a CSV file: UTF-8 with or without a byte order mark; commas, semicolons or tabs; quotes and newlines in fields. Blank rows are left out.
 *
 * @throws {ImportFileError} for anything else
 */
export function readTable(bytes: Uint8Array): Table {
  // The parser counts a line end of two characters within quotes twice.
  const text = decode(bytes).replaceAll(/\r\n?/g, '\n');
  try {
    const records = parse(text, { ...options, delimiter: delimiterOf(text), info: true }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    const [header, ...rows] = records.map(({ record, info }) => ({
      line: info.lines - newlines(record),
      cells: record,
    }));
    if (header === undefined) throw new ImportFileError('The file is empty.');
    return {
      header: header.cells.map((cell) => cell.trim()),
      rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    };
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportFileError(`The file is not a CSV file that can be read: ${error.message}.`, { cause: error });
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ImportFileError(
      'The file is not text in UTF-8. Export the deals as CSV, or save the sheet as “CSV UTF-8”.',
      { cause: error },
    );
  }
}

/** Whichever makes most fields of the first line. */
function delimiterOf(text: string): string {
  const fields = (delimiter: string) =>
    (parse(text, { ...options, delimiter, to: 1 }) as unknown as readonly (readonly string[])[])[0]?.length ?? 0;
  return delimiters.reduce((best, delimiter) => (fields(delimiter) > fields(best) ? delimiter : best));
}

function newlines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}
