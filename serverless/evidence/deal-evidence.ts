import { decodeInvoice, decodeLineItem, decodeQuote } from '@deal-terms/core/crm';
import { invoicePropertyNames, lineItemPropertyNames, quotePropertyNames } from '@deal-terms/core/crm';
import type { Account, Invoice } from '@deal-terms/core/crm';
import { earlierDealOf, earlierDealPropertyNames } from '@deal-terms/core/evidence';
import type { EarlierDeal, EvidenceRecords } from '@deal-terms/core/evidence';
import { batchSize } from '../ports/batches.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import { suggestionPropertyNames } from '../suggestions/suggestions.ts';
import { newest } from './newest.ts';
import { ownNames, ownValues } from './own-values.ts';
import type { OwnProperties } from './own-values.ts';

/** A company's newest invoices and deals, as many as tell how it is now. */
export const newestInvoices = 20;
export const newestDeals = 20;

/** What HubSpot holds of one deal and its customer. */
export type DealRecords = {
  readonly evidence: EvidenceRecords;
  /** The company's other deals, by id; null for a deal without a company, or whose company is gone. */
  readonly otherDeals: ReadonlyMap<string, Properties> | null;
  readonly company: Properties | null;
  /** Of this deal alone, to propose its outcome. */
  readonly dealInvoices: readonly Invoice[];
};

/**
 * Reads a deal's evidence: at most six calls, two steps one after the other.
 *
 * @param about - the deal, its company, and the properties of the account's own that say something of either
 * @throws {CrmError}
 */
export async function readDealRecords(
  crm: EvidencePort,
  {
    dealId,
    companyId,
    ownProperties,
    account,
  }: {
    readonly dealId: string;
    readonly companyId: string | null;
    readonly ownProperties: OwnProperties;
    readonly account: Account;
  },
): Promise<DealRecords> {
  const [deal, company] = await Promise.all([
    crm.withLinks(
      'deals',
      dealId,
      ['hs_object_id', ...ownNames(ownProperties, 'deals')],
      ['line_items', 'quotes', 'invoices'],
    ),
    companyId === null
      ? null
      : crm.withLinks(
          'companies',
          companyId,
          ['country', 'industry', ...ownNames(ownProperties, 'companies')],
          ['deals', 'invoices'],
        ),
  ]);
  const invoiceIds = newest(company?.links.invoices ?? [], newestInvoices);
  const ofDeal = deal?.links.invoices ?? [];
  const [lines, quotes, invoices, others] = await Promise.all([
    read('line_items', deal?.links.line_items, [...lineItemPropertyNames, ...ownNames(ownProperties, 'line_items')]),
    read('quotes', deal?.links.quotes, quotePropertyNames),
    company?.links.invoices === null
      ? null
      : read('invoices', [...new Set([...invoiceIds, ...ofDeal])], invoicePropertyNames),
    read('deals', company?.links.deals, otherDealPropertyNames),
  ]);
  const decoded = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const properties = invoices?.get(id);
      return properties === undefined ? [] : [decodeInvoice(properties, account)];
    });
  const otherDeals = company === null || others === null ? null : without(others, dealId);
  return {
    evidence: {
      lineItems: lines === null ? null : [...lines.values()].map((properties) => decodeLineItem(properties, account)),
      quotes:
        quotes === null
          ? null
          : newest([...quotes.keys()], batchSize).map((id) => decodeQuote(quotes.get(id) ?? {}, account)),
      invoices: invoices === null ? null : decoded(invoiceIds),
      earlierDeals: otherDeals === null ? null : earlierDealsOf(otherDeals, account),
      company: { country: company?.properties['country'] || null, industry: company?.properties['industry'] || null },
      own: ownValues(ownProperties, {
        deals: deal === null ? [] : [deal.properties],
        companies: company === null ? [] : [company.properties],
        line_items: [...(lines?.values() ?? [])],
      }),
    },
    otherDeals,
    company: company?.properties ?? null,
    dealInvoices: decoded(ofDeal),
  };

  function read(
    kind: 'line_items' | 'quotes' | 'invoices' | 'deals',
    ids: readonly string[] | null | undefined,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, Properties> | null> {
    if (ids === null) return Promise.resolve(null);
    return crm.recordsOf(kind, newest(ids ?? [], batchSize), names);
  }
}

/** What is read of a company's other deals. */
export const otherDealPropertyNames: readonly string[] = [
  ...new Set([...suggestionPropertyNames, ...earlierDealPropertyNames]),
];

/** The newest of a company's deals, as far as they tell something of it. */
export function earlierDealsOf(deals: ReadonlyMap<string, Properties>, account: Account): EarlierDeal[] {
  return newest([...deals.keys()], newestDeals).map((id) => earlierDealOf(deals.get(id) ?? {}, account));
}

function without(deals: ReadonlyMap<string, Properties>, dealId: string): ReadonlyMap<string, Properties> {
  return new Map([...deals].filter(([id]) => id !== dealId));
}
