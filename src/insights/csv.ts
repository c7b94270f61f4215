/** What a cell holds: a figure of ours, or a text that somebody may have typed. */
export type CsvValue = string | number | null;

/** A spreadsheet takes a text that starts like this for a formula, or drops what starts it. */
const startsFormula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180): lines end in CR LF, cells are quoted where they must be. A text that a spreadsheet would run gets an apostrophe in front.
 *
 * @param rows - the first one is the head
 */
export function csvOf(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = startsFormula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
