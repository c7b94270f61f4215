import { readTable } from './csv-table.ts';
import type { Row } from './csv-table.ts';
import { createDateReader } from './dates.ts';
import { fileNotationOf } from './file-notation.ts';
import type { ChosenNotation } from './file-notation.ts';
import { headerKey } from './header-names.ts';
import { ImportFileError } from './import-error.ts';
import { readNumber } from './numbers.ts';
import { plainLabel } from './plain-label.ts';
import { belongsTo } from './related-columns.ts';
import type { BelongsTo, CellKind, RelatedKind } from './related-columns.ts';
import type { RejectedRow } from './usable-rows.ts';

/** A file of line items or invoices beside a deals export. */
export type RelatedSource = { readonly kind: RelatedKind; readonly name: string; readonly bytes: Uint8Array };

/** A record of it: its properties, and what it says it belongs to. */
export type RelatedRecord = {
  readonly line: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly belongsTo: Readonly<Record<BelongsTo, string>>;
};

export type RelatedFile = {
  readonly kind: RelatedKind;
  readonly name: string;
  readonly records: readonly RelatedRecord[];
  readonly rejected: readonly RejectedRow[];
  readonly guesses: readonly string[];
  /** ISO 4217, of each record that names one. */
  readonly currencies: readonly string[];
};

type Reader = (text: string) => string | null;

/**
 * Reads line items or invoices as HubSpot exports them.
 *
 * @param timeZone - IANA, of its dates
 * @throws {ImportFileError} for a file that is none
 */
export function readRelatedFile(
  { kind, name, bytes }: RelatedSource,
  timeZone: string,
  chosen: ChosenNotation,
): RelatedFile {
  const table = readTable(bytes);
  const keys = table.header.map(headerKey);
  const placeOf = (names: string) =>
    names
      .split(',')
      .map((one) => keys.indexOf(headerKey(one)))
      .find((place) => place >= 0) ?? -1;
  const columns = kind.columns.map((column) => ({ ...column, place: placeOf(column.names) }));
  const places = Object.fromEntries(Object.entries(belongsTo).map(([what, names]) => [what, placeOf(names)])) as Record<
    BelongsTo,
    number
  >;
  if (!columns.some(({ property, place }) => property === kind.needed && place >= 0))
    throw new ImportFileError(
      `${name} holds no ${kind.many}: there is no column ${kind.neededName}. It has: ${table.header.join(', ').slice(0, 500)}.`,
    );
  if (Object.values(places).every((place) => place < 0))
    throw new ImportFileError(
      `${name} does not say what its ${kind.many} belong to: it needs a column Associated Deal IDs, Associated Deal, Associated Company IDs or Associated Company.`,
    );
  const numbers = columns.filter(({ kind: cell }) => cell === 'number' || cell === 'instant');
  const cellAt = ({ cells }: Row, place: number) => cells[place]?.trim() ?? '';
  const { mark, dayOrder, guesses } = fileNotationOf(
    {
      delimiter: table.delimiter,
      isContinental: null,
      money: table.rows.flatMap((row) =>
        numbers.filter(({ kind: cell }) => cell === 'number').map(({ place }) => cellAt(row, place)),
      ),
      cells: table.rows.flatMap((row) => numbers.map(({ place }) => cellAt(row, place))),
    },
    chosen,
  );
  const dates = createDateReader(timeZone, dayOrder);
  const readers: Readonly<Record<CellKind, Reader>> = {
    text: (text) => text,
    currency: currencyNamed,
    number: (text) => readNumber(text, mark),
    instant: (text) => dates.instant(text),
    status: statusNamed,
    frequency: (text) => headerKey(text).replaceAll(' ', '_'),
  };
  const records: RelatedRecord[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of table.rows) {
    const properties: Record<string, string> = {};
    const fault = fillIn(properties, columns, readers, (place) => cellAt(row, place));
    if (fault !== null) rejected.push({ line: row.line, ...fault });
    else
      records.push({
        line: row.line,
        properties: withBalance(properties),
        belongsTo: {
          dealIds: cellAt(row, places.dealIds),
          deals: cellAt(row, places.deals),
          companyIds: cellAt(row, places.companyIds),
          companies: cellAt(row, places.companies),
        },
      });
  }
  return {
    kind,
    name,
    records,
    rejected,
    currencies: currenciesIn(records, kind),
    guesses: [...table.guesses, ...guesses].map((guess) => `${name}: ${guess}`),
  };
}

function currenciesIn(records: readonly RelatedRecord[], { columns }: RelatedKind): string[] {
  const named = columns.filter(({ kind }) => kind === 'currency').map(({ property }) => property);
  return records.flatMap(({ properties }) => named.flatMap((property) => properties[property] ?? []));
}

type PlacedColumn = RelatedKind['columns'][number] & { readonly place: number };

function fillIn(
  properties: Record<string, string>,
  columns: readonly PlacedColumn[],
  readers: Readonly<Record<CellKind, Reader>>,
  cellAt: (place: number) => string,
): Omit<RejectedRow, 'line'> | null {
  for (const { property, kind, names, place } of columns) {
    const text = cellAt(place);
    if (text === '') continue;
    const value = readers[kind](text);
    const [label = property] = names.split(',');
    if (value === null) {
      const what = {
        number: 'no number',
        instant: 'no date',
        status: 'no status of an invoice',
        currency: 'no currency code such as EUR',
      }[kind as 'number'];
      return { reason: `${label}: “${text}” is ${what}`, kind: `${label}: ${what}`, value: text };
    }
    properties[property] = value;
  }
  return null;
}

function currencyNamed(text: string): string | null {
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

const statuses: Readonly<Record<string, string>> = {
  draft: 'draft',
  open: 'open',
  unpaid: 'open',
  overdue: 'open',
  'past due': 'open',
  sent: 'open',
  'partially paid': 'open',
  paid: 'paid',
  'paid in full': 'paid',
  closed: 'paid',
  voided: 'voided',
  void: 'voided',
  cancelled: 'voided',
  canceled: 'voided',
};

function statusNamed(text: string): string | null {
  return statuses[plainLabel(text)] ?? null;
}

/** HubSpot works the balance out of what was billed and paid; a file may have it the other way round. */
function withBalance({ hs_balance_due: balance, ...properties }: Record<string, string>): Record<string, string> {
  const { hs_amount_billed: billed, hs_amount_paid: paid } = properties;
  if (billed === undefined || paid !== undefined) return properties;
  if (balance !== undefined)
    return { ...properties, hs_amount_paid: String(Number((Number(billed) - Number(balance)).toFixed(6))) };
  return properties['hs_invoice_status'] === 'paid' ? { ...properties, hs_amount_paid: billed } : properties;
}
