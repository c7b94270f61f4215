import { callGroups, callProperties } from './standard-properties/calls.ts';
import { companyGroups, companyProperties } from './standard-properties/companies.ts';
import { contactGroups, contactProperties } from './standard-properties/contacts.ts';
import { dealGroups, dealProperties } from './standard-properties/deals.ts';
import { emailGroups, emailProperties } from './standard-properties/emails.ts';
import { invoiceGroups, invoiceProperties } from './standard-properties/invoices.ts';
import { lineItemGroups, lineItemProperties } from './standard-properties/line-items.ts';
import { meetingGroups, meetingProperties } from './standard-properties/meetings.ts';
import { noteGroups, noteProperties } from './standard-properties/notes.ts';
import { productGroups, productProperties } from './standard-properties/products.ts';
import type { StandardProperty } from './standard-properties/property-row.ts';
import { quoteGroups, quoteProperties } from './standard-properties/quotes.ts';
import { taskGroups, taskProperties } from './standard-properties/tasks.ts';
import { ticketGroups, ticketProperties } from './standard-properties/tickets.ts';

/** Rules that fill properties nobody writes; each is code in `store/computed-values.ts`. */
export type ComputedRule = 'deal' | 'line item' | 'invoice';

/** Everything the emulator knows of a kind of record. Standard kinds are the table below; custom objects are made from their schema. */
export type ObjectKind = {
  readonly typeId: string;
  /** As in API paths: `deals`. */
  readonly plural: string;
  readonly singular: string;
  /** As in messages: `DEAL`. */
  readonly messageName: string;
  readonly fullyQualifiedName: string;
  readonly defaultProperties: readonly string[];
  /** What free-text search looks in. */
  readonly searchableProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly createdProperty: string;
  readonly modifiedProperty: string;
  readonly readScope: string;
  readonly writeScope: string;
  readonly schemaReadScope: string;
  readonly schemaWriteScope: string;
  /** Records belong to `hubspot_owner_id`: users who see only their own are kept to it. */
  readonly hasOwner: boolean;
  readonly computedRule: ComputedRule | null;
  /** Where records of the kind say how far they are; null for kinds without pipelines. `standard` is the pipeline of those that name none. */
  readonly pipelineProperties: { readonly pipeline: string; readonly stage: string; readonly standard: string } | null;
};

export type StandardKind = ObjectKind & {
  readonly groups: readonly { readonly name: string; readonly label: string }[];
  readonly properties: readonly StandardProperty[];
};

function standardKind(
  plural: string,
  singular: string,
  rest: Pick<StandardKind, 'typeId' | 'defaultProperties' | 'searchableProperties' | 'groups' | 'properties'> &
    Partial<StandardKind>,
): StandardKind {
  return {
    plural,
    singular,
    messageName: singular.toUpperCase(),
    fullyQualifiedName: singular.toUpperCase(),
    requiredProperties: [],
    createdProperty: 'createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    readScope: `crm.objects.${plural}.read`,
    writeScope: `crm.objects.${plural}.write`,
    schemaReadScope: `crm.schemas.${plural}.read`,
    schemaWriteScope: `crm.schemas.${plural}.write`,
    hasOwner: true,
    computedRule: null,
    pipelineProperties: null,
    ...rest,
  };
}

/** What people do with records, beside the records: who may see contacts may see these. */
function activityKind(
  plural: string,
  singular: string,
  rest: Pick<StandardKind, 'typeId' | 'searchableProperties' | 'groups' | 'properties'>,
): StandardKind {
  return standardKind(plural, singular, {
    defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
    requiredProperties: ['hs_timestamp'],
    createdProperty: 'hs_createdate',
    readScope: 'crm.objects.contacts.read',
    writeScope: 'crm.objects.contacts.write',
    schemaReadScope: 'crm.schemas.contacts.read',
    schemaWriteScope: 'crm.schemas.contacts.write',
    ...rest,
  });
}

