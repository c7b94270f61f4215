import { activityProperties } from './activity.ts';
import { standardProperty } from './property-row.ts';

const group = 'call';
export const callGroups = [{ name: group, label: 'Call information' }];

export const callProperties = [
  standardProperty(group, 'hs_call_title', 'Call title', 'string', 'text'),
  standardProperty(group, 'hs_call_body', 'Call notes', 'string', 'html'),
  standardProperty(group, 'hs_call_duration', 'Call duration', 'number', 'number'),
  standardProperty(group, 'hs_call_from_number', 'From number', 'string', 'text'),
  standardProperty(group, 'hs_call_to_number', 'To number', 'string', 'text'),
  standardProperty(group, 'hs_call_recording_url', 'Recording URL', 'string', 'text'),
  standardProperty(group, 'hs_call_direction', 'Call direction', 'enumeration', 'select', {
    choices: { INBOUND: 'Inbound', OUTBOUND: 'Outbound' },
  }),
  standardProperty(group, 'hs_call_disposition', 'Call outcome', 'enumeration', 'select', { externalOptions: true }),
  standardProperty(group, 'hs_call_status', 'Call status', 'enumeration', 'select', {
    choices: {
      BUSY: 'Busy',
      CALLING_CRM_USER: 'Calling CRM User',
      CANCELED: 'Canceled',
      COMPLETED: 'Completed',
      CONNECTING: 'Connecting',
      FAILED: 'Failed',
      IN_PROGRESS: 'In progress',
      MISSED: 'Missed',
      NO_ANSWER: 'No answer',
      QUEUED: 'Queued',
      RINGING: 'Ringing',
    },
  }),
  ...activityProperties(group),
];
