import { ownerReference, readOnly, standardProperty } from './property-row.ts';

/** What HubSpot puts on every custom object; the group is named after the object. */
export const customObjectProperties = (group: string) => [
  standardProperty(group, 'hubspot_owner_id', 'Owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'hs_createdate', 'Object create date/time', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Object last modified date/time', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
