import { addDays, daysBetween } from '../crm/calendar.ts';
import type { Invoice } from '../crm/commerce.ts';
import type { Finding, Thin } from './evidence-schema.ts';
import { latest, median, quantile } from './statistics.ts';

/** Invoices of this many days tell how a customer pays now. */
const memoryDays = 2 * 365;
/** A payment further from its due date is a slip of the keyboard. */
const furthestDays = 3_650;
/** Fewer payments than this are chance. */
const fewestPaid = 3;

/** An invoice the customer got, in the deal's currency. */
export function isBilled(invoice: Invoice, currency: string, homeCurrency: string): boolean {
  return (invoice.status === 'open' || invoice.status === 'paid') && (invoice.currency ?? homeCurrency) === currency;
}

/**
 * How late a customer usually pays: the median of payment day less due day over the paid invoices of two years.
 *
 * @param invoices - billed ones of the company, in the deal's currency
 * @param today - ISO date
 * @returns never negative: who pays early is on time
 */
export function latenessOf(
  invoices: readonly Invoice[],
  today: string,
): {
  readonly daysBeyondTerms?: Finding<number> & { readonly low: number; readonly high: number };
  readonly thin: readonly Thin[];
} {
  const since = addDays(today, -memoryDays);
  const dated = invoices.flatMap(({ status, dueOn, paidOn }) =>
    status === 'paid' && dueOn !== null && paidOn !== null && paidOn >= since && paidOn <= today
      ? [{ paidOn, late: daysBetween(dueOn, paidOn) }]
      : [],
  );
  const paid = dated.filter(({ late }) => Math.abs(late) <= furthestDays);
  if (paid.length === 0) return { thin: [] };
  if (paid.length < fewestPaid)
    return { thin: [{ name: 'daysBeyondTerms', why: 'too_few', have: paid.length, need: fewestPaid }] };
  const late = paid.map((invoice) => invoice.late);
  return {
    daysBeyondTerms: {
      value: Math.max(0, median(late)),
      low: quantile(late, 0.25),
      high: quantile(late, 0.75),
      source: 'invoices',
      count: paid.length,
      date: latest(paid.map((invoice) => invoice.paidOn)),
    },
    thin: [],
  };
}

/** What a customer still has to pay, and what of it is late; absent where there is none. `date` of what is late is the oldest due date. */
export function openInvoicesOf(
  invoices: readonly Invoice[],
  today: string,
): { readonly openInvoices?: Finding<number>; readonly overdue?: Finding<number> } {
  const open = invoices.filter(({ status, balance }) => status === 'open' && balance !== null && balance > 0);
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const sum = (items: readonly Invoice[]) =>
    Number(items.reduce((total, { balance }) => total + (balance ?? 0), 0).toFixed(2));
  const oldest = late.map(({ dueOn }) => dueOn ?? today).sort()[0] ?? null;
  return {
    ...(open.length === 0
      ? {}
      : {
          openInvoices: {
            value: sum(open),
            source: 'invoices',
            count: open.length,
            date: latest(open.map(({ invoicedOn }) => invoicedOn)),
          },
        }),
    ...(late.length === 0
      ? {}
      : { overdue: { value: sum(late), source: 'invoices', count: late.length, date: oldest } }),
  };
}

/**
 * The day the last of a deal's invoices was paid, once all are: a proposal for its outcome.
 *
 * @param invoices - of the deal, whatever their state
 * @returns null while anything is open, or there is no invoice
 */
export function paidOnOf(invoices: readonly Invoice[]): Finding<string> | null {
  const sent = invoices.filter(({ status }) => status === 'open' || status === 'paid');
  const date = latest(sent.map(({ paidOn }) => paidOn));
  const isPaid = sent.length > 0 && sent.every(({ status, paidOn }) => status === 'paid' && paidOn !== null);
  return isPaid && date !== null ? { value: date, source: 'invoices', count: sent.length, date } : null;
}
