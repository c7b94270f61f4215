import { computed, ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'quote';
export const quoteGroups = [{ name: group, label: 'Quote information' }];

export const quoteProperties = [
  standardProperty(group, 'hs_title', 'Quote title', 'string', 'text'),
  standardProperty(group, 'hs_quote_number', 'Quote number', 'string', 'text', readOnly),
  standardProperty(group, 'hs_status', 'Status', 'enumeration', 'select', {
    choices: {
      DRAFT: 'Draft',
      APPROVAL_NOT_NEEDED: 'Published',
      PENDING_APPROVAL: 'Pending approval',
      APPROVED: 'Approved',
      REJECTED: 'Rejected',
    },
  }),
  standardProperty(group, 'hs_template_type', 'Template type', 'enumeration', 'select', {
    choices: {
      CUSTOMIZABLE_QUOTE_TEMPLATE: 'Customizable quote template',
      QUOTE_PROPOSAL: 'Proposal',
      CPQ_QUOTE: 'Quote',
    },
  }),
  standardProperty(group, 'hs_expiration_date', 'Expiration date', 'date', 'date'),
  standardProperty(group, 'hs_net_payment_terms', 'Net payment terms', 'number', 'number'),
  standardProperty(group, 'hs_terms', 'Purchase terms', 'string', 'html'),
  standardProperty(group, 'hs_comments', 'Comments to buyer', 'string', 'html'),
  standardProperty(group, 'hs_language', 'Language', 'enumeration', 'select', {
    choices: { de: 'German', en: 'English', es: 'Spanish', fr: 'French', it: 'Italian', nl: 'Dutch', pt: 'Portuguese' },
  }),
  standardProperty(group, 'hs_currency', 'Currency', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_quote_amount', 'Quote amount', 'number', 'number', computed),
  standardProperty(group, 'hubspot_owner_id', 'Quote owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
