import type { Table } from './csv-table.ts';
import { ImportFileError } from './import-error.ts';
import { plainLabel } from './plain-label.ts';

/** Columns that say what a deal belongs to, or what HubSpot works out: by HubSpot's label or internal name. The others are values of the deal. */
const references = {
  recordId: ['record id', 'deal id', 'hs_object_id'],
  pipeline: ['pipeline'],
  stage: ['deal stage', 'dealstage'],
  owner: ['deal owner', 'hubspot_owner_id'],
  currency: ['currency', 'deal_currency_code'],
  exchangeRate: ['exchange rate', 'hs_exchange_rate'],
  homeAmount: ['amount in company currency', 'amount_in_home_currency'],
  isClosed: ['is deal closed?', 'is closed', 'hs_is_closed'],
  isWon: ['is closed won', 'hs_is_closed_won'],
  probability: ['deal probability', 'hs_deal_stage_probability'],
  companyIds: [
    'associated company ids (primary)',
    'associated company ids',
    'associated company id',
    'primary associated company',
    'hs_primary_associated_company',
  ],
  companies: ['associated company (primary)', 'associated company', 'associated companies', 'company name', 'company'],
} as const;
export type Reference = keyof typeof references;

/** What later steps need of the deal's own values before HubSpot's properties are known. */
const facts = { name: ['deal name', 'dealname'], amount: ['amount'] } as const;

export type Columns = {
  /** Trimmed text of a row in one of these columns; "" when there is no such column. */
  readonly cell: (cells: readonly string[], what: Reference | keyof typeof facts) => string;
  /** Indexes of the columns that are values of the deal, its id where it comes from among them. */
  readonly values: readonly number[];
};

/**
 * What each column of a deals export is.
 *
 * @throws {ImportFileError} when it is no deals export
 */
export function recogniseColumns({ header }: Table): Columns {
  const labels = header.map(plainLabel);
  const find = (names: readonly string[]) =>
    names.map((name) => labels.indexOf(name)).find((index) => index >= 0) ?? -1;
  const places = Object.fromEntries(
    Object.entries({ ...references, ...facts }).map(([what, names]) => [what, find(names)]),
  );
  const missing = (['name', 'stage'] as const)
    .filter((what) => places[what] === -1)
    .map((what) => (what === 'name' ? 'Deal Name' : 'Deal Stage'));
  if (missing.length > 0)
    throw new ImportFileError(
      `This is not a deals export: there is no column ${missing.join(' and no column ')}. It has: ${header.join(', ').slice(0, 500)}.`,
    );
  const known = new Set<string>(
    Object.entries(references).flatMap(([what, names]) => (what === 'recordId' ? [] : names)),
  );
  return {
    cell: (cells, what) => cells[places[what] ?? -1]?.trim() ?? '',
    values: labels.flatMap((label, index) => (known.has(label) ? [] : [index])),
  };
}
