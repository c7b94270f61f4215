import { activityProperties } from './activity.ts';
import { standardProperty } from './property-row.ts';

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
  ...activityProperties(group),
];
