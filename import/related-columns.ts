/** How cells of a column of line items or invoices are read. */
export type CellKind = 'text' | 'currency' | 'number' | 'instant' | 'status' | 'frequency';

type RelatedColumn = { readonly property: string; readonly kind: CellKind; readonly names: string };

/** What a file of records beside the deals is made of: columns by their names in HubSpot's exports, the preferred ones first. */
export type RelatedKind = {
  readonly objectType: 'line_items' | 'invoices';
  /** For people: "line item". */
  readonly one: string;
  readonly many: string;
  readonly columns: readonly RelatedColumn[];
  /** Property without which a record says nothing. */
  readonly needed: string;
  readonly neededName: string;
};

export const lineItems: RelatedKind = {
  objectType: 'line_items',
  one: 'line item',
  many: 'line items',
  needed: 'price',
  neededName: 'Unit price',
  columns: [
    { property: 'name', kind: 'text', names: 'name, line item name, product name, product' },
    { property: 'hs_sku', kind: 'text', names: 'sku, hs_sku, product code' },
    { property: 'price', kind: 'number', names: 'unit price, price, list price, sales price' },
    { property: 'quantity', kind: 'number', names: 'quantity, qty' },
    {
      property: 'hs_cost_of_goods_sold',
      kind: 'number',
      names: 'unit cost, hs_cost_of_goods_sold, cost, cost of goods sold',
    },
    { property: 'discount', kind: 'number', names: 'unit discount, discount' },
    { property: 'hs_discount_percentage', kind: 'number', names: 'discount percentage, hs_discount_percentage' },
    {
      property: 'hs_line_item_currency_code',
      kind: 'currency',
      names: 'currency, hs_line_item_currency_code, currency code',
    },
    { property: 'recurringbillingfrequency', kind: 'frequency', names: 'billing frequency, recurringbillingfrequency' },
    { property: 'hs_recurring_billing_period', kind: 'text', names: 'term, hs_recurring_billing_period' },
  ],
};

export const invoices: RelatedKind = {
  objectType: 'invoices',
  one: 'invoice',
  many: 'invoices',
  needed: 'hs_invoice_date',
  neededName: 'Invoice date',
  columns: [
    { property: 'hs_number', kind: 'text', names: 'number, invoice number, hs_number, invoice' },
    { property: 'hs_invoice_status', kind: 'status', names: 'invoice status, hs_invoice_status, status' },
    { property: 'hs_invoice_date', kind: 'instant', names: 'invoice date, hs_invoice_date, date' },
    { property: 'hs_due_date', kind: 'instant', names: 'due date, hs_due_date, due' },
    {
      property: 'hs_payment_date',
      kind: 'instant',
      names: 'payment date, hs_payment_date, paid date, date paid, paid on',
    },
    { property: 'hs_currency', kind: 'currency', names: 'currency, hs_currency, currency code' },
    {
      property: 'hs_amount_billed',
      kind: 'number',
      names: 'amount billed, hs_amount_billed, invoice amount, amount, total',
    },
    { property: 'hs_amount_paid', kind: 'number', names: 'amount paid, hs_amount_paid, paid' },
    { property: 'hs_balance_due', kind: 'number', names: 'balance due, hs_balance_due, balance, open amount' },
  ],
};

/** Columns that say what a record belongs to. */
export const belongsTo = {
  dealIds: 'associated deal ids (primary), associated deal ids, associated deal id, deal id, deal ids',
  deals: 'associated deal (primary), associated deal, associated deals, deal name, deal',
  companyIds: 'associated company ids (primary), associated company ids, associated company id, company id',
  companies: 'associated company (primary), associated company, associated companies, company name, company, customer',
} as const;
export type BelongsTo = keyof typeof belongsTo;
