import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'meeting';
export const meetingGroups = [{ name: group, label: 'Meeting information' }];

export const meetingProperties = [
  standardProperty(group, 'hs_meeting_title', 'Meeting name', 'string', 'text'),
  standardProperty(group, 'hs_meeting_body', 'Meeting description', 'string', 'html'),
  standardProperty(group, 'hs_internal_meeting_notes', 'Internal meeting notes', 'string', 'html'),
  standardProperty(group, 'hs_meeting_external_url', 'External URL', 'string', 'text'),
  standardProperty(group, 'hs_meeting_location', 'Meeting location', 'string', 'text'),
  standardProperty(group, 'hs_meeting_start_time', 'Meeting start time', 'datetime', 'date'),
  standardProperty(group, 'hs_meeting_end_time', 'Meeting end time', 'datetime', 'date'),
  standardProperty(group, 'hs_meeting_outcome', 'Meeting outcome', 'enumeration', 'select', {
    choices: {
      SCHEDULED: 'Scheduled',
      COMPLETED: 'Completed',
      RESCHEDULED: 'Rescheduled',
      NO_SHOW: 'No show',
      CANCELED: 'Canceled',
    },
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
