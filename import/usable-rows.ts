import type { Columns } from './columns.ts';
import type { Row, Table } from './csv-table.ts';

/** A row that was left out, and why; the reason finishes the sentence "Line 7: …". */
export type RejectedRow = { readonly line: number; readonly reason: string };

/** Rows that can become deals, as far as can be told without the account's properties. */
export function usableRows(
  { header, rows }: Table,
  columns: Columns,
): { readonly usable: readonly Row[]; readonly rejected: readonly RejectedRow[] } {
  const usable: Row[] = [];
  const rejected: RejectedRow[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    const reason = faultOf(row, header.length, columns, lineOf);
    if (reason !== null) {
      rejected.push({ line: row.line, reason });
      continue;
    }
    usable.push(row);
    const recordId = columns.cell(row.cells, 'recordId');
    if (recordId !== '') lineOf.set(recordId, row.line);
  }
  return { usable, rejected };
}

function faultOf({ cells }: Row, width: number, { cell }: Columns, lineOf: ReadonlyMap<string, number>): string | null {
  if (cells.length !== width) return `it has ${cells.length} fields where the header has ${width}`;
  if (cell(cells, 'name') === '') return 'it has no deal name';
  if (cell(cells, 'stage') === '') return 'it has no deal stage';
  const currency = cell(cells, 'currency');
  if (currency !== '' && !/^[a-z]{3}$/i.test(currency)) return `“${currency}” is no currency code such as EUR`;
  const twin = lineOf.get(cell(cells, 'recordId'));
  return twin === undefined ? null : `record ID ${cell(cells, 'recordId')} is on line ${twin} already`;
}
