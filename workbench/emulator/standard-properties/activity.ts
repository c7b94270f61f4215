import { ownerReference, readOnly, standardProperty } from './property-row.ts';
import type { StandardProperty } from './property-row.ts';

/** What notes, calls, e-mails and meetings have in common. */
export function activityProperties(group: string): StandardProperty[] {
  return [
    standardProperty(group, 'hs_timestamp', 'Activity date', 'datetime', 'date'),
    standardProperty(group, 'hs_attachment_ids', 'Attached file IDs', 'enumeration', 'checkbox', {
      externalOptions: true,
    }),
    standardProperty(group, 'hubspot_owner_id', 'Activity assigned to', 'enumeration', 'select', ownerReference),
    standardProperty(group, 'hs_createdate', 'Create date', 'datetime', 'date', readOnly),
    standardProperty(group, 'hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
    standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
  ];
}
