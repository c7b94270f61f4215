import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'ticketinformation';
export const ticketGroups = [{ name: group, label: 'Ticket information' }];

export const ticketProperties = [
  standardProperty(group, 'subject', 'Ticket name', 'string', 'text'),
  standardProperty(group, 'content', 'Ticket description', 'string', 'textarea'),
  standardProperty(group, 'hs_pipeline', 'Pipeline', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_pipeline_stage', 'Ticket status', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_ticket_priority', 'Priority', 'enumeration', 'select', {
    choices: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', URGENT: 'Urgent' },
  }),
  standardProperty(group, 'hs_ticket_category', 'Category', 'enumeration', 'select', {
    choices: {
      PRODUCT_ISSUE: 'Product issue',
      BILLING_ISSUE: 'Billing issue',
      FEATURE_REQUEST: 'Feature request',
      GENERAL_INQUIRY: 'General inquiry',
    },
  }),
  standardProperty(group, 'source_type', 'Source', 'enumeration', 'select', {
    choices: { CHAT: 'Chat', EMAIL: 'Email', FORM: 'Form', PHONE: 'Phone' },
  }),
  standardProperty(group, 'hubspot_owner_id', 'Ticket owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create date', 'datetime', 'date'),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
