import type { AccountProfile } from '../workbench/account.ts';
import { recogniseColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { isCutId } from './companies.ts';
import { readTable } from './csv-table.ts';
import type { Row } from './csv-table.ts';
import { currenciesOf } from './currencies.ts';
import { fileNotationOf } from './file-notation.ts';
import type { ChosenNotation, FileNotation } from './file-notation.ts';
import { ImportFileError } from './import-error.ts';
import { peopleOf } from './people.ts';
import { pipelinesOf } from './stages.ts';
import { readRelatedFile } from './related-file.ts';
import type { RelatedFile, RelatedSource } from './related-file.ts';
import { usableRows } from './usable-rows.ts';
import type { RejectedRow } from './usable-rows.ts';

/** A deals export of HubSpot, a warehouse or another CRM. */
export type ImportSource = {
  /** File name, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** IANA: the zone its times are in. */
  readonly timeZone: string;
  /** How it writes numbers and dates, where whoever imports it has said so. */
  readonly notation?: ChosenNotation;
  /** Files of line items and invoices beside it. */
  readonly related?: readonly RelatedSource[];
};

/** A deals export, read; what its values mean is known once the account's properties are. */
export type DealsFile = {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly rejected: readonly RejectedRow[];
  readonly notation: Pick<FileNotation, 'mark' | 'dayOrder'>;
  /** What was guessed, as sentences that say how to decide otherwise. */
  readonly guesses: readonly string[];
  readonly related: readonly RelatedFile[];
  /** The account it needs. */
  readonly profile: AccountProfile;
  readonly ownerOf: (cells: readonly string[]) => string | null;
  readonly currencyOf: (cells: readonly string[]) => string;
  readonly placeOf: (cells: readonly string[]) => { readonly pipeline: string; readonly dealstage: string };
};

/**
 * @throws {ImportFileError} for a file that is no deals export, or without a single row that can be used
 */
export function readDealsFile({ name, bytes, timeZone, notation: chosen = {}, related = [] }: ImportSource): DealsFile {
  const table = readTable(bytes);
  const columns = recogniseColumns(table);
  const { usable: rows, rejected } = usableRows(table, columns);
  if (rows.length === 0)
    throw new ImportFileError(
      [
        'There is no row that can be imported.',
        ...rejected.slice(0, 10).map(({ line, reason }) => `Line ${line}: ${reason}.`),
      ].join('\n'),
    );
  const { people, ownerOf } = peopleOf(rows, columns);
  const { pipelines, placeOf } = pipelinesOf(rows, columns);
  const { guesses, ...notation } = fileNotationOf(
    {
      delimiter: table.delimiter,
      isContinental: columns.isContinental,
      money: rows.flatMap(({ cells }) => [columns.cell(cells, 'amount'), columns.cell(cells, 'homeAmount')]),
      cells: cellsThatTell(rows, columns),
    },
    chosen,
  );
  const beside = related.map((source) => readRelatedFile(source, timeZone, chosen));
  const {
    homeCurrency,
    currencies,
    currencyOf,
    guesses: ofMoney,
  } = currenciesOf(
    rows,
    columns,
    notation.mark,
    beside.flatMap((file) => file.currencies),
  );
  return {
    header: table.header,
    columns,
    rows,
    rejected,
    notation,
    guesses: [
      ...table.guesses,
      ...guesses,
      ...ofMoney,
      ...cutIdsGuess(rows, columns),
      ...beside.flatMap((file) => file.guesses),
    ],
    related: beside,
    ownerOf,
    currencyOf,
    placeOf,
    profile: { name, timeZone, people, pipelines, homeCurrency, currencies },
  };
}

/** Everything but ids and the names of things, which look like numbers by chance. */
function cellsThatTell(rows: readonly Row[], columns: Columns): readonly string[] {
  const { cell } = columns;
  const isValue = (index: number) => !['hs_object_id', 'dealname'].includes(columns.propertyAt(index) ?? '');
  const indexes = columns.values.filter(isValue);
  return rows.flatMap(({ cells }) => [
    ...indexes.map((index) => cells[index] ?? ''),
    cell(cells, 'homeAmount'),
    cell(cells, 'exchangeRate'),
    cell(cells, 'probability'),
  ]);
}

function cutIdsGuess(rows: readonly Row[], { cell }: Columns): readonly string[] {
  const cut = rows.filter(({ cells }) => isCutId(cell(cells, 'recordId')) || isCutId(cell(cells, 'companyIds')));
  const example =
    cut[0] === undefined ? '' : [cell(cut[0].cells, 'recordId'), cell(cut[0].cells, 'companyIds')].find(isCutId);
  return cut.length === 0
    ? []
    : [
        `Ids such as ${example ?? ''} were cut by a spreadsheet in ${cut.length} ${cut.length === 1 ? 'row' : 'rows'}: they are not used to tell deals or companies apart.`,
      ];
}
