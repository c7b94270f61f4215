import { computed, ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'invoice_information';
export const invoiceGroups = [{ name: group, label: 'Invoice information' }];

export const invoiceProperties = [
  standardProperty(group, 'hs_title', 'Title', 'string', 'text'),
  standardProperty(group, 'hs_number', 'Number', 'string', 'text'),
  standardProperty(group, 'hs_invoice_status', 'Invoice status', 'enumeration', 'select', {
    choices: { draft: 'Draft', open: 'Open', paid: 'Paid', voided: 'Voided' },
  }),
  standardProperty(group, 'hs_invoice_date', 'Invoice date', 'datetime', 'date'),
  standardProperty(group, 'hs_due_date', 'Due date', 'datetime', 'date'),
  standardProperty(group, 'hs_payment_date', 'Payment date', 'datetime', 'date'),
  standardProperty(group, 'hs_currency', 'Currency', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_amount_billed', 'Amount billed', 'number', 'number'),
  standardProperty(group, 'hs_amount_paid', 'Amount paid', 'number', 'number'),
  standardProperty(group, 'hs_balance_due', 'Balance due', 'number', 'number', computed),
  standardProperty(group, 'hubspot_owner_id', 'Invoice owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
