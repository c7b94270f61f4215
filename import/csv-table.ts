import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { textOfCsvCell } from '@deal-terms/core/insights';
import { ImportFileError } from './import-error.ts';
import { decodeText } from './text-encoding.ts';

/** A row of the file; `line` is where it begins, counted from 1 as an editor does. */
export type Row = { readonly line: number; readonly cells: readonly string[] };
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly delimiter: string;
  /** What was taken for granted in reading it, as sentences. */
  readonly guesses: readonly string[];
};

const delimiters = [',', ';', '\t', '|'] as const;
const options = { record_delimiter: '\n', relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
/** The line with which Excel says what separates its fields. */
const delimiterLine = /^"?sep=([,;|\t])"?[,;|\t]*\n/i;

/**
 * Reads a CSV file: commas, semicolons, tabs or bars; quotes and newlines in fields; the delimiter line of Excel. Blank rows are left out, and rows
 * that end early are filled up with empty cells.
 *
 * @throws {ImportFileError} for anything else
 */
export function readTable(bytes: Uint8Array): Table {
  const { text: raw, guess } = decodeText(bytes);
  // The parser counts a line end of two characters within quotes twice.
  const whole = raw.replaceAll(/\r\n?/g, '\n');
  const [firstLine = '', named] = delimiterLine.exec(whole) ?? [];
  const text = whole.slice(firstLine.length);
  try {
    const delimiter = named ?? delimiterOf(text);
    const records = parse(text, { ...options, delimiter, info: true }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    const [header, ...rows] = records.map(({ record, info }) => ({
      line: info.lines - newlines(record) + (firstLine === '' ? 0 : 1),
      cells: record.map(textOfCsvCell),
    }));
    if (header === undefined) throw new ImportFileError('The file is empty.');
    return {
      header: header.cells.map((cell) => cell.trim()),
      rows: rows
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
        .map(({ line, cells }) => ({ line, cells: filledUp(cells, header.cells.length) })),
      delimiter,
      guesses: guess === null ? [] : [guess],
    };
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportFileError(`The file is not a CSV file that can be read: ${error.message}.`, { cause: error });
    throw error;
  }
}

/** Spreadsheets leave out empty cells at the end of a row, or add some. */
function filledUp(cells: readonly string[], width: number): readonly string[] {
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return cells.slice(0, width);
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => '')];
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
