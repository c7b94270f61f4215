import { computed, ownerReference, readOnly, standardProperty, yesOrNo } from './property-row.ts';

const group = 'dealinformation';
export const dealGroups = [
  { name: group, label: 'Deal Information' },
  { name: 'deal_revenue', label: 'Deal Revenue' },
];

export const dealProperties = [
  standardProperty(group, 'dealname', 'Deal Name', 'string', 'text'),
  standardProperty(group, 'amount', 'Amount', 'number', 'number'),
  standardProperty(group, 'pipeline', 'Pipeline', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'dealstage', 'Deal Stage', 'enumeration', 'radio', { externalOptions: true }),
  standardProperty(group, 'closedate', 'Close Date', 'datetime', 'date'),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date'),
  standardProperty(group, 'hs_createdate', 'Object create date/time', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
  standardProperty(group, 'hubspot_owner_id', 'Deal owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'dealtype', 'Deal Type', 'enumeration', 'radio', {
    choices: { newbusiness: 'New Business', existingbusiness: 'Existing Business' },
  }),
  standardProperty(group, 'description', 'Deal Description', 'string', 'textarea'),
  standardProperty(group, 'hs_priority', 'Priority', 'enumeration', 'select', {
    choices: { low: 'Low', medium: 'Medium', high: 'High' },
  }),
  standardProperty(group, 'hs_next_step', 'Next step', 'string', 'text'),
  standardProperty(group, 'closed_lost_reason', 'Closed Lost Reason', 'string', 'textarea'),
  standardProperty(group, 'closed_won_reason', 'Closed Won Reason', 'string', 'textarea'),
  standardProperty(group, 'deal_currency_code', 'Currency', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_is_closed', 'Is Deal Closed?', 'bool', 'booleancheckbox', { ...computed, ...yesOrNo }),
  standardProperty(group, 'hs_is_closed_won', 'Is Closed Won', 'bool', 'booleancheckbox', { ...computed, ...yesOrNo }),
  standardProperty(group, 'hs_deal_stage_probability', 'Deal probability', 'number', 'number', computed),
  standardProperty(group, 'hs_manual_forecast_category', 'Forecast category', 'enumeration', 'select', {
    choices: {
      OMIT: 'Not forecasted',
      PIPELINE: 'Pipeline',
      BEST_CASE: 'Best case',
      MOST_LIKELY: 'Most likely',
      COMMIT: 'Commit',
      CLOSED: 'Closed won',
    },
  }),
  standardProperty(group, 'hs_forecast_probability', 'Forecast probability', 'number', 'number'),
  standardProperty(group, 'hs_forecast_amount', 'Forecast amount', 'number', 'calculation_equation', computed),
  standardProperty(group, 'hs_projected_amount', 'Weighted amount', 'number', 'calculation_equation', computed),
  standardProperty(group, 'days_to_close', 'Days to close', 'number', 'calculation_equation', computed),
  standardProperty('deal_revenue', 'hs_exchange_rate', 'Exchange rate', 'number', 'number', computed),
  standardProperty(
    'deal_revenue',
    'amount_in_home_currency',
    'Amount in company currency',
    'number',
    'number',
    computed,
  ),
  standardProperty(group, 'hs_primary_associated_company', 'Primary Associated Company', 'number', 'number', computed),
];
