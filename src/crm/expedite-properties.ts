import type { ExpeditePropertyName } from './deal-property-names.ts';
import type { PropertyDefinition } from './property-definition.ts';

/** The deal's copy of its expedite request, so that deal views can be filtered by it; the ticket is the truth. */
export const expediteProperties = [
  {
    name: 'terms_expedite_status',
    label: 'Expedite status',
    type: 'enumeration',
    fieldType: 'select',
    description: 'Where the request for an expedited shipment stands.',
    options: [
      { value: 'none', label: 'None' },
      { value: 'requested', label: 'Requested' },
      { value: 'held', label: 'Held' },
      { value: 'countered', label: 'Countered' },
      { value: 'approved', label: 'Approved' },
      { value: 'declined', label: 'Declined' },
      { value: 'shipped', label: 'Shipped' },
      { value: 'expired', label: 'Expired' },
    ],
  },
  {
    name: 'terms_expedite_date',
    label: 'Expedited delivery date',
    type: 'date',
    fieldType: 'date',
    description: 'Delivery date operations promised or countered with.',
  },
  {
    name: 'terms_expedite_days_saved',
    label: 'Expedite: days saved',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    description: 'Days by which delivery comes sooner than the lead time.',
  },
  {
    name: 'terms_expedite_cost',
    label: 'Expedite: cost',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    showCurrencySymbol: true,
    description: 'What the faster delivery really costs us, in the deal’s currency.',
  },
] as const satisfies readonly (PropertyDefinition & { readonly name: ExpeditePropertyName })[];
