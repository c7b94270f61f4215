import { capturedProperties } from './captured-properties.ts';
import { expediteProperties } from './expedite-properties.ts';
import { offerProperties } from './offer-properties.ts';
import type { PropertyDefinition } from './property-definition.ts';
import { scoreProperties } from './score-properties.ts';

/** The deal property group every property of the app lives in. */
export const termsGroup = { name: 'strategic_terms', label: 'Strategic terms' } as const;

export type CapturedPropertyName = (typeof capturedProperties)[number]['name'];
export type ScorePropertyName = (typeof scoreProperties)[number]['name'];
export type ExpeditePropertyName = (typeof expediteProperties)[number]['name'];
export type OfferPropertyName = (typeof offerProperties)[number]['name'];

export const capturedPropertyNames: readonly CapturedPropertyName[] = capturedProperties.map((property) => property.name);
export const scorePropertyNames: readonly ScorePropertyName[] = scoreProperties.map((property) => property.name);
export const expeditePropertyNames: readonly ExpeditePropertyName[] = expediteProperties.map((property) => property.name);
export const offerPropertyNames: readonly OfferPropertyName[] = offerProperties.map((property) => property.name);

/** Every deal property the app creates, in the order HubSpot shows them. Names are stable: people build views on them. */
export const dealProperties: readonly PropertyDefinition[] = [...capturedProperties, ...scoreProperties, ...expediteProperties, ...offerProperties];

/** HubSpot's own deal properties the app reads: what the score rests on, and whose deal it is. */
export const nativeDealPropertyNames = [
  'hs_object_id', 'dealname', 'amount', 'deal_currency_code', 'hs_exchange_rate', 'closedate', 'hs_is_closed', 'hs_primary_associated_company', 'hubspot_owner_id',
] as const;
export type NativeDealPropertyName = (typeof nativeDealPropertyNames)[number];

/** All a deal's score depends on, and the score: what a bulk rescore and the pages read. */
export const scoredDealPropertyNames: readonly string[] = [...nativeDealPropertyNames, ...capturedPropertyNames, ...scorePropertyNames, ...expeditePropertyNames];

/** What a card reads and asks HubSpot to attest to a function (`propertiesToSend`): the same, and what was offered. */
export const attestedDealPropertyNames: readonly string[] = [...scoredDealPropertyNames, ...offerPropertyNames];