/** The standard object types. Adding one is an entry here and a table of its properties. */
export const standardKinds: readonly StandardKind[] = [
  standardKind('contacts', 'contact', {
    typeId: '0-1',
    defaultProperties: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
    searchableProperties: ['firstname', 'lastname', 'email', 'phone', 'mobilephone', 'company'],
    modifiedProperty: 'lastmodifieddate',
    groups: contactGroups,
    properties: contactProperties,
  }),
  standardKind('companies', 'company', {
    typeId: '0-2',
    defaultProperties: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
    searchableProperties: ['website', 'phone', 'name', 'domain'],
    groups: companyGroups,
    properties: companyProperties,
  }),
  standardKind('deals', 'deal', {
    typeId: '0-3',
    defaultProperties: [
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ],
    searchableProperties: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
    groups: dealGroups,
    properties: dealProperties,
    computedRule: 'deal',
    pipelineProperties: { pipeline: 'pipeline', stage: 'dealstage', standard: 'default' },
  }),
  standardKind('tickets', 'ticket', {
    typeId: '0-5',
    defaultProperties: [
      'content',
      'createdate',
      'hs_lastmodifieddate',
      'hs_object_id',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_category',
      'hs_ticket_priority',
      'subject',
    ],
    searchableProperties: ['subject', 'content', 'hs_pipeline_stage', 'hs_ticket_category'],
    requiredProperties: ['hs_pipeline_stage'],
    // One scope for everything about tickets, their properties and pipelines included.
    readScope: 'tickets',
    writeScope: 'tickets',
    schemaReadScope: 'tickets',
    schemaWriteScope: 'tickets',
    groups: ticketGroups,
    properties: ticketProperties,
    pipelineProperties: { pipeline: 'hs_pipeline', stage: 'hs_pipeline_stage', standard: '0' },
  }),
  // What is sold and billed belongs to deals and companies, not to people.
  standardKind('products', 'product', {
    typeId: '0-7',
    defaultProperties: ['createdate', 'description', 'hs_lastmodifieddate', 'hs_object_id', 'name', 'price'],
    searchableProperties: ['name', 'description', 'price', 'hs_sku'],
    hasOwner: false,
    groups: productGroups,
    properties: productProperties,
  }),
  standardKind('line_items', 'line_item', {
    typeId: '0-8',
    defaultProperties: ['amount', 'createdate', 'hs_lastmodifieddate', 'hs_object_id', 'hs_product_id', 'quantity'],
    searchableProperties: ['name', 'description'],
    hasOwner: false,
    groups: lineItemGroups,
    properties: lineItemProperties,
    computedRule: 'line item',
  }),
  standardKind('quotes', 'quote', {
    typeId: '0-14',
    defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
    searchableProperties: ['hs_title', 'hs_quote_number'],
    requiredProperties: ['hs_title', 'hs_expiration_date'],
    createdProperty: 'hs_createdate',
    hasOwner: false,
    groups: quoteGroups,
    properties: quoteProperties,
  }),
  standardKind('invoices', 'invoice', {
    typeId: '0-53',
    defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
    searchableProperties: ['hs_title', 'hs_number'],
    createdProperty: 'hs_createdate',
    hasOwner: false,
    groups: invoiceGroups,
    properties: invoiceProperties,
    computedRule: 'invoice',
  }),
  activityKind('notes', 'note', {
    typeId: '0-46',
    searchableProperties: ['hs_note_body'],
    groups: noteGroups,
    properties: noteProperties,
  }),
  activityKind('tasks', 'task', {
    typeId: '0-27',
    searchableProperties: ['hs_task_subject', 'hs_task_body'],
    groups: taskGroups,
    properties: taskProperties,
  }),
  activityKind('calls', 'call', {
    typeId: '0-48',
    searchableProperties: ['hs_call_title', 'hs_call_body'],
    groups: callGroups,
    properties: callProperties,
  }),
  activityKind('meetings', 'meeting', {
    typeId: '0-47',
    searchableProperties: ['hs_meeting_title', 'hs_meeting_body'],
    groups: meetingGroups,
    properties: meetingProperties,
  }),
  activityKind('emails', 'email', {
    typeId: '0-49',
    searchableProperties: ['hs_email_subject'],
    groups: emailGroups,
    properties: emailProperties,
  }),
];

/** HubSpot's other object types: known, so that asking for one says "not emulated" and not "no such type". */
export const otherHubSpotTypes: ReadonlySet<string> = new Set([
  'leads',
  'lead',
  '0-136',
  'orders',
  'order',
  '0-123',
  'carts',
  'cart',
  '0-142',
]);

/** A custom object as a kind of record. */
export function customKind(schema: {
  readonly typeId: string;
  readonly name: string;
  readonly portalId: number;
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
}): ObjectKind {
  return {
    typeId: schema.typeId,
    plural: schema.name,
    singular: schema.name,
    messageName: schema.name,
    fullyQualifiedName: `p${schema.portalId}_${schema.name}`,
    defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
    searchableProperties: schema.searchableProperties,
    requiredProperties: schema.requiredProperties,
    createdProperty: 'hs_createdate',
    modifiedProperty: 'hs_lastmodifieddate',
    readScope: 'crm.objects.custom.read',
    writeScope: 'crm.objects.custom.write',
    schemaReadScope: 'crm.schemas.custom.read',
    schemaWriteScope: 'crm.schemas.custom.write',
    hasOwner: false,
    computedRule: null,
    pipelineProperties: null,
  };
}
