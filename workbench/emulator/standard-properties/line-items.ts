import { billingFrequencies } from './products.ts';
import { computed, ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'lineiteminformation';
export const lineItemGroups = [{ name: group, label: 'Line Item Information' }];

export const lineItemProperties = [
  standardProperty(group, 'name', 'Name', 'string', 'text'),
  standardProperty(group, 'description', 'Description', 'string', 'textarea'),
  standardProperty(group, 'hs_sku', 'SKU', 'string', 'text'),
  standardProperty(group, 'hs_product_id', 'Product ID', 'string', 'text'),
  standardProperty(group, 'price', 'Unit price', 'number', 'number'),
  standardProperty(group, 'quantity', 'Quantity', 'number', 'number'),
  standardProperty(group, 'hs_cost_of_goods_sold', 'Unit cost', 'number', 'number'),
  standardProperty(group, 'discount', 'Unit discount', 'number', 'number'),
  standardProperty(group, 'hs_discount_percentage', 'Discount Percentage', 'number', 'number'),
  standardProperty(group, 'hs_line_item_currency_code', 'Currency', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(
    group,
    'recurringbillingfrequency',
    'Billing frequency',
    'enumeration',
    'select',
    billingFrequencies,
  ),
  standardProperty(group, 'hs_recurring_billing_period', 'Term', 'string', 'text'),
  standardProperty(group, 'hs_recurring_billing_start_date', 'Billing start date', 'date', 'date'),
  standardProperty(group, 'hs_position_on_quote', 'Position on quote', 'number', 'number'),
  standardProperty(group, 'hs_pre_discount_amount', 'Pre Discount Amount', 'number', 'calculation_equation', computed),
  standardProperty(group, 'hs_total_discount', 'Total discount', 'number', 'calculation_equation', computed),
  standardProperty(group, 'amount', 'Net price', 'number', 'calculation_equation', computed),
  standardProperty(group, 'hs_margin', 'Margin', 'number', 'calculation_equation', computed),
  standardProperty(group, 'hubspot_owner_id', 'Owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
