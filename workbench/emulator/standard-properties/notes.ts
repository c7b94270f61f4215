import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'engagement';
export const noteGroups = [{ name: group, label: 'Note information' }];

export const noteProperties = [
  standardProperty(group, 'hs_note_body', 'Note body', 'string', 'html'),
  standardProperty(group, 'hs_timestamp', 'Activity date', 'datetime', 'date'),
  standardProperty(group, 'hs_attachment_ids', 'Attached file IDs', 'enumeration', 'checkbox', {
    externalOptions: true,
  }),
  standardProperty(group, 'hubspot_owner_id', 'Activity assigned to', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
