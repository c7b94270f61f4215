import type { ProfilePropertyName } from './deal-property-names.ts';
import type { PropertyDefinition } from './property-definition.ts';

/**
 * What a rep learns from the customer and records on the deal.
 * Enumeration values are the model's band names (docs/model.md section 2), so that a view, a workflow and the model mean the same thing.
 */
export const profileProperties = [
  {
    name: 'terms_cash_position',
    label: 'Customer cash position',
    type: 'enumeration',
    fieldType: 'select',
    description: 'How easily the customer could pay earlier. Decides what a day of credit is worth to them.',
    options: [
      { value: 'strained', label: 'Strained', description: 'Struggles to pay on time, borrows at any price' },
      { value: 'tight', label: 'Tight', description: 'Every large payment needs planning' },
      { value: 'balanced', label: 'Balanced', description: 'Pays as agreed, little to spare' },
      { value: 'positive', label: 'Positive', description: 'Comfortable, some cash in the bank' },
      { value: 'abundant', label: 'Abundant', description: 'More cash than they can use' },
    ],
  },
  {
    name: 'terms_importance',
    label: 'Importance of payment terms',
    type: 'enumeration',
    fieldType: 'select',
    description: 'How much the customer minds a change of payment terms, whatever the price.',
    options: [
      { value: 'standard_clause', label: 'A standard clause', description: 'Nobody there would fight over it' },
      { value: 'preference', label: 'A preference', description: 'They like it, and can be talked to' },
      { value: 'policy', label: 'Company policy', description: 'An exception needs somebody senior' },
      { value: 'critical', label: 'Critical', description: 'Their business depends on paying later' },
    ],
  },
  {
    name: 'terms_urgency',
    label: 'Customer urgency',
    type: 'enumeration',
    fieldType: 'select',
    description: 'What a late delivery would cost the customer.',
    options: [
      { value: 'none', label: 'None', description: 'Any time will do' },
      { value: 'some', label: 'Some', description: 'Sooner would be nice' },
      { value: 'high', label: 'High', description: 'Being late costs sales' },
      { value: 'critical', label: 'Critical', description: 'Late goods are nearly worthless' },
    ],
  },
  {
    name: 'terms_relationship',
    label: 'Customer relationship',
    type: 'enumeration',
    fieldType: 'select',
    description: 'Whether the customer has bought from us before. A new customer minds paying in advance more.',
    options: [
      { value: 'new', label: 'New customer' },
      { value: 'established', label: 'Established customer' },
    ],
  },
  {
    name: 'terms_forecast',
    label: 'Forecast commitment',
    type: 'enumeration',
    fieldType: 'select',
    description: 'Whether the customer would commit to quarterly forecasts of what they will buy.',
    options: [
      { value: 'willing', label: 'Willing' },
      { value: 'unwilling', label: 'Not willing' },
    ],
  },
  {
    name: 'terms_needed_by',
    label: 'Customer needs delivery by',
    type: 'date',
    fieldType: 'date',
    description: 'The date after which a later delivery costs the customer money.',
  },
  {
    name: 'terms_constraints',
    label: 'What the customer cannot do',
    type: 'enumeration',
    fieldType: 'checkbox',
    description: 'Limits no price can move, such as a public body that may not prepay.',
    options: [
      { value: 'no_prepayment', label: 'Pay before delivery' },
      { value: 'no_shorter_terms', label: 'Accept shorter terms' },
    ],
  },
  {
    name: 'terms_days_beyond_terms',
    label: 'Days beyond terms',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    description: 'How many days after the due date this customer usually pays.',
  },
  {
    name: 'terms_stated_cost_of_cash',
    label: 'Customer’s cost of cash',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description:
      'What the customer says a year of credit or borrowing costs them, as a fraction (0.08 = 8% a year). Counts instead of the cash position.',
  },
  {
    name: 'terms_stated_loss_per_day',
    label: 'Customer’s loss per day late',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    description:
      'What the customer says each day of late delivery costs them, in the deal’s currency. Counts instead of the urgency.',
  },
  {
    name: 'terms_customer_why',
    label: 'Why: the customer’s own words',
    type: 'string',
    fieldType: 'textarea',
    description:
      'The problem behind the customer’s wish for terms or speed, as the customer said it. The e-mail with an offer quotes it.',
  },
  {
    name: 'terms_themes',
    label: 'Themes of the why',
    type: 'string',
    fieldType: 'text',
    description: 'What the customer’s words are about, as ids of the company’s themes: promotion_dates; storage.',
  },
  {
    name: 'terms_payment_plan',
    label: 'Payment terms today',
    type: 'string',
    fieldType: 'text',
    description: 'Terms on the table, in short notation: net 90, on delivery, advance 30, 50% order + 50% net 30.',
  },
  {
    name: 'terms_gross_margin',
    label: 'Gross margin of the deal',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Share of the amount left after direct cost, before any trade (0.45 = 45%).',
  },
  {
    name: 'terms_lead_time_days',
    label: 'Lead time (days)',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    description: 'Days from order to delivery as it stands today.',
  },
] as const satisfies readonly (PropertyDefinition & { readonly name: ProfilePropertyName })[];
