import type { OfferPropertyName } from './deal-property-names.ts';
import type { PropertyDefinition } from './property-definition.ts';

const homeMoney = { type: 'number', fieldType: 'number', numberDisplayHint: 'formatted' } as const;

/** What was offered to the customer, what it answered and what came of it, for views, lists and reports; the ledger's entries are the truth. */
export const offerProperties = [
  {
    name: 'terms_offer_status',
    label: 'Terms offer: status',
    type: 'enumeration',
    fieldType: 'select',
    description: 'Where the offer of terms stands.',
    options: [
      { value: 'none', label: 'Nothing offered' },
      { value: 'awaiting_approval', label: 'Awaiting approval' },
      { value: 'approved', label: 'Approved' },
      { value: 'countered', label: 'Approved with a lower discount' },
      { value: 'rejected', label: 'Approval refused' },
      { value: 'offered', label: 'Offered' },
      { value: 'agreed', label: 'Agreed' },
      { value: 'wanted_more', label: 'Customer wants more' },
      { value: 'refused', label: 'Refused' },
      { value: 'no_answer', label: 'No answer' },
    ],
  },
  {
    name: 'terms_offered_package',
    label: 'Terms offered: package',
    type: 'string',
    fieldType: 'text',
    description: 'Payment terms / days saved / forecast of what was offered, such as on_delivery/21/none.',
  },
  {
    name: 'terms_offered_discount',
    label: 'Terms offered: discount',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Discount that was offered, as a fraction of the amount; negative is a premium.',
  },
  {
    name: 'terms_offered_at',
    label: 'Terms offered at',
    type: 'datetime',
    fieldType: 'date',
    description: 'When it was offered.',
  },
  {
    name: 'terms_offered_acceptance',
    label: 'Terms offered: chance of a yes',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Chance of a yes the app expected when it was offered, as a fraction.',
  },
  {
    name: 'terms_offered_gain_home',
    label: 'Terms offered: our gain (home currency)',
    ...homeMoney,
    description: 'What the offer was expected to gain us, in the account’s home currency.',
  },
  {
    name: 'terms_answer',
    label: 'Customer’s answer',
    type: 'enumeration',
    fieldType: 'select',
    description: 'What the customer said to the offer.',
    options: [
      { value: 'accepted', label: 'Accepted' },
      { value: 'wanted_more', label: 'Wanted more' },
      { value: 'refused_terms', label: 'Refused the terms' },
      { value: 'refused_price', label: 'Refused the price' },
      { value: 'no_answer', label: 'No answer' },
    ],
  },
  {
    name: 'terms_answered_on',
    label: 'Customer answered on',
    type: 'date',
    fieldType: 'date',
    description: 'The day of the answer.',
  },
  {
    name: 'terms_agreed_package',
    label: 'Terms agreed: package',
    type: 'string',
    fieldType: 'text',
    description: 'Payment terms / days saved / forecast the customer agreed to.',
  },
  {
    name: 'terms_agreed_discount',
    label: 'Terms agreed: discount',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'percentage',
    description: 'Discount the customer agreed to, as a fraction of the amount; negative is a premium.',
  },
  {
    name: 'terms_concessions',
    label: 'Concessions',
    type: 'enumeration',
    fieldType: 'select',
    description:
      'Whether what we gave was earned: the customer paid and did as agreed. As it stood when last recorded.',
    options: [
      { value: 'open', label: 'Not known yet' },
      { value: 'earned', label: 'Earned' },
      { value: 'not_earned', label: 'Not earned' },
    ],
  },
  {
    name: 'terms_concessions_lost_home',
    label: 'Concessions not earned (home currency)',
    ...homeMoney,
    description: 'What concessions cost us that were given but not earned, in the account’s home currency.',
  },
  {
    name: 'terms_realised_gain_home',
    label: 'Realised gain (home currency)',
    ...homeMoney,
    description: 'What the agreed terms really gained us, from real days and costs, in the account’s home currency.',
  },
  {
    name: 'terms_list_amount',
    label: 'Amount before agreed terms',
    type: 'number',
    fieldType: 'number',
    numberDisplayHint: 'formatted',
    description:
      'The deal’s amount when terms were first offered, before any discount, in the deal’s currency. The score stands on it from then on.',
  },
  {
    name: 'terms_offer_log',
    label: 'Terms offers: log',
    type: 'string',
    fieldType: 'textarea',
    description: 'Every offer and answer with what was known and estimated at that time, as JSON; written by the app.',
  },
] as const satisfies readonly (PropertyDefinition & { readonly name: OfferPropertyName })[];
