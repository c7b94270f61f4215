import { daysBetween } from '../crm/calendar.ts';
import type { Invoice, Quote } from '../crm/commerce.ts';
import { formatPaymentPlan } from '../scoring/index.ts';
import { readTerms } from '../terms/index.ts';
import type { Finding, Thin } from './evidence-schema.ts';
import { compare, latest, median } from './statistics.ts';

/** Longer terms are a slip of the keyboard. */
const longestDays = 3_650;

/**
 * Payment terms as they stand: what the deal's newest quote says, else what the customer's invoices were due by. Drafts and quotes that have run out are left out.
 *
 * @param quotes - of the deal, the newest first
 * @param invoices - billed ones of the company, in the deal's currency
 * @param context - today (ISO date) and the deal's and the account's currency
 */
export function paymentTermsOf(
  quotes: readonly Quote[],
  invoices: readonly Invoice[],
  {
    today,
    currency,
    homeCurrency,
  }: { readonly today: string; readonly currency: string; readonly homeCurrency: string },
): { readonly paymentPlan?: Finding<string>; readonly thin: readonly Thin[] } {
  const valid = quotes.filter(
    (quote) =>
      quote.isPublished &&
      (quote.expiresOn === null || quote.expiresOn >= today) &&
      (quote.currency ?? homeCurrency) === currency,
  );
  // Of quotes of one day, the first: the caller hands the newest over first.
  const [newest] = [...valid].sort((one, other) => compare(other.createdOn ?? '', one.createdOn ?? ''));
  const quoted = newest === undefined ? null : notationOfQuote(newest);
  if (newest !== undefined && quoted !== null)
    return { paymentPlan: { value: quoted, source: 'quote', count: 1, date: newest.createdOn }, thin: [] };
  const granted = invoices.flatMap(({ invoicedOn, dueOn }) =>
    invoicedOn === null || dueOn === null || dueOn < invoicedOn ? [] : [daysBetween(invoicedOn, dueOn)],
  );
  if (granted.length === 0) return { thin: [] };
  return {
    paymentPlan: {
      value: netDays(Math.round(median(granted))),
      source: 'invoices',
      count: granted.length,
      date: latest(invoices.map(({ invoicedOn }) => invoicedOn)),
    },
    thin: [],
  };
}

/** Terms typed as text, in the notation they are stored in; null when they cannot be read. */
export function notationOf(text: string): string | null {
  const read = readTerms(text);
  return read.ok ? read.notation : null;
}

function notationOfQuote({ netDays: days, terms }: Quote): string | null {
  if (days !== null && days >= 0 && days <= longestDays) return netDays(days);
  return terms === null ? null : notationOf(terms);
}

function netDays(days: number): string {
  return formatPaymentPlan([{ share: 1, anchor: 'delivery', days }]);
}
