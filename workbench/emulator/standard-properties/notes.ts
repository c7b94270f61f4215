import { activityProperties } from './activity.ts';
import { standardProperty } from './property-row.ts';

const group = 'engagement';
export const noteGroups = [{ name: group, label: 'Note information' }];

export const noteProperties = [
  standardProperty(group, 'hs_note_body', 'Note body', 'string', 'html'),
  ...activityProperties(group),
];
