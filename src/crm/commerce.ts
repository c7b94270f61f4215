import { localDate } from './calendar.ts';
import type { Place } from './calendar.ts';
import { readChoice, readDate, readInstant, readNumber, readText } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/** HubSpot's properties of what is sold, quoted and billed that the app reads. */
export const lineItemPropertyNames: readonly string[] = [
  'price',
  'quantity',
  'amount',
  'hs_cost_of_goods_sold',
  'hs_line_item_currency_code',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_lastmodifieddate',
];
export const quotePropertyNames: readonly string[] = [
  'hs_status',
  'hs_expiration_date',
  'hs_net_payment_terms',
  'hs_terms',
  'hs_currency',
  'hs_createdate',
];
export const invoicePropertyNames: readonly string[] = [
  'hs_number',
  'hs_invoice_status',
  'hs_invoice_date',
  'hs_due_date',
  'hs_payment_date',
  'hs_currency',
  'hs_amount_billed',
  'hs_balance_due',
];

/** How often a recurring line is billed. */
export const billingFrequencies = [
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
  'per_four_years',
  'per_five_years',
] as const;
export type BillingFrequency = (typeof billingFrequencies)[number];

/** A line of a deal. Null is "not filled in"; money in `currency`. */
export type LineItem = {
  /** Net, of one billing cycle. */
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly unitCost: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** Null: billed once. */
  readonly billed: BillingFrequency | null;
  /** ISO 8601 duration, such as `P12M`; null for a recurring line without an end. */
  readonly term: string | null;
  /** ISO date in the account's time zone. */
  readonly changedOn: string | null;
};

/** A quote of a deal. */
export type Quote = {
  /** Whether the customer has it: a draft, or one that was not approved, binds nobody. */
  readonly isPublished: boolean;
  readonly expiresOn: string | null;
  /** Days until it is paid in full. */
  readonly netDays: number | null;
  /** What it says of payment and more, without markup. */
  readonly terms: string | null;
  readonly currency: string | null;
  readonly createdOn: string | null;
};

/** An invoice of a company. */
export type Invoice = {
  readonly number: string | null;
  /** Null for one in a state the app does not know. */
  readonly status: 'draft' | 'open' | 'paid' | 'voided' | null;
  readonly invoicedOn: string | null;
  readonly dueOn: string | null;
  readonly paidOn: string | null;
  readonly currency: string | null;
  readonly billed: number | null;
  readonly balance: number | null;
};

/** A line item from its properties. Never throws: what is malformed is "not filled in". */
export function decodeLineItem(properties: PropertyValues, place: Place): LineItem {
  return {
    amount: readNumber(properties['amount']),
    quantity: readNumber(properties['quantity']),
    unitCost: readNumber(properties['hs_cost_of_goods_sold']),
    currency: currencyOf(properties['hs_line_item_currency_code']),
    billed: readChoice(billingFrequencies, properties['recurringbillingfrequency']),
    term: readText(properties['hs_recurring_billing_period']),
    changedOn: dayOf(properties['hs_lastmodifieddate'], place),
  };
}

const published = ['APPROVAL_NOT_NEEDED', 'APPROVED'] as const;

/** A quote from its properties; as `decodeLineItem`. */
export function decodeQuote(properties: PropertyValues, place: Place): Quote {
  return {
    isPublished: readChoice(published, properties['hs_status']) !== null,
    expiresOn: readDate(properties['hs_expiration_date']),
    netDays: readNumber(properties['hs_net_payment_terms']),
    terms: readText((properties['hs_terms'] ?? '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ')),
    currency: currencyOf(properties['hs_currency']),
    createdOn: dayOf(properties['hs_createdate'], place),
  };
}

const invoiceStatuses = ['draft', 'open', 'paid', 'voided'] as const;

/** An invoice from its properties; as `decodeLineItem`. */
export function decodeInvoice(properties: PropertyValues, place: Place): Invoice {
  return {
    number: readText(properties['hs_number']),
    status: readChoice(invoiceStatuses, properties['hs_invoice_status']),
    invoicedOn: dayOf(properties['hs_invoice_date'], place),
    dueOn: dayOf(properties['hs_due_date'], place),
    paidOn: dayOf(properties['hs_payment_date'], place),
    currency: currencyOf(properties['hs_currency']),
    billed: readNumber(properties['hs_amount_billed']),
    balance: readNumber(properties['hs_balance_due']),
  };
}

function currencyOf(value: string | null | undefined): string | null {
  return readText(value)?.toUpperCase() ?? null;
}

/** Invoices carry instants: midnight of their day, UTC or the account's. */
function dayOf(value: string | null | undefined, place: Place): string | null {
  const epochMs = readInstant(value);
  return epochMs === null ? null : localDate(epochMs, place);
}
