import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'productinformation';
export const productGroups = [{ name: group, label: 'Product Information' }];

/** How often a line is billed; without a value it is billed once. */
export const billingFrequencies = {
  choices: {
    weekly: 'Weekly',
    biweekly: 'Every two weeks',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    per_six_months: 'Semi-annually',
    annually: 'Annually',
    per_two_years: 'Every two years',
    per_three_years: 'Every three years',
    per_four_years: 'Every four years',
    per_five_years: 'Every five years',
  },
} as const;

export const productProperties = [
  standardProperty(group, 'name', 'Name', 'string', 'text'),
  standardProperty(group, 'description', 'Product description', 'string', 'textarea'),
  standardProperty(group, 'hs_sku', 'SKU', 'string', 'text'),
  standardProperty(group, 'price', 'Unit price', 'number', 'number'),
  standardProperty(group, 'hs_cost_of_goods_sold', 'Unit cost', 'number', 'number'),
  standardProperty(group, 'hs_product_type', 'Product Type', 'enumeration', 'select', {
    choices: { inventory: 'Inventory', non_inventory: 'Non inventory', service: 'Service' },
  }),
  standardProperty(
    group,
    'recurringbillingfrequency',
    'Billing frequency',
    'enumeration',
    'select',
    billingFrequencies,
  ),
  standardProperty(group, 'hs_recurring_billing_period', 'Term', 'string', 'text'),
  standardProperty(group, 'hubspot_owner_id', 'Owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
