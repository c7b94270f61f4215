import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'email';
export const emailGroups = [{ name: group, label: 'Email information' }];

export const emailProperties = [
  standardProperty(group, 'hs_email_subject', 'Email subject', 'string', 'text'),
  standardProperty(group, 'hs_email_text', 'Email body', 'string', 'textarea'),
  standardProperty(group, 'hs_email_html', 'Email HTML', 'string', 'html'),
  standardProperty(group, 'hs_email_headers', 'Email headers', 'string', 'text'),
  standardProperty(group, 'hs_email_direction', 'Email direction', 'enumeration', 'select', {
    choices: { EMAIL: 'Outgoing email', INCOMING_EMAIL: 'Incoming email', FORWARDED_EMAIL: 'Forwarded email' },
  }),
  standardProperty(group, 'hs_email_status', 'Email send status', 'enumeration', 'select', {
    choices: { BOUNCED: 'Bounced', FAILED: 'Failed', SCHEDULED: 'Scheduled', SENDING: 'Sending', SENT: 'Sent' },
  }),
  standardProperty(group, 'hs_timestamp', 'Activity date', 'datetime', 'date'),
  standardProperty(group, 'hs_attachment_ids', 'Attached file IDs', 'enumeration', 'checkbox', {
    externalOptions: true,
  }),
  standardProperty(group, 'hubspot_owner_id', 'Activity assigned to', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
