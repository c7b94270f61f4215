import type { ScorePropertyName } from './deal-property-names.ts';
import type { PropertyDefinition } from './property-definition.ts';

const money = {
  type: 'number',
  fieldType: 'number',
  numberDisplayHint: 'formatted',
  showCurrencySymbol: true,
} as const;
const plainNumber = { type: 'number', fieldType: 'number', numberDisplayHint: 'formatted' } as const;

/** What the score says of a deal (docs/model.md section 9), written by the app, readable by every view, list, workflow and report. */
export const scoreProperties = [
  {
    name: 'terms_negotiability',
    label: 'Negotiability',
    ...plainNumber,
    description:
      'Chance in percent (0–100), given what we know and assume, that some trade of terms which suits us also suits the customer.',
  },
  {
    name: 'terms_negotiability_band',
    label: 'Negotiability band',
    type: 'enumeration',
    fieldType: 'select',
    description: 'High needs a negotiability of 70 and at least two known answers; medium starts at 40.',
    options: [
      { value: 'high', label: 'High' },
      { value: 'medium', label: 'Medium' },
      { value: 'low', label: 'Low' },
    ],
  },
  {
    name: 'terms_answers_known',
    label: 'Answers known',
    ...plainNumber,
    description: 'How many of cash position, importance of terms and urgency are known (0–3).',
  },
  {
    name: 'terms_verdict',
    label: 'Terms verdict',
    type: 'enumeration',
    fieldType: 'select',
    description: 'Trade: make the offer. Explore: ask first. Hold: leave the terms alone.',
    options: [
      { value: 'trade', label: 'Trade' },
      { value: 'explore', label: 'Explore' },
      { value: 'hold', label: 'Hold' },
    ],
  },
  {
    name: 'terms_best_package',
    label: 'Best package',
    type: 'string',
    fieldType: 'text',
    description: 'Payment option / days saved / forecast of the best offer, such as on_delivery/21/none.',
  },
  {
    name: 'terms_best_trade',
    label: 'Best trade',
    type: 'string',
    fieldType: 'textarea',
    description: 'The best offer in one plain sentence, as a rep would say it.',
  },
  {
    name: 'terms_levers',
    label: 'Levers of the best trade',
    type: 'enumeration',
    fieldType: 'checkbox',
    description: 'What the best trade moves.',
    options: [
      { value: 'shorter_terms', label: 'Shorter terms' },
      { value: 'longer_terms', label: 'Longer terms' },
      { value: 'faster_delivery', label: 'Faster delivery' },
      { value: 'forecast', label: 'Forecast commitment' },
      { value: 'discount', label: 'Discount' },
      { value: 'premium', label: 'Premium' },
    ],
  },
  {
    name: 'terms_recommended_discount',
    label: 'Recommended discount',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Fair discount of the best trade as a fraction of the amount; negative is a premium.',
  },
  {
    name: 'terms_opening_discount',
    label: 'Opening discount',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Where to open the talk about the best trade, as a fraction of the amount; negative is a premium.',
  },
  {
    name: 'terms_limit_discount',
    label: 'Discount not to go past',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description:
      'Largest discount at which the best trade still suits us, as a fraction of the amount; negative is a premium.',
  },
  {
    name: 'terms_seller_gain',
    label: 'Our gain',
    ...money,
    description: 'Present value to us of the best trade at the recommended discount, in the deal’s currency.',
  },
  {
    name: 'terms_break_even_rate',
    label: 'Break-even cost of cash',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description:
      'Cost of cash a year, as a fraction, from which on the best trade pays: what the cash it releases costs us. Empty where it releases none or never pays.',
  },
  {
    name: 'terms_gain_at_bank_rate',
    label: 'Our gain at the bank’s rate',
    ...money,
    description:
      'What is left of our gain from the best trade if the freed cash finances no orders and only saves us the bank’s rate, in the deal’s currency.',
  },
  {
    name: 'terms_customer_gain',
    label: 'Customer’s gain',
    ...money,
    description: 'Present value to the customer of the best trade at the recommended discount, in the deal’s currency.',
  },
  {
    name: 'terms_expected_gain',
    label: 'Expected gain',
    ...money,
    description: 'Our gain times the chance of a yes at the best single offer, in the deal’s currency.',
  },
  {
    name: 'terms_expected_gain_home',
    label: 'Expected gain (home currency)',
    ...plainNumber,
    description: 'Expected gain in the account’s home currency: what deals are sorted and summed by.',
  },
  {
    name: 'terms_days_sooner',
    label: 'Days sooner',
    ...plainNumber,
    description: 'Days by which the best trade shortens our cash cycle.',
  },
  {
    name: 'terms_cash_days_released',
    label: 'Cash released (currency-days)',
    ...plainNumber,
    description: 'Amount after discount times the days by which it is paid earlier, in the deal’s currency.',
  },
  {
    name: 'terms_next_question',
    label: 'Ask next',
    type: 'enumeration',
    fieldType: 'select',
    description: 'What is most worth asking: an unknown answer, or whether the customer would take a trade.',
    options: [
      { value: 'cashPosition', label: 'Cash position' },
      { value: 'termsImportance', label: 'Importance of terms' },
      { value: 'urgency', label: 'Urgency' },
      { value: 'trial', label: 'A trial question' },
    ],
  },
  {
    name: 'terms_scored_at',
    label: 'Scored at',
    type: 'datetime',
    fieldType: 'date',
    description: 'When the score was written.',
  },
  {
    name: 'terms_scored_amount',
    label: 'Amount when scored',
    ...money,
    description: 'Deal amount the score rests on.',
  },
  {
    name: 'terms_policy_version',
    label: 'Policy version',
    ...plainNumber,
    description: 'Version of the seller’s policy the score rests on; 0 is the built-in defaults.',
  },
  {
    name: 'terms_model_version',
    label: 'Model version',
    ...plainNumber,
    description: 'Version of the scoring model the score rests on.',
  },
  {
    name: 'terms_score_inputs',
    label: 'Fingerprint of the score’s inputs',
    type: 'string',
    fieldType: 'text',
    description: 'Changes whenever anything the score rests on changes; compared to tell a stale score.',
  },
  {
    name: 'terms_evidence',
    label: 'Evidence',
    type: 'string',
    fieldType: 'textarea',
    description:
      'What line items, quotes, invoices and earlier deals say of the customer, with source, count and date, as JSON. Written with the score.',
  },
  {
    name: 'terms_figures_assumed',
    label: 'Figures assumed',
    ...plainNumber,
    description:
      'How many of five figures (margin, payment terms, lead time, days beyond terms, relationship) are neither typed nor found in HubSpot (0–5).',
  },
  {
    name: 'terms_assumed_figures',
    label: 'Which figures are assumed',
    type: 'enumeration',
    fieldType: 'checkbox',
    description: 'Figures the score takes from the policy because nobody typed them and HubSpot does not know them.',
    options: [
      { value: 'gross_margin', label: 'Gross margin' },
      { value: 'payment_terms', label: 'Payment terms' },
      { value: 'lead_time', label: 'Lead time' },
      { value: 'days_beyond_terms', label: 'Days beyond terms' },
      { value: 'relationship', label: 'Relationship' },
    ],
  },
] as const satisfies readonly (PropertyDefinition & { readonly name: ScorePropertyName })[];
