import { decodeInvoice, decodeLineItem, decodeQuote } from '@deal-terms/core/crm';
import { invoicePropertyNames, lineItemPropertyNames, quotePropertyNames } from '@deal-terms/core/crm';
import { isBilled, latenessOf, linesEvidence, ownFindings, paymentTermsOf } from '@deal-terms/core/evidence';
import type { Evidence } from '@deal-terms/core/evidence';
import { countedToday } from '@deal-terms/core/offers';
import type { Appraisal, OfferEvent } from '@deal-terms/core/offers';
import { newestInvoices } from '../evidence/deal-evidence.ts';
import { newest } from '../evidence/newest.ts';
import { ownNames, ownValues } from '../evidence/own-values.ts';
import type { EvidencePort } from '../ports/evidence-port.ts';
import type { OfferContext } from './offer-context.ts';

type Crm = Pick<EvidencePort, 'withLinks' | 'recordsOf'>;
type Resolved = Extract<OfferContext['resolved'], { ok: true }>;
type Figures = Pick<Evidence, 'grossMargin' | 'paymentPlan' | 'daysBeyondTerms' | 'leadTimeDays'>;

/** Figures limits are measured by, as far as records show them. */
const measuring = ['grossMargin', 'paymentPlan', 'daysBeyondTerms', 'leadTimeDays'] as const;
/** As many lines or quotes as one call reads. */
const atOnce = 100;

/**
 * The deal with the margin, terms and lateness its records show now, in place of what is stored with the score: that is a property anybody with the deal can
 * edit, and limits count by it. Once something was put forward, what counted then counts on: later lines, quotes and invoices hold the outcome of the trade.
 * One call, none for a deal without lines, one more for each of deal and company that the policy names a property of; four at most where terms later than the
 * usual ones, or a lateness, have to be shown by quotes and invoices.
 *
 * @throws {CrmError}
 */
export async function withKnownFigures(crm: Crm, context: OfferContext): Promise<OfferContext['resolved']> {
  const { resolved, events } = context;
  if (!resolved.ok) return resolved;
  const isMeasuring = (name: string) => measuring.some((one) => one === name);
  const { thin, missing } = resolved.evidence;
  const others = Object.fromEntries(Object.entries(resolved.evidence).filter(([name]) => !isMeasuring(name)));
  const unmeasured = { ...resolved, evidence: { ...others, thin, missing } };
  const before = events.flatMap((event) => appraisalOf(event) ?? []);
  const today = todayBefore(before, unmeasured, context);
  const found = await figuresOf(crm, context, unmeasured, today === null);
  const [margin] = before.flatMap(({ counted }) => counted?.grossMargin ?? []);
  const now = found.grossMargin?.value ?? context.installation.policy.app.defaultGrossMargin;
  return {
    ...unmeasured,
    evidence: {
      ...unmeasured.evidence,
      ...found,
      ...(margin !== undefined && margin > now ? { grossMargin: { ...ofOffer, value: margin } } : {}),
      ...(today === null || today.source === 'policy' ? {} : { paymentPlan: { ...ofOffer, value: today.payments } }),
    },
  };
}

/** An offer's own figures, as far as they were let through. */
const ofOffer = { source: 'deals', count: 1, date: null } as const;

function appraisalOf(event: OfferEvent): Appraisal | null {
  const isPutForward = event.action === 'offer' || event.action === 'ask' || event.action === 'counter';
  return isPutForward ? event.appraisal : null;
}

/** What counted as today's terms when the deal's present ones were first traded; null where they never were. */
function todayBefore(before: readonly Appraisal[], resolved: Resolved, { installation }: OfferContext) {
  const { typed } = countedToday(resolved, installation.policy.app);
  const known = before.flatMap(({ counted }) => counted?.today ?? []);
  return known.find((today) => today.typed === typed) ?? null;
}

async function figuresOf(
  crm: Crm,
  { dealId, deal, links, today, installation: { account, policy } }: OfferContext,
  resolved: Resolved,
  asksTerms: boolean,
): Promise<Figures> {
  const own = policy.app.ownProperties.filter(({ figure }) => measuring.some((one) => one === figure));
  const isLater = asksTerms && countedToday(resolved, policy.app).source !== 'typed';
  const isLate = (resolved.input.customer?.daysBeyondTerms ?? 0) > 0;
  const [ofDeal, ofCompany] = [ownNames(own, 'deals'), ownNames(own, 'companies')];
  const { companyId } = deal.facts;
  const [record, company] = await Promise.all([
    ofDeal.length === 0 && !isLater
      ? null
      : crm.withLinks('deals', dealId, ['hs_object_id', ...ofDeal], isLater ? ['quotes'] : []),
    companyId === null || (ofCompany.length === 0 && !isLater && !isLate)
      ? null
      : crm.withLinks('companies', companyId, ['hs_object_id', ...ofCompany], isLater || isLate ? ['invoices'] : []),
  ]);
  const lineNames = [...lineItemPropertyNames, ...ownNames(own, 'line_items')];
  const [lines, quotes, invoices] = await Promise.all([
    crm.recordsOf('line_items', newest(links.line_items ?? [], atOnce), lineNames),
    crm.recordsOf('quotes', newest(record?.links.quotes ?? [], atOnce), quotePropertyNames),
    crm.recordsOf('invoices', newest(company?.links.invoices ?? [], newestInvoices), invoicePropertyNames),
  ]);
  const items = [...(lines?.values() ?? [])];
  const { findings } = ownFindings(
    ownValues(own, {
      deals: record === null ? [] : [record.properties],
      companies: company === null ? [] : [company.properties],
      line_items: items,
    }),
  );
  const { currency } = resolved;
  const { homeCurrency } = account;
  const billed = [...(invoices?.values() ?? [])]
    .map((properties) => decodeInvoice(properties, account))
    .filter((invoice) => isBilled(invoice, currency, homeCurrency));
  const quoted = newest([...(quotes?.keys() ?? [])], atOnce).map((id) => decodeQuote(quotes?.get(id) ?? {}, account));
  const { grossMargin } = linesEvidence(
    items.map((item) => decodeLineItem(item, account)),
    currency,
  );
  const { paymentPlan } = paymentTermsOf(quoted, billed, { today, currency, homeCurrency });
  const { daysBeyondTerms } = latenessOf(billed, today);
  return {
    ...(grossMargin === undefined ? {} : { grossMargin }),
    ...(paymentPlan === undefined ? {} : { paymentPlan }),
    ...(daysBeyondTerms === undefined ? {} : { daysBeyondTerms }),
    ...findings,
  };
}
