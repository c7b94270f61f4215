import { profileProperties } from './profile-properties.ts';
import { expediteProperties } from './expedite-properties.ts';
import { offerProperties } from './offer-properties.ts';
import type { PropertyDefinition } from './property-definition.ts';
import { scoreProperties } from './score-properties.ts';

/** The deal property group every property of the app lives in. */
export const termsGroup = { name: 'strategic_terms', label: 'Strategic terms' } as const;

/** Every deal property the app creates, in the order HubSpot shows them. */
export const dealProperties: readonly PropertyDefinition[] = [
  ...profileProperties,
  ...scoreProperties,
  ...expediteProperties,
  ...offerProperties,
];
