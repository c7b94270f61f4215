import { industries } from './industries.ts';
import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'companyinformation';
export const companyGroups = [{ name: group, label: 'Company information' }];

export const companyProperties = [
  standardProperty(group, 'name', 'Company name', 'string', 'text'),
  standardProperty(group, 'domain', 'Company Domain Name', 'string', 'text'),
  standardProperty(group, 'website', 'Website URL', 'string', 'text'),
  standardProperty(group, 'phone', 'Phone Number', 'string', 'phonenumber'),
  standardProperty(group, 'industry', 'Industry', 'enumeration', 'select', { choices: industries }),
  standardProperty(group, 'description', 'Description', 'string', 'textarea'),
  standardProperty(group, 'address', 'Street Address', 'string', 'text'),
  standardProperty(group, 'city', 'City', 'string', 'text'),
  standardProperty(group, 'state', 'State/Region', 'string', 'text'),
  standardProperty(group, 'zip', 'Postal Code', 'string', 'text'),
  standardProperty(group, 'country', 'Country/Region', 'string', 'text'),
  standardProperty(group, 'numberofemployees', 'Number of Employees', 'number', 'number'),
  standardProperty(group, 'annualrevenue', 'Annual Revenue', 'number', 'number'),
  standardProperty(group, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', 'radio', {
    choices: { lead: 'Lead', opportunity: 'Opportunity', customer: 'Customer', other: 'Other' },
  }),
  standardProperty(group, 'type', 'Type', 'enumeration', 'select', {
    choices: { PROSPECT: 'Prospect', PARTNER: 'Partner', RESELLER: 'Reseller', VENDOR: 'Vendor', OTHER: 'Other' },
  }),
  standardProperty(group, 'hubspot_owner_id', 'Company owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
