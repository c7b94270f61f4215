import type { LocalAccount } from '../workbench/account.ts';
import { createCrmClient } from '../workbench/crm-client.ts';
import type { Progress } from '../workbench/progress.ts';
import type { BulkRecord } from '../workbench/emulator/index.ts';
import { amountsOfLines } from './amounts-of-lines.ts';
import { companiesIn, companiesOf, isCutId } from './companies.ts';
import type { Row } from './csv-table.ts';
import { prepareDealValues } from './deal-values.ts';
import { ImportFileError } from './import-error.ts';
import { loadRelated } from './load-related.ts';
import type { LoadedIds, RelatedReport } from './load-related.ts';
import { missingFrom } from './missing-values.ts';
import { plainLabel } from './plain-label.ts';
import type { DealsFile } from './read-deals-file.ts';
import type { RejectedRow } from './usable-rows.ts';

/** What came of an import. */
export type ImportReport = {
  readonly deals: number;
  readonly companies: number;
  /** Rows that became no deal, by line. */
  readonly rejected: readonly RejectedRow[];
  /** Values of the app's own properties that their deals were loaded without, by line. */
  readonly leftOut: readonly RejectedRow[];
  /** Rows of the file, without blank ones. */
  readonly rows: number;
  /** What was guessed, as sentences that say how to decide otherwise. */
  readonly guesses: readonly string[];
  /** What came of files beside the deals. */
  readonly related: readonly RelatedReport[];
  /** What is missing, and what that means for scores. */
  readonly missing: readonly string[];
  /** Of all open deals, in home currency. */
  readonly openAmount: number;
  /** ISO 4217. */
  readonly homeCurrency: string;
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
  const leftOut: RejectedRow[] = [];
  for (const row of file.rows) {
    const read = values.of(row.cells);
    if (read.ok) {
      deals.push({ row, properties: { ...read.properties, dealname: file.columns.nameOf(row.cells) } });
      leftOut.push(...read.leftOut.map((fault) => ({ line: row.line, ...fault })));
    } else rejected.push({ line: row.line, reason: read.reason, kind: read.kind, value: read.value });
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
    companies.map(({ name, domain, owner: key }) => ({
      properties: { name, ...(domain === '' ? {} : { domain }), ...owner(key) },
    })),
    (done) => onProgress('companies', done, companies.length),
  );
  const idOf = new Map(companies.map(({ key }, place) => [key, companyIds[place] ?? '']));
  const record = ({ row: { cells }, properties }: Deal): BulkRecord => ({
    properties: {
      ...properties,
      ...file.placeOf(cells),
      ...owner(file.ownerOf(cells)),
      ...currency(file.currencyOf(cells)),
    },
    links: companiesIn(cells, file.columns).map(({ key }) => ({ objectType: 'companies', id: idOf.get(key) ?? '' })),
  });
  const dealIds = await account.load('deals', deals.map(record), (done) => onProgress('deals', done, deals.length));
  const ids = loadedIds(deals, dealIds, idOf, file);
  const related: RelatedReport[] = [];
  const linesOfDeals = new Map<string, readonly string[]>();
  for (const beside of file.related) {
    const { report, linesOfDeals: lines } = await loadRelated(account, beside, ids);
    related.push(report);
    for (const [id, lineIds] of lines) linesOfDeals.set(id, lineIds);
  }
  const amounts = await amountsOfLines(
    createCrmClient(account.api, account.adminToken),
    deals.flatMap(({ row, properties }, place) => {
      const id = dealIds[place] ?? '';
      const lineIds = linesOfDeals.get(id) ?? [];
      const currencyOfDeal = file.currencyOf(row.cells) || file.profile.homeCurrency;
      return properties['amount'] === undefined && lineIds.length > 0
        ? [{ id, currency: currencyOfDeal, lineIds }]
        : [];
    }),
    file.profile.timeZone,
  );
  const whole = deals.map((deal, place): Deal => {
    const amount = amounts.get(dealIds[place] ?? '');
    return amount === undefined ? deal : { ...deal, properties: { ...deal.properties, amount } };
  });
  return {
    rows: file.rows.length + file.rejected.length,
    deals: deals.length,
    companies: companies.length,
    rejected,
    leftOut,
    guesses: [...file.guesses, ...amountsGuess(amounts.size)],
    related,
    missing: missingFrom(
      whole.map(({ properties }) => properties),
      amounts.size > 0 ? new Set([...values.filled, 'amount']) : values.filled,
      file,
    ),
    openAmount: openAmountOf(whole, file),
    homeCurrency: file.profile.homeCurrency,
  };
}

function amountsGuess(count: number): string[] {
  if (count === 0) return [];
  const whose =
    count === 1 ? '1 deal has no amount: its is' : `${count.toLocaleString('en')} deals have no amount: theirs is`;
  return [`${whose} the sum of its lines, as in HubSpot when lines are added. A column Amount would tell.`];
}

/** What open deals are worth together; those without an amount or an exchange rate count for nothing. */
function openAmountOf(deals: readonly Deal[], { profile, placeOf, currencyOf }: DealsFile): number {
  const closed = new Set(
    profile.pipelines.flatMap(({ id, stages }) =>
      stages.filter(({ metadata }) => metadata['isClosed'] === 'true').map((stage) => `${id} ${stage.id}`),
    ),
  );
  return deals.reduce((total, { row: { cells }, properties }) => {
    const { pipeline, dealstage } = placeOf(cells);
    const code = currencyOf(cells) || profile.homeCurrency;
    const rate = code === profile.homeCurrency ? 1 : (profile.currencies[code] ?? 0);
    return closed.has(`${pipeline} ${dealstage}`) ? total : total + Number(properties['amount'] ?? 0) * rate;
  }, 0);
}

function currency(code: string): { readonly deal_currency_code?: string } {
  return code === '' ? {} : { deal_currency_code: code };
}

function loadedIds(
  deals: readonly Deal[],
  dealIds: readonly string[],
  companyIds: ReadonlyMap<string, string>,
  { columns }: DealsFile,
): LoadedIds {
  const dealsByRecordId = new Map<string, string>();
  const dealsByName = new Map<string, string | null>();
  const companyOfDeal = new Map<string, string>();
  const companiesByKey = new Map(companyIds);
  for (const [place, { row }] of deals.entries()) {
    const id = dealIds[place] ?? '';
    const recordId = columns.cell(row.cells, 'recordId');
    if (recordId !== '' && !isCutId(recordId)) dealsByRecordId.set(recordId, id);
    const name = plainLabel(columns.nameOf(row.cells));
    dealsByName.set(name, dealsByName.has(name) ? null : id);
    const [company] = companiesIn(row.cells, columns);
    const companyId = company === undefined ? undefined : companyIds.get(company.key);
    if (company === undefined || companyId === undefined) continue;
    companyOfDeal.set(id, companyId);
    if (!companiesByKey.has(plainLabel(company.name))) companiesByKey.set(plainLabel(company.name), companyId);
  }
  return { dealsByRecordId, dealsByName, companiesByKey, companyOfDeal };
}
