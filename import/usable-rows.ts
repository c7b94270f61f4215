import type { Columns } from './columns.ts';
import { isCutId } from './companies.ts';
import type { Row, Table } from './csv-table.ts';

/** A row that was left out: what is wrong, and with which of its values; "" where that is no value. */
export type RejectedRow = {
  readonly line: number;
  /** Finishes the sentence "Line 7: …". */
  readonly reason: string;
  /** The same without the value, for many rows together: "Amount is no number". */
  readonly kind: string;
  readonly value: string;
};

/** Rows that can become deals, as far as can be told without the account's properties. */
export function usableRows(
  { header, rows }: Table,
  columns: Columns,
): { readonly usable: readonly Row[]; readonly rejected: readonly RejectedRow[] } {
  const usable: Row[] = [];
  const rejected: RejectedRow[] = [];
  const lineOf = new Map<string, number>();
  const hasStages = rows.some(({ cells }) => columns.cell(cells, 'stage') !== '');
  for (const row of rows) {
    const fault = faultOf(row, header.length, columns, lineOf, hasStages);
    if (fault !== null) {
      rejected.push({ line: row.line, ...fault });
      continue;
    }
    usable.push(row);
    const recordId = columns.cell(row.cells, 'recordId');
    if (recordId !== '' && !isCutId(recordId)) lineOf.set(recordId, row.line);
  }
  return { usable, rejected };
}

function faultOf(
  { cells }: Row,
  width: number,
  { cell, nameOf }: Columns,
  lineOf: ReadonlyMap<string, number>,
  hasStages: boolean,
): Omit<RejectedRow, 'line'> | null {
  const fault = (reason: string, kind: string, value = '') => ({ reason, kind, value });
  if (cells.length > width)
    return fault(
      `it has ${cells.length} fields where the header has ${width}`,
      'there are more fields than the header has',
    );
  if (nameOf(cells) === '') return fault('it has no deal name', 'there is no deal name');
  // Every deal of a CRM has a stage: where others have one, a row without was cut off.
  if (hasStages && cell(cells, 'stage') === '') return fault('it has no deal stage', 'there is no deal stage');
  const currency = cell(cells, 'currency');
  if (currency !== '' && !/^[a-z]{3}$/i.test(currency))
    return fault(`“${currency}” is no currency code such as EUR`, 'the currency is no code such as EUR', currency);
  const recordId = cell(cells, 'recordId');
  const twin = lineOf.get(recordId);
  return twin === undefined
    ? null
    : fault(`record ID ${recordId} is on line ${twin} already`, 'the record ID is on another line already', recordId);
}
