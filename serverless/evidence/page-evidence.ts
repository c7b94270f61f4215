import {
  decodeInvoice,
  decodeLineItem,
  decodeQuote,
  invoicePropertyNames,
  lineItemPropertyNames,
  quotePropertyNames,
} from '@deal-terms/core/crm';
import type { Invoice } from '@deal-terms/core/crm';
import { earlierDealOf, findEvidence } from '@deal-terms/core/evidence';
import type { EarlierDeal, Evidence } from '@deal-terms/core/evidence';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { EvidencePort, LinkedKind } from '../ports/evidence-port.ts';
import { newestDeals, newestInvoices, otherDealPropertyNames } from './deal-evidence.ts';
import { newest } from './newest.ts';
import { ownNames, ownValues } from './own-values.ts';

/** What is known of a company; invoices are null where the app may not see them. */
type CompanyRecords = {
  readonly properties: Properties;
  readonly deals: ReadonlyMap<string, EarlierDeal>;
  readonly invoices: readonly Invoice[] | null;
};

/** Companies read so far, by id: a run reads each once, however many pages its deals are on. */
export type KnownCompanies = Map<string, CompanyRecords>;

export type DealToFind = { readonly id: string; readonly properties: Properties };

/** Evidence of many deals, by deal id. */
export type EvidenceOfMany = (deals: readonly DealToFind[], today: string) => Promise<ReadonlyMap<string, Evidence>>;

/**
 * Reads evidence of deals page by page: associations of all deals of a page in one call for each kind, records in hundreds, of a company its twenty newest invoices and deals.
 *
 * @param known - companies read so far; filled
 * @throws {CrmError}
 */
export function evidenceOfMany(
  crm: EvidencePort,
  { account, policy }: Installation,
  known: KnownCompanies = new Map(),
): EvidenceOfMany {
  const { ownProperties } = policy.app;
  return async (deals, today) => {
    const ids = deals.map(({ id }) => id);
    const companyIds = [...new Set(deals.flatMap(({ properties }) => companyOf(properties) ?? []))];
    const lineNames = [...lineItemPropertyNames, ...ownNames(ownProperties, 'line_items')];
    const [lines, quotes, own] = await Promise.all([
      linkedRecords(crm, 'deals', ids, { kind: 'line_items', names: lineNames, count: linesOfDeal }),
      linkedRecords(crm, 'deals', ids, { kind: 'quotes', names: quotePropertyNames, count: quotesOfDeal }),
      ownOfDeals(ids),
      readCompanies(companyIds.filter((id) => !known.has(id))),
    ]);
    return new Map(
      deals.map(({ id, properties }) => {
        const company = known.get(companyOf(properties) ?? '') ?? null;
        const ownLines = valuesOf(lines?.get(id));
        const records = {
          lineItems: lines === null ? null : ownLines.map((one) => decodeLineItem(one, account)),
          quotes: quotes === null ? null : valuesOf(quotes.get(id)).map((one) => decodeQuote(one, account)),
          invoices: company === null ? [] : company.invoices,
          earlierDeals: company === null ? null : earlierDealsBut(company.deals, id),
          company: {
            country: company?.properties['country'] || null,
            industry: company?.properties['industry'] || null,
          },
          own: ownValues(ownProperties, {
            deals: [own.get(id) ?? {}],
            companies: company === null ? [] : [company.properties],
            line_items: ownLines,
          }),
        };
        const currency = properties['deal_currency_code']?.trim().toUpperCase() || account.homeCurrency;
        return [id, findEvidence(records, { today, currency, homeCurrency: account.homeCurrency })];
      }),
    );
  };

  async function readCompanies(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const names = ['country', 'industry', ...ownNames(ownProperties, 'companies')];
    const [companies, deals, invoices] = await Promise.all([
      crm.recordsOf('companies', ids, names),
      // One more: the deal that is scored may be among them.
      linkedRecords(crm, 'companies', ids, { kind: 'deals', names: otherDealPropertyNames, count: newestDeals + 1 }),
      linkedRecords(crm, 'companies', ids, { kind: 'invoices', names: invoicePropertyNames, count: newestInvoices }),
    ]);
    for (const id of ids)
      known.set(id, {
        properties: companies?.get(id) ?? {},
        deals: new Map([...(deals?.get(id) ?? [])].map(([dealId, one]) => [dealId, earlierDealOf(one, account)])),
        invoices: invoices === null ? null : valuesOf(invoices.get(id)).map((one) => decodeInvoice(one, account)),
      });
  }

  /** Nothing is read where the settings name no property of deals. */
  async function ownOfDeals(ids: readonly string[]): Promise<ReadonlyMap<string, Properties>> {
    const names = ownNames(ownProperties, 'deals');
    return names.length === 0 ? new Map() : ((await crm.recordsOf('deals', ids, names)) ?? new Map());
  }
}

/** As many lines and quotes of a deal as count. */
const linesOfDeal = 100;
const quotesOfDeal = 20;

/** Records linked to each of some, the newest of each; null without the scope. */
async function linkedRecords(
  crm: EvidencePort,
  objectType: 'deals' | 'companies',
  ids: readonly string[],
  { kind, names, count }: { readonly kind: LinkedKind; readonly names: readonly string[]; readonly count: number },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Properties>> | null> {
  const links = await crm.linksOfMany(objectType, ids, kind);
  if (links === null) return null;
  const wanted = new Map([...links].map(([id, others]) => [id, newest([...new Set(others)], count)]));
  const records = await crm.recordsOf(kind, [...wanted.values()].flat(), names);
  if (records === null) return null;
  const found = (others: readonly string[]) => {
    const pairs = others.map((other) => [other, records.get(other)] as const);
    return new Map(pairs.flatMap(([other, one]) => (one === undefined ? [] : [[other, one] as const])));
  };
  return new Map([...wanted].map(([id, others]) => [id, found(others)]));
}

function earlierDealsBut(deals: ReadonlyMap<string, EarlierDeal>, dealId: string): EarlierDeal[] {
  return [...deals].flatMap(([id, deal]) => (id === dealId ? [] : [deal])).slice(0, newestDeals);
}

function valuesOf(records: ReadonlyMap<string, Properties> | undefined): Properties[] {
  return [...(records?.values() ?? [])];
}

function companyOf(properties: Properties): string | null {
  return properties['hs_primary_associated_company']?.trim() || null;
}
