import { ownerReference, readOnly, standardProperty } from './property-row.ts';

const group = 'contactinformation';
export const contactGroups = [{ name: group, label: 'Contact information' }];

/** HubSpot has all languages of ISO 639-1 and their regions; these are the most spoken in trade, and some with a region. */
const languages = {
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  'de-at': 'German - Austria',
  'de-ch': 'German - Switzerland',
  en: 'English',
  'en-gb': 'English - United Kingdom',
  'en-us': 'English - United States',
  es: 'Spanish',
  'es-mx': 'Spanish - Mexico',
  fi: 'Finnish',
  fr: 'French',
  'fr-ca': 'French - Canada',
  hu: 'Hungarian',
  it: 'Italian',
  ja: 'Japanese',
  nb: 'Norwegian Bokmål',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  'pt-br': 'Portuguese - Brazil',
  ro: 'Romanian',
  sv: 'Swedish',
  tr: 'Turkish',
  zh: 'Chinese',
};

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
  standardProperty(group, 'hs_language', 'Preferred language', 'enumeration', 'select', { choices: languages }),
  standardProperty(group, 'lifecyclestage', 'Lifecycle Stage', 'enumeration', 'radio', {
    choices: { lead: 'Lead', opportunity: 'Opportunity', customer: 'Customer', other: 'Other' },
  }),
  standardProperty(group, 'hubspot_owner_id', 'Contact owner', 'enumeration', 'select', ownerReference),
  standardProperty(group, 'createdate', 'Create Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'lastmodifieddate', 'Last Modified Date', 'datetime', 'date', readOnly),
  standardProperty(group, 'hs_object_id', 'Record ID', 'number', 'number', { ...readOnly, hasUniqueValue: true }),
];
