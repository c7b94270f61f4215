import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'contactinformation';
export const contactGroups = [{ name: group, label: 'Contact information' }];

export const contactProperties = [
  standardProperty(group, 'email', 'Email', 'string', 'text', { hasUniqueValue: true }),
  standardProperty(group, 'firstname', 'First Name', 'string', 'text'),
  standardProperty(group, 'lastname', 'Last Name', 'string', 'text'),
  standardProperty(group, 'phone', 'Phone Number', 'string', 'phonenumber'),
  standardProperty(group, 'mobilephone', 'Mobile Phone Number', 'string', 'phonenumber'),
  standardProperty(group, 'company', 'Company Name', 'string', 'text'),
  standardProperty(group, 'jobtitle', 'Job Title', 'string', 'text'),
  standardProperty(group, 'city', 'City', 'string', 'text'),
  standardProperty(group, 'country', 'Country/Region', 'string', 'text'),
  standardProperty(group, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', 'radio', {
    choices: { lead: 'Lead', opportunity: 'Opportunity', customer: 'Customer', other: 'Other' },
  }),
  standardProperty(group, 'hubspot_owner_id', 'Contact owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
