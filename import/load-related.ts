import type { LocalAccount } from '../workbench/account.ts';
import type { BulkRecord } from '../workbench/emulator/index.ts';
import { isCutId } from './companies.ts';
import { plainLabel } from './plain-label.ts';
import type { RelatedFile, RelatedRecord } from './related-file.ts';
import type { RejectedRow } from './usable-rows.ts';

/** Ids in the account of what a deals file has loaded; null for a name that several have. */
export type LoadedIds = {
  readonly dealsByRecordId: ReadonlyMap<string, string>;
  readonly dealsByName: ReadonlyMap<string, string | null>;
  readonly companiesByKey: ReadonlyMap<string, string>;
  /** Company of a deal, by the deal's id. */
  readonly companyOfDeal: ReadonlyMap<string, string>;
};

/** What came of one file beside the deals, and the ids of lines by deal. */
export type LoadedRelated = {
  readonly report: RelatedReport;
  readonly linesOfDeals: ReadonlyMap<string, readonly string[]>;
};

/** What came of one file beside the deals. */
export type RelatedReport = {
  readonly name: string;
  readonly what: string;
  readonly loaded: number;
  readonly rejected: readonly RejectedRow[];
};

/** Puts line items to their deals and invoices to their companies; what belongs to nothing in the account is left out. */
export async function loadRelated(
  account: Pick<LocalAccount, 'load'>,
  { kind, name, records, rejected }: RelatedFile,
  ids: LoadedIds,
): Promise<LoadedRelated> {
  const placed: BulkRecord[] = [];
  const dealsOfPlaced: (string | null)[] = [];
  const lost: RejectedRow[] = [...rejected];
  for (const record of records) {
    const deal = dealOf(record, ids);
    const company = companyOf(record, ids) ?? (deal === null ? null : (ids.companyOfDeal.get(deal) ?? null));
    const links = [
      ...(deal === null ? [] : [{ objectType: 'deals', id: deal }]),
      ...(company === null || kind.objectType === 'line_items' ? [] : [{ objectType: 'companies', id: company }]),
    ];
    const isPlaced = kind.objectType === 'line_items' ? deal !== null : company !== null;
    if (isPlaced) {
      placed.push({ properties: record.properties, links });
      dealsOfPlaced.push(deal);
    } else lost.push(belongsNowhere(record, kind.objectType === 'line_items' ? 'deal' : 'company'));
  }
  lost.sort((a, b) => a.line - b.line);
  const loaded = await account.load(kind.objectType, placed, () => undefined);
  const linesOfDeals = new Map<string, string[]>();
  if (kind.objectType === 'line_items')
    for (const [place, id] of loaded.entries()) {
      const deal = dealsOfPlaced[place] ?? '';
      linesOfDeals.set(deal, [...(linesOfDeals.get(deal) ?? []), id]);
    }
  return {
    report: {
      name,
      what: `${placed.length.toLocaleString('en')} ${placed.length === 1 ? kind.one : kind.many}`,
      loaded: placed.length,
      rejected: lost,
    },
    linesOfDeals,
  };
}

function dealOf({ belongsTo: { dealIds, deals } }: RelatedRecord, ids: LoadedIds): string | null {
  const byId = parts(dealIds)
    .filter((id) => !isCutId(id))
    .map((id) => ids.dealsByRecordId.get(id))
    .find((id) => id !== undefined);
  return byId ?? ids.dealsByName.get(plainLabel(deals)) ?? null;
}

function companyOf({ belongsTo: { companyIds, companies } }: RelatedRecord, ids: LoadedIds): string | null {
  const byId = parts(companyIds)
    .filter((id) => !isCutId(id))
    .map((id) => ids.companiesByKey.get(`id ${id}`))
    .find((id) => id !== undefined);
  return byId ?? ids.companiesByKey.get(plainLabel(companies)) ?? null;
}

function belongsNowhere({ line, belongsTo }: RelatedRecord, what: 'deal' | 'company'): RejectedRow {
  const named = what === 'deal' ? belongsTo.dealIds || belongsTo.deals : belongsTo.companyIds || belongsTo.companies;
  return {
    line,
    reason: named === '' ? `it names no ${what}` : `“${named}” is no ${what} of the deals that were imported`,
    kind: `there is no such ${what} among the deals that were imported`,
    value: named,
  };
}

function parts(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
