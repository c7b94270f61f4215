import { decodeLineItem, lineItemPropertyNames } from '@deal-terms/core/crm';
import { linesEvidence, readOwnMargin } from '@deal-terms/core/evidence';
import type { Finding } from '@deal-terms/core/evidence';
import type { OfferEvent } from '@deal-terms/core/offers';
import { newest } from '../evidence/newest.ts';
import { ownNames, ownValues } from '../evidence/own-values.ts';
import { batchSize } from '../ports/batches.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import type { OfferContext } from './offer-context.ts';

type Crm = Pick<EvidencePort, 'withLinks' | 'recordsOf'>;
type Margin = Finding<number>;

/**
 * The deal with the margin its records show now, in place of what is stored with the score: that is a property anybody with the deal can edit, and limits
 * count by it. Once something was put forward, what counted then counts on: later lines hold the outcome of the trade. One call, none for a deal without lines, one
 * more for each of deal and company that the policy names a property of.
 *
 * @throws {CrmError}
 */
export async function withKnownMargin(crm: Crm, context: OfferContext): Promise<OfferContext['resolved']> {
  const { resolved, events } = context;
  if (!resolved.ok) return resolved;
  const found = await marginOf(crm, context, resolved.currency);
  const [before] = events.flatMap((event) => countedBefore(event) ?? []);
  const now = found?.value ?? context.installation.policy.app.defaultGrossMargin;
  const known = before !== undefined && before > now ? { ...ofOffer, value: before } : found;
  const others = Object.entries(resolved.evidence).filter(([name]) => name !== 'grossMargin');
  const { thin, missing } = resolved.evidence;
  const evidence = { ...Object.fromEntries(others), thin, missing };
  return { ...resolved, evidence: known === null ? evidence : { ...evidence, grossMargin: known } };
}

/** An offer's own margin, as far as it was let through. */
const ofOffer = { source: 'deals', count: 1, date: null } as const;

function countedBefore(event: OfferEvent): number | null {
  const isPutForward = event.action === 'offer' || event.action === 'ask' || event.action === 'counter';
  return isPutForward ? (event.appraisal.counted?.grossMargin ?? null) : null;
}

async function marginOf(
  crm: Crm,
  { dealId, deal, links, installation: { account, policy } }: OfferContext,
  currency: string,
): Promise<Margin | null> {
  const own = policy.app.ownProperties.filter(({ figure }) => figure === 'grossMargin');
  const [ofDeal, ofCompany] = [ownNames(own, 'deals'), ownNames(own, 'companies')];
  const { companyId } = deal.facts;
  const [record, company] = await Promise.all([
    ofDeal.length === 0 ? null : crm.withLinks('deals', dealId, ofDeal, []),
    companyId === null || ofCompany.length === 0 ? null : crm.withLinks('companies', companyId, ofCompany, []),
  ]);
  const ids = newest(links.line_items ?? [], batchSize);
  const lines = await crm.recordsOf('line_items', ids, [...lineItemPropertyNames, ...ownNames(own, 'line_items')]);
  const items = [...(lines?.values() ?? [])];
  const { grossMargin: text } = ownValues(own, {
    deals: record === null ? [] : [record.properties],
    companies: company === null ? [] : [company.properties],
    line_items: items,
  });
  const ofOwn = text === undefined ? null : readOwnMargin(text.text);
  if (ofOwn !== null) return { value: ofOwn, source: 'property', count: 1, date: null };
  const decoded = items.map((item) => decodeLineItem(item, account));
  return linesEvidence(decoded, currency).grossMargin ?? null;
}
