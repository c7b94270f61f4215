import { activityProperties } from './activity.ts';
import { standardProperty } from './property-row.ts';

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
  ...activityProperties(group),
];
