import type { AccountProfile } from '../workbench/account.ts';
import { recogniseColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { readTable } from './csv-table.ts';
import type { Row } from './csv-table.ts';
import { currenciesOf } from './currencies.ts';
import { ImportFileError } from './import-error.ts';
import { peopleOf } from './people.ts';
import { pipelinesOf } from './stages.ts';
import { usableRows } from './usable-rows.ts';
import type { RejectedRow } from './usable-rows.ts';

/** A deals export of HubSpot. */
export type ImportSource = {
  /** File name, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** IANA: the zone its times are in. */
  readonly timeZone: string;
};

/** A deals export, read; what its values mean is known once the account's properties are. */
export type DealsFile = {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly rejected: readonly RejectedRow[];
  /** The account it needs. */
  readonly profile: AccountProfile;
  readonly ownerOf: (cells: readonly string[]) => string | null;
  readonly placeOf: (cells: readonly string[]) => { readonly pipeline: string; readonly dealstage: string };
};

/**
 * @throws {ImportFileError} for a file that is no deals export, or without a single row that can be used
 */
export function readDealsFile({ name, bytes, timeZone }: ImportSource): DealsFile {
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
  return {
    header: table.header,
    columns,
    rows,
    rejected,
    ownerOf,
    placeOf,
    profile: { name, timeZone, people, pipelines, ...currenciesOf(rows, columns) },
  };
}
