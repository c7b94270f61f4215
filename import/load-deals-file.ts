import type { LocalAccount } from '../workbench/account.ts';
import { createCrmClient } from '../workbench/crm-client.ts';
import type { Progress } from '../workbench/progress.ts';
import type { BulkRecord } from '../workbench/emulator/index.ts';
import { companiesIn, companiesOf } from './companies.ts';
import type { Row } from './csv-table.ts';
import { prepareDealValues } from './deal-values.ts';
import { ImportFileError } from './import-error.ts';
import type { DealsFile } from './read-deals-file.ts';
import type { RejectedRow } from './usable-rows.ts';

/** What came of an import. */
export type ImportReport = {
  readonly deals: number;
  readonly companies: number;
  /** By line. */
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly string[];
};

type Deal = { readonly row: Row; readonly properties: Readonly<Record<string, string>> };

/**
 * Fills an account that has the app set up with the companies and deals of a file.
 *
 * @throws {ImportFileError} when no row can be used
 */
export async function loadDealsFile(
  account: Pick<LocalAccount, 'api' | 'adminToken' | 'load' | 'owners'>,
  file: DealsFile,
  onProgress: Progress,
): Promise<ImportReport> {
  const values = await prepareDealValues(createCrmClient(account.api, account.adminToken), file);
  const deals: Deal[] = [];
  const rejected: RejectedRow[] = [...file.rejected];
  for (const row of file.rows) {
    const read = values.of(row.cells);
    if (read.ok) deals.push({ row, properties: read.properties });
    else rejected.push({ line: row.line, reason: read.reason });
  }
  rejected.sort((a, b) => a.line - b.line);
  if (deals.length === 0)
    throw new ImportFileError(
      [
        'There is no row that can be imported.',
        ...rejected.slice(0, 10).map(({ line, reason }) => `Line ${line}: ${reason}.`),
      ].join('\n'),
    );
  const companies = companiesOf(
    deals.map(({ row }) => row),
    file.columns,
    file.ownerOf,
  );
  const owner = (key: string | null) => (key === null ? {} : { hubspot_owner_id: account.owners.get(key) ?? '' });
  const companyIds = await account.load(
    'companies',
    companies.map(({ name, owner: key }) => ({ properties: { name, ...owner(key) } })),
    (done) => onProgress('companies', done, companies.length),
  );
  const idOf = new Map(companies.map(({ key }, place) => [key, companyIds[place] ?? '']));
  const record = ({ row: { cells }, properties }: Deal): BulkRecord => ({
    properties: {
      ...properties,
      ...file.placeOf(cells),
      ...owner(file.ownerOf(cells)),
      ...currency(file.columns.cell(cells, 'currency')),
    },
    links: companiesIn(cells, file.columns).map(({ key }) => ({ objectType: 'companies', id: idOf.get(key) ?? '' })),
  });
  await account.load('deals', deals.map(record), (done) => onProgress('deals', done, deals.length));
  return { deals: deals.length, companies: companies.length, rejected, notes: [...values.notes, ...ratesNote(file)] };
}

function currency(code: string): { readonly deal_currency_code?: string } {
  return code === '' ? {} : { deal_currency_code: code.toUpperCase() };
}

function ratesNote({ profile: { currencies } }: DealsFile): readonly string[] {
  const unknown = Object.entries(currencies).flatMap(([code, rate]) => (rate === null ? [code] : []));
  return unknown.length === 0
    ? []
    : [
        `No exchange rate is known for ${unknown.join(', ')}, so deals in it cannot be scored. Export “Amount in company currency” or “Exchange rate” as well.`,
      ];
}
