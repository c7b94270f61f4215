import type { Invoice, LineItem, Quote } from '../crm/commerce.ts';
import { answersOf, leadTimeOf, relationshipOf } from './earlier-deals.ts';
import type { EarlierDeal } from './earlier-deals.ts';
import type { Evidence, EvidenceKind, Finding } from './evidence-schema.ts';
import { isBilled, latenessOf, openInvoicesOf } from './invoices.ts';
import { linesEvidence } from './margin.ts';
import { ownFindings } from './own-properties.ts';
import type { OwnFigure, OwnValue } from './own-properties.ts';
import { paymentTermsOf } from './payment-terms.ts';

/** Everything read of a deal and its customer; null for what could not be read for want of a scope. */
export type EvidenceRecords = {
  readonly lineItems: readonly LineItem[] | null;
  /** The newest first. */
  readonly quotes: readonly Quote[] | null;
  /** Of the company, the newest. */
  readonly invoices: readonly Invoice[] | null;
  /** The company's other deals; null for a deal without a company. */
  readonly earlierDeals: readonly EarlierDeal[] | null;
  readonly company: { readonly country: string | null; readonly industry: string | null };
  readonly own: Partial<Readonly<Record<OwnFigure, OwnValue>>>;
};

/** What the findings are for. */
export type EvidenceContext = {
  /** ISO date in the account's time zone. */
  readonly today: string;
  /** ISO 4217: the deal's, and the account's. */
  readonly currency: string;
  readonly homeCurrency: string;
};

/**
 * What HubSpot's records say of a deal and its customer. Properties of the account's own win over what is derived.
 *
 * @returns every finding with its source, count and date, and what was too little to go by
 */
export function findEvidence(records: EvidenceRecords, context: EvidenceContext): Evidence {
  const { lineItems, quotes, invoices, earlierDeals, company, own } = records;
  const billed = (invoices ?? []).filter((one) => isBilled(one, context.currency, context.homeCurrency));
  const { thin: thinLines, ...lines } = linesEvidence(lineItems ?? [], context.currency);
  const { thin: thinTerms, ...terms } = paymentTermsOf(quotes ?? [], billed, context);
  const { thin: thinLateness, ...lateness } = latenessOf(billed, context.today);
  const leadTimeDays = leadTimeOf(earlierDeals ?? []);
  const { thin: thinRelation, ...relation } =
    earlierDeals === null ? { thin: [] } : relationshipOf(earlierDeals, billed);
  const ownFound = ownFindings(own);
  const derived = {
    ...lines,
    ...terms,
    ...lateness,
    ...relation,
    ...(leadTimeDays === null ? {} : { leadTimeDays }),
    ...openInvoicesOf(billed, context.today),
    ...answersOf(earlierDeals ?? [], context.today),
    ...fact('country', company.country),
    ...fact('industry', company.industry),
  };
  const isOwn = (name: string) => name in ownFound.findings;
  const thin = [...thinLines, ...thinTerms, ...thinLateness, ...thinRelation].filter(({ name }) => !isOwn(name));
  return {
    ...derived,
    ...ownFound.findings,
    thin: [...thin, ...ownFound.thin],
    missing: missingOf({ line_items: lineItems, quotes, invoices }),
  };
}

function fact(name: 'country' | 'industry', value: string | null): Partial<Record<typeof name, Finding<string>>> {
  return value === null ? {} : { [name]: { value, source: 'company', count: 1, date: null } };
}

function missingOf(read: Readonly<Record<EvidenceKind, unknown>>): EvidenceKind[] {
  return (Object.keys(read) as EvidenceKind[]).filter((kind) => read[kind] === null);
}
