/** What a cell holds: a figure of ours, or a text that somebody may have typed. */
export type CsvValue = string | number | null;

/**
 * Where a spreadsheet would begin to run a text: at the start of a cell, and after what separates cells and rows in other countries' CSV.
 * Full-width signs count, and apostrophes that stand there already, so that every text can be told from its defused form.
 */
const formulaStarts = /(?<=^|[;\t\r\n])'*(?=[=+\-@＝＋－＠])|^'*(?=[\t\r])/g;
const defusedStarts = /(?<=^|[;\t\r\n])'+(?=[=+\-@＝＋－＠])|^'+(?=[\t\r])/g;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180): lines end in CR LF, cells are quoted where they must be. A text that a spreadsheet would run gets an apostrophe where
 * that would begin; `textOfCsvCell` takes it away again.
 *
 * @param rows - the first one is the head
 */
export function csvOf(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = plainNumber.test(value) ? value : value.replace(formulaStarts, "$&'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text a cell stands for, without the apostrophes that keep spreadsheets from running it. */
export function textOfCsvCell(cell: string): string {
  return cell.replace(defusedStarts, (apostrophes) => apostrophes.slice(1));
}
