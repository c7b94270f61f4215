import { dealProperties, termsGroup } from './deal-properties.ts';
import { expediteGroup, expediteTicketProperties } from './expedite-ticket.ts';
import type { PropertyDefinition } from './property-definition.ts';

/** Properties of one object type, all in one group. The group is what tells the app's properties from others of the same name. */
export type PropertySet = {
  /** As in API paths. */
  readonly objectType: string;
  /** As in sentences. */
  readonly singular: string;
  readonly group: { readonly name: string; readonly label: string };
  readonly properties: readonly PropertyDefinition[];
};

/** Everything the app adds to HubSpot's own objects. */
export const propertySets: readonly PropertySet[] = [
  { objectType: 'deals', singular: 'deal', group: termsGroup, properties: dealProperties },
  { objectType: 'tickets', singular: 'ticket', group: expediteGroup, properties: expediteTicketProperties },
];
