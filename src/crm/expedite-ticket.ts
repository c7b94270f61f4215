import type { PropertyDefinition } from './property-definition.ts';

/** The ticket property group of expedite requests. */
export const expediteGroup = { name: 'expedited_shipments', label: 'Expedited shipments' } as const;

const money = { type: 'number', fieldType: 'number', numberDisplayHint: 'formatted' } as const;

/** What an expedite request says on its ticket; money is in the deal’s currency. */
export const expediteTicketProperties = [
  { name: 'expedite_request_key', label: 'Request key', type: 'string', fieldType: 'text', hasUniqueValue: true, description: 'Deal and attempt; unique, so that one request makes one ticket.' },
  { name: 'expedite_deal', label: 'Deal', type: 'string', fieldType: 'text', description: 'Name of the deal when the request was made.' },
  { name: 'expedite_company', label: 'Company', type: 'string', fieldType: 'text', description: 'Name of the customer when the request was made.' },
  { name: 'expedite_needed_by', label: 'Needed by', type: 'date', fieldType: 'date', description: 'Date the customer needs the delivery by.' },
  { name: 'expedite_days_saved', label: 'Days saved', type: 'number', fieldType: 'number', numberDisplayHint: 'formatted', description: 'Days by which delivery would come sooner than the lead time.' },
  { name: 'expedite_gives', label: 'What the customer gives', type: 'string', fieldType: 'textarea', description: 'Payment terms, discount and forecast the customer gives for the speed, in one sentence.' },
  { name: 'expedite_payment_plan', label: 'Payment terms in return', type: 'string', fieldType: 'text', description: 'Payment terms if the request is granted, such as on delivery.' },
  { name: 'expedite_discount', label: 'Discount in return', type: 'number', fieldType: 'number', numberDisplayHint: 'percentage', description: 'Discount that comes with it, as a fraction of the amount; negative is a premium.' },
  {
    name: 'expedite_forecast', label: 'Forecasts in return', type: 'enumeration', fieldType: 'select', description: 'Whether the customer shares forecasts if the request is granted.',
    options: [{ value: 'true', label: 'Yes' }, { value: 'false', label: 'No' }],
  },
  { name: 'expedite_customer_why', label: 'Why it matters to the customer', type: 'string', fieldType: 'textarea', description: 'The customer’s reason in its own words.' },
  { name: 'expedite_currency', label: 'Currency', type: 'string', fieldType: 'text', description: 'Currency of the deal, and of the money in this request.' },
  { name: 'expedite_amount', label: 'Deal amount', ...money, description: 'Amount of the deal when the request was made, in the deal’s currency.' },
  { name: 'expedite_gain', label: 'Gain if granted', ...money, description: 'Worth to us of the trade if the request is granted, its cost taken off, in the deal’s currency.' },
  { name: 'expedite_cost_estimate', label: 'Estimated cost', ...money, description: 'What the policy reckons the speed costs us, in the deal’s currency.' },
  { name: 'expedite_cost', label: 'Cost', ...money, description: 'What operations say the speed costs us, in the deal’s currency.' },
  { name: 'expedite_cost_actual', label: 'Actual cost', ...money, description: 'What the speed cost us in the end, in the deal’s currency.' },
  { name: 'expedite_promised_date', label: 'Promised date', type: 'date', fieldType: 'date', description: 'Delivery date operations promised or countered with.' },
  { name: 'expedite_days_promised', label: 'Days saved as promised', type: 'number', fieldType: 'number', numberDisplayHint: 'formatted', description: 'Days by which the promised date comes sooner than the lead time.' },
  { name: 'expedite_week', label: 'Week', type: 'string', fieldType: 'text', description: 'ISO week whose slot the request holds, such as 2026-W48.' },
  { name: 'expedite_offer_expires', label: 'Offer expires', type: 'date', fieldType: 'date', description: 'Last day the customer can take the offer.' },
  { name: 'expedite_hold_until', label: 'Slot held until', type: 'datetime', fieldType: 'date', description: 'When the slot is free again unless the request is approved.' },
  { name: 'expedite_reason', label: 'Reason', type: 'string', fieldType: 'textarea', description: 'Why operations countered or declined.' },
  { name: 'expedite_revision', label: 'Revision', type: 'number', fieldType: 'number', numberDisplayHint: 'unformatted', description: 'Counts changes and decisions, so that two people deciding at once are told.' },
  { name: 'expedite_requested_by', label: 'Requested by', type: 'string', fieldType: 'text', description: 'Who asked, as the card reports it.' },
  { name: 'expedite_requested_at', label: 'Requested at', type: 'datetime', fieldType: 'date', description: 'When it was asked first.' },
  { name: 'expedite_decided_by', label: 'Decided by', type: 'string', fieldType: 'text', description: 'Who decided last, as the card reports it.' },
  { name: 'expedite_decided_at', label: 'Decided at', type: 'datetime', fieldType: 'date', description: 'When it was decided last.' },
] as const satisfies readonly PropertyDefinition[];

export type ExpediteTicketPropertyName = (typeof expediteTicketProperties)[number]['name'];
